import UnitEconomics

// Objects and lists inside an object, each with a reader of its own.
extension ObjectReader {
  /// Reads a section in full: what is in it, and what should not be.
  func section<Value>(_ key: String, _ read: (ObjectReader) -> Value) -> Value? {
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
    if let value = section(key, read) { return value }
    if !isStated(key) { reportMissing(key, sentence, example: "{ … }") }
    return read(ObjectReader(decoding, path: path(key), node: nil))
  }

  /// Reads an object whose keys are names of the scenario's own.
  func named<Value>(_ key: String, _ read: (String, ObjectReader) -> Value?) -> [Value] {
    names(key).compactMap { name, node in
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

  /// The members of an object whose keys are names of the scenario's own.
  func names(_ key: String) -> [(name: String, node: JSONNode)] {
    guard let node = node(key) else { return [] }
    guard case .object(let members) = node.value else {
      reportUnreadable(path(key), Wording.expectedObject(path(key)), at: node.span)
      return []
    }
    return members.compactMap { member in
      if case .null = member.value.value { return nil }
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
    _ key: String, most: Int = .max, _ read: (ObjectReader) -> Value
  ) -> [Value]? {
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
