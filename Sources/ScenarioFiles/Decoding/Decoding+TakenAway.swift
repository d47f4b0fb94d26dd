import UnitEconomics

extension Decoding {
  /// What to write where a file takes something away that the file it extends still speaks of; nil
  /// where that is not so.
  ///
  /// - Parameters:
  ///   - path: what is spoken of and is not there.
  ///   - span: where it is spoken of.
  func helpWhereTakenAway(_ path: String, at span: Span) -> String? {
    guard let root, let (gone, file) = takenAway(path, in: root), file != span.file,
      let names = root.names(to: span), names.count > 1
    else { return nil }
    let name = FilePath.lastPart(sources[Int(file)].name)
    return Wording.takeAwayToo(name, gone, names[0], names[1])
  }

  /// The part of a path that is null, and the file that says so.
  private func takenAway(_ path: String, in root: JSONNode) -> (path: String, file: Int32)? {
    var node = root
    var above = ""
    for part in InputPath.parts(path) {
      guard case .object(let members) = node.value else { return nil }
      let below = members.filter { part == "*" || $0.key == part }
      guard let first = below.first(where: { !$0.value.isNull }) ?? below.first else {
        return nil
      }
      above = InputPath.appending(first.key, to: above)
      if first.value.isNull { return (above, first.value.span.file) }
      node = first.value
    }
    return nil
  }
}

extension JSONNode {
  /// The keys that lead to the key or the value at a place.
  fileprivate func names(to span: Span) -> [String]? {
    switch value {
    case .object(let members):
      for member in members {
        if member.keySpan == span || member.value.span == span { return [member.key] }
        if let below = member.value.names(to: span) { return [member.key] + below }
      }
      return nil
    case .array(let items):
      return items.contains { $0.span == span }
        ? [] : items.lazy.compactMap { $0.names(to: span) }.first
    default: return nil
    }
  }
}
