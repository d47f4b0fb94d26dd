import Formulas

extension Unit {
  /// A value as a sentence mentions it: `140 %`, `0.4 s / call`, `3`.
  public func stated(_ value: Double, currency: String) -> String {
    if self == .share { return "\((value * 100).shortText) %" }
    let text = text(currency: currency)
    return text.isEmpty ? value.shortText : "\(value.shortText) \(text)"
  }
}

extension Double {
  /// The number with at most twelve significant digits, so that 0.07 × 100 reads 7.
  var shortText: String {
    guard isFinite, self != 0 else { return self == 0 ? "0" : "n/a" }
    // So near to 0 the scale below would not be a number any more.
    guard abs(self) > 1e-280 else { return "\(self)" }
    var scale = 1.0
    var digits = abs(self)
    while digits >= 1e12 {
      digits /= 10
      scale /= 10
    }
    while digits < 1e11 {
      digits *= 10
      scale *= 10
    }
    let rounded = (self * scale).rounded() / scale
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }
}
