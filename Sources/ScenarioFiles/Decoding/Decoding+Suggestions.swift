import UnitEconomics

extension Decoding {
  /// The path that was most likely meant: the nearest in the same group, or of all, or the only one that
  /// ends so.
  func suggestion(for path: String, among known: some Collection<String>) -> String {
    guard maySearch(known.count) else { return Wording.seeInputs }
    let known = path.contains("*") ? patterns(like: path, among: known) : Array(known)
    if let near = nearestInGroup(path, known) ?? nearest(to: path, among: known) {
      return Wording.didYouMean(settable(near))
    }
    let ending = Set(known.filter { $0.hasSuffix("." + path) }).sorted()
    return ending.count == 1 ? Wording.didYouMean(settable(ending[0])) : Wording.seeInputs
  }

  /// The nearest by its last part, where the group that it is said to be in is there.
  private func nearestInGroup(_ path: String, _ known: [String]) -> String? {
    guard let last = InputPath.parts(path).last else { return nil }
    let group = InputPath.parent(of: path)
    guard !group.isEmpty else { return nil }
    let members = known.filter { $0.hasPrefix(group) && InputPath.parent(of: $0) == group }
    // In their own order: what the file states comes before what it might.
    let names = members.map { InputPath.parts($0).last ?? "" }
    let near = nearest(to: last, among: names)
    return near.flatMap { names.firstIndex(of: $0) }.map { members[$0] }
  }

  /// A group of inputs that are all in one unit cannot be set, and a pattern of them can.
  private func settable(_ path: String) -> String {
    guard inputs[path] == nil else { return path }
    let pattern = PathPattern(path + ".*")
    let members = inputs.filter { pattern.matches($0.path) }
    guard let unit = members.first?.unit, members.allSatisfy({ $0.unit == unit }) else {
      return path
    }
    return pattern.text
  }

  /// The known paths with a `*` wherever a pattern of as many parts has one.
  private func patterns(like pattern: String, among known: some Collection<String>) -> [String] {
    let wanted = InputPath.parts(pattern)
    var patterns: Set<String> = []
    for path in known.prefix(10_000) {
      let parts = InputPath.parts(path)
      guard parts.count == wanted.count else { continue }
      let starred = zip(parts, wanted).map { $1 == "*" ? "*" : $0 }
      patterns.insert(starred.reduce("") { InputPath.appending($1, to: $0) })
    }
    return patterns.sorted()
  }
}
