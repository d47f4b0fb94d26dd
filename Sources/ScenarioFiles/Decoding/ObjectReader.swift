import Formulas
import UnitEconomics

/// Reads the members of one object by name, and knows at the end which ones nobody asked for.
///
/// The calls that read a section are its declaration: what they ask for is what may stand there.
final class ObjectReader {
  let decoding: Decoding
  let path: String
  /// Where the object stands; nil where it is absent and only defaults can come.
  let span: Span?
  let members: [JSONMember]
  private var asked: [String] = []

  init(_ decoding: Decoding, path: String, node: JSONNode?) {
    self.decoding = decoding
    self.path = path
    if case .object(let members) = node?.value {
      self.members = members
      span = node?.span
    } else {
      members = []
      span = nil
    }
    if let span { decoding.place(path, at: span) }
  }

  func path(_ key: String) -> String { InputPath.appending(key, to: path) }

  /// The member's value; nil where it is absent or null.
  func node(_ key: String) -> JSONNode? {
    asked.append(key)
    if decoding.keepsAskedPaths { decoding.askedPaths.insert(path(key)) }
    guard let member = members.first(where: { $0.key == key }) else { return nil }
    decoding.place(path(key), at: member.value.span)
    if case .null = member.value.value { return nil }
    return member.value
  }

  /// Reports a member that must be there; not where the whole object is missing, or unreadable.
  func reportMissing(_ key: String, _ sentence: String, example: String) {
    guard let span, !decoding.isPartial else { return }
    decoding.report(
      .error(
        Wording.missing(path(key), sentence), at: opening(of: span),
        help: Wording.write("\(key): \(example)")))
  }

  /// The bracket that opens the object: pointing at all of a long object would show its first line.
  private func opening(of span: Span) -> Span {
    Span(file: span.file, start: span.start, end: min(span.start + 1, span.end))
  }

  /// Reports every member that was not asked for.
  func close() {
    for member in members where !asked.contains(member.key) {
      var diagnostic = Diagnostic.error(
        Wording.unknownKey(member.key, in: path), at: member.keySpan)
      let unused = asked.filter { key in !members.contains { $0.key == key } }
      if let near = nearestWord(to: member.key, among: unused.isEmpty ? asked : unused) {
        diagnostic.help = [Wording.didYouMean(near)]
      } else {
        diagnostic.help = [Wording.knownKeys(asked)]
      }
      decoding.report(diagnostic)
    }
  }

  /// Reads a section in full: what is in it, and what should not be.
  func section<Value>(_ key: String, _ read: (ObjectReader) -> Value) -> Value? {
    guard let node = node(key) else { return nil }
    guard case .object = node.value else {
      decoding.report(.error(Wording.expectedObject(path(key)), at: node.span))
      return nil
    }
    let reader = ObjectReader(decoding, path: path(key), node: node)
    let value = read(reader)
    reader.close()
    return value
  }

  /// Reads a section that must be there; what it would hold is missing too where it is not.
  func requiredSection<Value>(
    _ key: String, _ sentence: String, _ read: (ObjectReader) -> Value
  ) -> Value {
    if let value = section(key, read) { return value }
    if !members.contains(where: { $0.key == key }) {
      reportMissing(key, sentence, example: "{ … }")
    }
    return read(ObjectReader(decoding, path: path(key), node: nil))
  }

  /// Reads an object whose keys are names of the scenario's own.
  func named<Value>(_ key: String, _ read: (String, ObjectReader) -> Value?) -> [Value] {
    names(key).compactMap { name, node in
      let place = InputPath.appending(name, to: path(key))
      guard case .object = node.value else {
        decoding.report(.error(Wording.expectedObject(place), at: node.span))
        return nil
      }
      let reader = ObjectReader(decoding, path: place, node: node)
      let value = read(name, reader)
      reader.close()
      return value
    }
  }

  /// The members of an object whose keys are names of the scenario's own.
  func names(_ key: String) -> [(name: String, node: JSONNode)] {
    guard let node = node(key) else { return [] }
    guard case .object(let members) = node.value else {
      decoding.report(.error(Wording.expectedObject(path(key)), at: node.span))
      return []
    }
    return members.compactMap { member in
      if case .null = member.value.value { return nil }
      let isFit =
        !member.key.isEmpty
        && !member.key.unicodeScalars.contains {
          "[]\"*".unicodeScalars.contains($0) || $0.value < 32
        }
      guard isFit else {
        decoding.report(.error(Wording.unfitName, at: member.keySpan))
        return nil
      }
      decoding.place(InputPath.appending(member.key, to: path(key)), at: member.value.span)
      return (member.key, member.value)
    }
  }

  /// Reads an array of objects; they are called 0, 1, 2 in paths.
  func list<Value>(_ key: String, _ read: (ObjectReader) -> Value) -> [Value]? {
    guard let node = node(key) else { return nil }
    guard case .array(let items) = node.value else {
      decoding.report(.error(Wording.expectedList(path(key)), at: node.span))
      return nil
    }
    return items.enumerated().map { index, item in
      let place = InputPath.appending("\(index)", to: path(key))
      if case .object = item.value {
      } else {
        decoding.report(.error(Wording.expectedObject(place), at: item.span))
      }
      let reader = ObjectReader(decoding, path: place, node: item)
      let value = read(reader)
      reader.close()
      return value
    }
  }
}
