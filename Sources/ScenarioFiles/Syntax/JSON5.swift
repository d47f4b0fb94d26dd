/// The language scenario files are written in: JSON with comments, bare keys and trailing commas.
///
/// All of JSON5 1.0 (json5.org) is read, and nothing beyond it.
public enum JSON5 {
  /// How deep brackets may nest.
  public static let deepest = 128
  /// How many mistakes of one file are shown before the reading stops.
  public static let mostMistakes = 20

  /// A key as it is written: in quotes where it is more than letters, digits, `_` and `$`.
  ///
  /// - Parameter quoted: the key in quotes.
  static func key(_ name: some StringProtocol, quoted: @autoclosure () -> String) -> String {
    let isBare = name.utf8.enumerated().allSatisfy { offset, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"), UInt8(ascii: "$"):
        true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): offset > 0
      default: false
      }
    }
    return isBare && !name.isEmpty ? String(name) : quoted()
  }

  /// Reads one text of the map; every mistake found is added to `diagnostics`.
  ///
  /// After a mistake the reading goes on at the next sensible place, and the tree has what could be
  /// read, so that its meaning can be checked as well. Where a value was written without its quotes,
  /// the tree has the string that was meant; of a repeated key it has the first.
  ///
  /// - Returns: nil when there is no value at all: an empty file, or one that is not UTF-8 text.
  public static func read(
    _ map: SourceMap, file: Int, into diagnostics: inout [Diagnostic]
  ) -> JSONNode? {
    let source = map[file]
    return source.bytes.withUnsafeBufferPointer { text in
      if let refusal = Encoding.refusal(of: text, file: Int32(file)) {
        diagnostics.append(refusal)
        return nil
      }
      var reader = JSON5Reader(source: source, file: Int32(file), text: text)
      let root = reader.readDocument()
      diagnostics += reader.found
      return root
    }
  }
}
