/// Numbers as text that reads back bit for bit: the base64 of their 64 bits each, the lowest byte first.
///
///     BitText.text([1, -0.0])  // "AAAAAAAA8D8AAAAAAAAAgA=="
public enum BitText {
  private static let signs = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let end = UInt8(ascii: "=")
  /// The six bits of each sign; 255 for what is none.
  private static let places: [UInt8] = {
    var places = [UInt8](repeating: 255, count: 256)
    for (place, sign) in signs.enumerated() { places[Int(sign)] = UInt8(place) }
    return places
  }()

  public static func text(_ numbers: [Double]) -> String {
    let length = (numbers.count * 8 + 2) / 3 * 4
    let bits = numbers.map(\.bitPattern.littleEndian)
    return String(unsafeUninitializedCapacity: length) { text in
      bits.withUnsafeBytes { bytes in
        var at = 0
        for start in stride(from: 0, to: bytes.count, by: 3) {
          let left = bytes.count - start
          let second = left > 1 ? bytes[start + 1] : 0
          let third = left > 2 ? bytes[start + 2] : 0
          text[at] = signs[Int(bytes[start] >> 2)]
          text[at + 1] = signs[Int(bytes[start] << 4 & 63 | second >> 4)]
          text[at + 2] = left > 1 ? signs[Int(second << 2 & 63 | third >> 6)] : end
          text[at + 3] = left > 2 ? signs[Int(third & 63)] : end
          at += 4
        }
      }
      return length
    }
  }

  /// The numbers of a text.
  ///
  /// - Returns: nil where it is not one that ``text(_:)`` writes.
  public static func numbers(_ text: String) -> [Double]? {
    var text = text
    return text.withUTF8 { text in
      let padding = text.reversed().prefix(2).prefix { $0 == end }.count
      let size = text.count / 4 * 3 - padding
      guard text.count % 4 == 0, size >= 0, size % 8 == 0 else { return nil }
      var bits: [UInt64] = []
      bits.reserveCapacity(size / 8)
      var (number, byte) = (UInt64(0), 0)
      func take(_ next: UInt8) {
        number |= UInt64(next) << UInt64(8 * (byte & 7))
        byte += 1
        if byte & 7 == 0, byte <= size {
          bits.append(number)
          number = 0
        }
      }
      for start in stride(from: 0, to: text.count, by: 4) {
        let isLast = start + 4 == text.count
        var group: UInt32 = 0
        for at in start..<start + 4 {
          let isPadding = isLast && at >= text.count - padding
          let place = isPadding ? 0 : places[Int(text[at])]
          guard place < 64 else { return nil }
          group = group << 6 | UInt32(place)
        }
        take(UInt8(truncatingIfNeeded: group >> 16))
        take(UInt8(truncatingIfNeeded: group >> 8))
        take(UInt8(truncatingIfNeeded: group))
      }
      return bits.map(Double.init(bitPattern:))
    }
  }
}
