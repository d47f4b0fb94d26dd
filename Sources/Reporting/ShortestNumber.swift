extension [UInt8] {
  /// Appends the shortest decimal text that reads back as the same number: `5`, `0.25`, `1.5625e-05`.
  ///
  /// Whole numbers are written without `.0`, and zero without a sign. Both a spreadsheet and a JSON
  /// reader take every such text.
  ///
  /// - Undefined: NaN and infinity have no such text; the caller decides what stands in their place.
  mutating func append(shortest value: Double) {
    if appendShortDecimal(value, places: 0, power: 1)
      || appendShortDecimal(value, places: 2, power: 100)
      || appendShortDecimal(value, places: 4, power: 10_000)
    {
      return
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { place in
      var digits = Digits(place: place)
      value.write(to: &digits)
      let isWhole = digits.count > 2 && digits.text.suffix(2).elementsEqual(".0".utf8)
      append(contentsOf: isWhole ? digits.text.dropLast(2) : digits.text)
    }
  }

  /// Appends `value` where it is a decimal of at most 15 digits with so many places, and says if it was.
  ///
  /// No two decimals of 15 digits share a `Double`. So one that divides back to the value is its
  /// shortest text, found by a multiplication and a division instead of a search.
  private mutating func appendShortDecimal(_ value: Double, places: Int, power: Double) -> Bool {
    let scaled = value.magnitude * power
    guard scaled < 1e15 else { return false }
    var rest = UInt64(scaled + 0.5)
    guard Double(rest) / power == value.magnitude else { return false }
    if value < 0 { append(UInt8(ascii: "-")) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var start = 24
      var placesLeft = places
      while placesLeft > 0, rest % 10 == 0 {
        rest /= 10
        placesLeft -= 1
      }
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
        placesLeft -= 1
        if placesLeft == 0 {
          start -= 1
          digits[start] = UInt8(ascii: ".")
        }
      } while rest > 0 || placesLeft >= 0
      append(contentsOf: digits[start...])
    }
    return true
  }
}

/// Takes the digits of a number where they are made, without a string between.
private struct Digits: TextOutputStream {
  let place: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(place: UnsafeMutableBufferPointer<UInt8>) { self.place = place }

  var text: Slice<UnsafeMutableBufferPointer<UInt8>> { place[..<count] }

  mutating func write(_ string: String) {
    for byte in string.utf8 {
      place[count] = byte
      count += 1
    }
  }

  mutating func _writeASCII(_ digits: UnsafeBufferPointer<UInt8>) {
    _ = place[count...].update(fromContentsOf: digits)
    count += digits.count
  }
}
