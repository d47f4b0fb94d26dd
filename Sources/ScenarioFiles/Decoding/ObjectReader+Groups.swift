import UnitEconomics

// Objects and lists inside an object, each with a reader of its own.
extension ObjectReader {
  /// Reads a section in full: what is in it, and what should not be.
  func section<Value>(
    _ key: String, _ sentence: String, _ read: (ObjectReader) -> Value
  ) -> Value? {
    if let probe = declare(key, .object, sentence) { return probed(path(key), by: probe, read) }
    guard let node = node(key) else { return nil }
    guard case .object = node.value else {
      reportUnreadable(path(key), Wording.expectedObject(path(key)), at: node.span)
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
    if let probe = declare(key, .object, sentence, isRequired: true) {
      return probed(path(key), by: probe, read)
    }
    if let value = section(key, sentence, read) { return value }
    if !isStated(key) { reportMissing(key, sentence, example: "{ … }") }
    return read(ObjectReader(decoding, path: path(key), node: nil))
  }

  /// What is read at a path where the reader only tells what it would read: every way through it.
  private func probed<Value>(
    _ path: String, by probe: Probe, _ read: (ObjectReader) -> Value
  ) -> Value {
    probe.everyWay(through: path) { read(ObjectReader(decoding, path: path, node: nil)) }
  }

  /// Reads an object whose keys are names of the scenario's own.
  func named<Value>(
    _ key: String, _ sentence: String, _ read: (String, ObjectReader) -> Value?
  ) -> [Value] {
    if let probe = declare(key, .object, sentence) {
      let place = probe.declare(Probe.anyName, in: path(key), .object)
      return [probed(place, by: probe) { read(Probe.anyName, $0) }].compactMap(\.self)
    }
    return names(key, sentence).compactMap { name, node in
      let place = InputPath.appending(name, to: path(key))
      guard case .object = node.value else {
        reportUnreadable(place, Wording.expectedObject(place), at: node.span)
        return nil
      }
      let reader = ObjectReader(decoding, path: place, node: node)
      let value = read(name, reader)
      reader.close()
      return value
    }
  }

  /// The members of this object, whose keys are no names but say what is meant, such as paths.
  func entries(_ sentence: String, _ form: Declared.Form = .text) -> [JSONMember] {
    if declare(Probe.anyName, form, sentence) != nil { return [] }
    for member in members { ignore(member.key) }
    return members
  }

  /// The members of this object; where the reader only tells what it would read, those that are known.
  func members(among known: [String]) -> [JSONMember] {
    guard let probe = decoding.probe else { return members }
    probe.open(path)
    return known.map { JSONMember(key: $0, keySpan: JSONNode.nothing.span, value: .nothing) }
  }

  /// The members of an object whose keys are names of the scenario's own.
  func names(
    _ key: String, _ sentence: String, _ form: Declared.Form? = nil
  ) -> [(name: String, node: JSONNode)] {
    if let probe = declare(key, .object, sentence) {
      guard let form else { return [(Probe.anyName, .nothing)] }
      probe.declare(Probe.anyName, in: path(key), form)
      return []
    }
    guard let node = node(key) else { return [] }
    guard case .object(let members) = node.value else {
      reportUnreadable(path(key), Wording.expectedObject(path(key)), at: node.span)
      return []
    }
    return members.compactMap { member in
      if member.value.isNull { return nil }
      guard Self.isFit(member.key) else {
        decoding.report(.error(Wording.unfitName, at: member.keySpan))
        return nil
      }
      return (member.key, member.value)
    }
  }

  /// The most characters of a name, which stands in paths, tables and file names.
  static let longestName = 200

  /// Whether a name can stand in a path, and on a line of a report without moving anything there.
  private static func isFit(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 4 * longestName, name.count <= longestName else {
      return false
    }
    return name.unicodeScalars.allSatisfy {
      !"[]\"*".unicodeScalars.contains($0) && Display.isHarmless($0)
    }
  }

  /// Where a name of the scenario's own is written.
  func keySpan(_ key: String, _ name: String) -> Span? {
    guard case .object(let names)? = node(key)?.value else { return nil }
    return names.first { $0.key == name }?.keySpan
  }

  /// Reads an array of objects; they are called 0, 1, 2 in paths.
  func list<Value>(
    _ key: String, _ sentence: String, most: Int = .max, isRequired: Bool = false,
    _ read: (ObjectReader) -> Value
  ) -> [Value]? {
    if let probe = declare(key, .list, sentence, isRequired: isRequired) {
      return [probed(probe.declare(Probe.anyPlace, in: path(key), .object), by: probe, read)]
    }
    guard let node = node(key) else { return nil }
    guard case .array(let items) = node.value else {
      reportUnreadable(path(key), Wording.expectedList(path(key)), at: node.span)
      return nil
    }
    guard items.count <= most else {
      reportUnreadable(
        path(key), Wording.tooManyEntries(path(key), items.count, most: most),
        at: decoding.opening(of: node.span))
      return nil
    }
    return items.enumerated().map { index, item in
      let place = InputPath.appending("\(index)", to: path(key))
      if case .object = item.value {
      } else {
        reportUnreadable(place, Wording.expectedObject(place), at: item.span)
      }
      let reader = ObjectReader(decoding, path: place, node: item)
      let value = read(reader)
      reader.close()
      return value
    }
  }
}

extension JSONNode {
  /// What stands where a file says nothing.
  static let nothing = JSONNode(span: Span(file: 0, start: 0, end: 0), value: .null)

  var isNull: Bool { if case .null = value { true } else { false } }
}
