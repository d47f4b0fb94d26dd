extension Amount {
  /// Digits with or without a point, as nearly all amounts are written, in 10⁻¹⁵.
  ///
  /// - Returns: nil for what is written otherwise, has more places than are kept, or is too long for a word.
  static func plain(_ bytes: UnsafeBufferPointer<UInt8>, places: Int) -> Int128? {
    guard bytes.count <= 18 else { return nil }
    var (value, digits) = (0, 0)
    var beforePoint: Int?
    for byte in bytes {
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        value = value &* 10 &+ Int(digit)
        digits += 1
      } else if byte == UInt8(ascii: "."), beforePoint == nil {
        beforePoint = digits
      } else {
        return nil
      }
    }
    let fraction = digits - (beforePoint ?? digits)
    guard digits > 0, fraction <= places else { return nil }
    return Int128(value) * Int128(powers[Amount.places - fraction])
  }

  /// Of ten.
  private static let powers = (0...places).map { power in (0..<power).reduce(1) { n, _ in n * 10 } }
}
