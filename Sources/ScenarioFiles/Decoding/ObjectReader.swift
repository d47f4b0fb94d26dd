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
  /// What is said at the end about members that are absent, unless one was only misspelt.
  private var absences: [(keys: [String], diagnostic: Diagnostic)] = []

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
  }

  func path(_ key: String) -> String { InputPath.appending(key, to: path) }

  /// The member's value; nil where it is absent or null.
  func node(_ key: String) -> JSONNode? {
    asked.append(key)
    if decoding.keepsAskedPaths { decoding.askedPaths.insert(path(key)) }
    return stated(key)
  }

  /// Whether the member is there and not null.
  func isStated(_ key: String) -> Bool {
    if let probe = decoding.probe { return probe.turn("\(key)?", in: path, ways: 2) == 0 }
    return stated(key) != nil
  }

  private func stated(_ key: String) -> JSONNode? {
    members.first { $0.key == key }.flatMap { $0.value.isNull ? nil : $0.value }
  }

  /// Whether the member is an object.
  func isObject(_ key: String) -> Bool {
    if let probe = decoding.probe { return probe.turn("\(key) {}", in: path, ways: 2) == 0 }
    guard case .object? = node(key)?.value else { return false }
    return true
  }

  /// Which of some keys are there.
  func stated(among keys: [String]) -> [String] {
    guard let probe = decoding.probe else { return keys.filter(isStated) }
    return [keys[probe.turn("one of", in: path, ways: keys.count)]]
  }

  /// Notes what may stand under a key, where the reader only tells what it would read.
  func declare(
    _ key: String, _ form: Declared.Form, _ sentence: String, isRequired: Bool = false
  ) -> Probe? {
    guard let probe = decoding.probe else { return nil }
    probe.declare(key, in: path, form, sentence)
    if isRequired { probe.require(key, in: path) }
    return probe
  }

  /// The version of a format, which must be there; how what is not this version is reported.
  func version(
    _ key: String, _ sentence: String, _ version: Double, written: String,
    _ unknown: (Span) -> Diagnostic
  ) {
    if declare(key, .version(version), sentence, isRequired: true) != nil { return }
    guard let node = node(key) else {
      return reportMissing(written, sentence, example: "\(Int(version))")
    }
    if case .number(let number) = node.value, number.value == version { return }
    decoding.report(unknown(node.span))
  }

  /// Knows a member and reads nothing of it, where what it would mean is unclear.
  func ignore(_ keys: String...) { asked += keys }

  /// Reports a member that must be there; not where the whole object is missing, or unreadable.
  func reportMissing(_ key: String, _ sentence: String, example: String) {
    decoding.markUnread(path(key))
    let null = members.first { $0.key == key }?.value.span
    reportAbsence(
      of: [key], Wording.missing(path(key), sentence), at: null,
      help: Wording.write("\(key): \(example)"))
  }

  /// Reports that none of some members is there, once it is known that none was misspelt.
  func reportAbsence(of keys: [String], _ message: String, at place: Span? = nil, help: String...) {
    guard let span, !decoding.isPartial else { return }
    var diagnostic = Diagnostic.error(message, at: place ?? decoding.opening(of: span))
    diagnostic.help = help
    absences.append((keys, diagnostic))
  }

  /// Reports every member that was not asked for, and every one that is missing.
  func close() {
    // A section has a dozen keys, and a set of them would cost more than looking; names are many.
    let known = asked.count > 30 ? Set(asked) : []
    let unknown = members.filter {
      !(known.isEmpty ? asked.contains($0.key) : known.contains($0.key))
    }
    var unused: [String] = []
    if !unknown.isEmpty {
      let present = Set(members.map(\.key))
      unused = asked.filter { !present.contains($0) }
    }
    for member in unknown {
      let near = decoding.nearest(to: member.key, among: unused)
      if let near {
        // What was misspelt is not missing as well, and nothing follows from its absence.
        decoding.markUnread(path(near))
        absences.removeAll { $0.keys.contains(near) }
        unused.removeAll { $0 == near }
      }
      decoding.report(unknownKey(member, near: near))
    }
    for (_, diagnostic) in absences { decoding.report(diagnostic) }
  }

  private func unknownKey(_ member: JSONMember, near: String?) -> Diagnostic {
    let message = Wording.unknownKey(member.key, in: path)
    if let near = near ?? decoding.nearest(to: member.key, among: asked) {
      return .error(message, at: member.keySpan, help: Wording.didYouMean(near))
    }
    var listed: Set<String> = []
    let keys = asked.filter { listed.insert($0).inserted }
    return .error(message, at: member.keySpan, help: Wording.knownKeys(keys))
  }

  /// Reports something that is not what it should be; nothing that follows from it is said.
  func reportUnreadable(_ path: String, _ message: String, at span: Span) {
    decoding.markUnread(path)
    decoding.report(.error(message, at: span))
  }
}
