/// Which texts a run has read; a `Span` says which one by number.
///
///     var map = SourceMap()
///     let file = map.add(name: "a.json5", bytes: Array("{ a: 1 }".utf8))
///     map[file].position(of: 2)  // (line: 1, column: 3)
public struct SourceMap: Sendable {
  private var texts: [SourceText] = []

  public init() {}

  /// How many texts have been read.
  public var count: Int { texts.count }

  /// Keeps a text and gives the number that its spans carry.
  public mutating func add(name: String, bytes: [UInt8], firstLine: Int = 1) -> Int {
    texts.append(SourceText(name: name, bytes: bytes, firstLine: firstLine))
    return texts.count - 1
  }

  public subscript(file: Int) -> SourceText { texts[file] }
}
