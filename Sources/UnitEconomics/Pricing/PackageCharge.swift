import Formulas

extension ModelBuilder {
  /// Whole packages, each at its price; an exact multiple opens no further one.
  ///
  ///     ⌈units / size⌉ · price
  ///
  /// - Source: the package model of Lago, OpenMeter, Orb and Chargebee, and Stripe's
  ///   `transform_quantity`, which may round down too.
  func package(
    _ units: Formula, size: Input, price: Input, _ rounding: Charge.PackageRounding,
    _ charge: Charge
  ) -> Formula {
    let needed = packages(of: units, size: size, rounding, charge)
    let sold =
      charge.atZero == .charged ? .max(.constant(1, unit: charge.packages), needed) : needed
    return sold * self(price)
  }

  /// How many packages so many units of a customer fill or open.
  func packages(
    of units: Formula, size: Input, _ rounding: Charge.PackageRounding, _ charge: Charge
  ) -> Formula {
    let count = units.number(of: charge.usage) / self(size).number(of: charge.unit)
    let whole: Formula =
      switch rounding {
      case .up: .ceil(count)
      case .down: .floor(count)
      }
    return whole.counted(in: charge.packages)
  }
}
