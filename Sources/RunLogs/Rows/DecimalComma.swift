extension MeasureSettings {
  /// Whether numbers have a decimal comma in a file whose fields are parted by this; nil for JSON.
  ///
  /// A comma that parts fields is none in numbers.
  func hasDecimalComma(parted delimiter: UInt8?) -> Bool {
    hasDecimalComma && delimiter.map { $0 != UInt8(ascii: ",") } ?? false
  }
}

/// Numbers with a decimal comma, whose thousands a point may part: `1.234,5`.
enum DecimalComma {
  /// The same number with a decimal point; nil where it is written otherwise.
  static func pointed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let (comma, point) = (UInt8(ascii: ","), UInt8(ascii: "."))
    let parts = bytes.split(separator: comma, omittingEmptySubsequences: false)
    guard parts.count < 3, parts.dropFirst().allSatisfy({ !$0.contains(point) && !$0.isEmpty })
    else { return nil }
    let groups = parts[0].split(separator: point, omittingEmptySubsequences: false)
    if groups.count > 1 {
      let first = groups[0].drop { !(0x30...0x39).contains($0) }
      // 0.500 is half of one, and not five hundred.
      guard (1...3).contains(first.count), first.first != UInt8(ascii: "0"),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    var number = Array(groups.joined())
    if parts.count == 2 { number += [point] + parts[1] }
    return number
  }

  /// A text that would be a number, were its comma not there; nil for anything else.
  static func suspect(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let signs = bytes.filter { !(0x30...0x39).contains($0) }
    guard bytes.count <= 40, signs.count < bytes.count, signs.contains(UInt8(ascii: ",")),
      signs.allSatisfy({ ",.-+$ ".utf8.contains($0) })
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
