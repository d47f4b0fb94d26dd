import Testing

@testable import Formulas

@Suite("A unit says what a number counts, and converts exactly")
struct UnitTests {
  @Test(
    "A unit is written as it stands beside a number",
    arguments: [
      (.money / .task, "USD / task"), (.gigabyte / .month, "GB / month"), (.megatoken, "Mtok"),
      (.money / .megatoken, "USD / Mtok"), (.token / .second, "token / s"),
      (.money / .customer / .month, "USD / customer / month"), (.one / .worker, "1 / worker"),
      (.one, ""), (.share, "share"), (.share * .share, ""), (.second * .second, "s^2"),
      (.money / (.hour * .hour), "USD / h^2"), (.share * .money, "USD"),
      (.hour / .fullTimeEquivalent / .month, "h / FTE / month"),
      (.foreignMoney / .call, "foreign money / call"), (.millisecond, "ms"),
      (.one / .megatoken, "1 / Mtok"),
    ] as [(Formulas.Unit, String)])
  func text(unit: Formulas.Unit, expected: String) {
    #expect(unit.text(currency: "USD") == expected)
  }

  @Test("Without a currency, money is called money")
  func moneyWithoutCurrency() {
    #expect("\(Formulas.Unit.money / .task)" == "money / task")
  }

  @Test("Atoms that are not their dimension's own stand behind the first sixteen, and no others")
  func scaledAtoms() {
    for atom in Formulas.Unit.Atom.allCases {
      #expect(Formulas.Unit.Atom.scaled.contains(atom) == (atom.rawValue >= 16))
      #expect(Formulas.Unit.Atom.scaled.contains(atom) == (atom.dimension != atom))
    }
  }

  @Test("Units that differ in one exponent are told apart, wherever it stands")
  func apart() {
    let atoms = Formulas.Unit.Atom.allCases.map { Formulas.Unit($0) }
    let units = atoms + atoms.map { .one / $0 }
    #expect(Set(units).count == units.count && !units.contains(.one))
    for unit in units { #expect(units.filter { $0 == unit }.count == 1) }
  }

  @Test("Products and quotients of units do not depend on the order they are made in")
  func algebra() {
    let rate = Formulas.Unit.money / .hour
    #expect(rate * .hour == .money)
    #expect(.hour * rate == .money)
    #expect(rate / rate == .one)
    #expect(Formulas.Unit.call / .attempt * (.attempt / .task) == .call / .task)
  }

  @Test(
    "A conversion is one whole number to multiply or divide by",
    arguments: [
      (.minute, .hour, 1, 60), (.hour, .minute, 60, 1), (.megatoken, .token, 1_000_000, 1),
      (.token, .megatoken, 1, 1_000_000), (.kilobyte, .gigabyte, 1, 1_000_000),
      (.gigabyte, .kilobyte, 1_000_000, 1), (.millisecond, .second, 1, 1000),
      (.millisecond, .hour, 1, 3_600_000), (.hour, .millisecond, 3_600_000, 1),
      (.money / .hour, .money / .second, 1, 3600), (.money / .minute, .money / .hour, 60, 1),
      (.money / .megatoken, .money / .token, 1, 1_000_000), (.share, .one, 1, 1),
      (.minute * .minute, .second * .second, 3600, 1), (.task, .task, 1, 1),
    ] as [(Formulas.Unit, Formulas.Unit, Double, Double)])
  func conversion(
    from: Formulas.Unit, to: Formulas.Unit, multiplier: Double, divisor: Double
  ) {
    #expect(from.conversion(to: to) == (multiplier, divisor))
  }

  @Test(
    "Units that measure the same thing are compatible, others are not",
    arguments: [
      (.minute, .millisecond, true), (.minute * .money / .hour, .money, true),
      (.share, .one, true), (.kilobyte / .attempt, .gigabyte / .attempt, true),
      (.money, .second, false), (.money, .foreignMoney, false), (.task, .attempt, false),
      (.month, .hour, false), (.token, .one, false), (.money / .task, .money, false),
      (.second, .second * .second, false),
    ] as [(Formulas.Unit, Formulas.Unit, Bool)])
  func compatibility(left: Formulas.Unit, right: Formulas.Unit, expected: Bool) {
    #expect(left.isCompatible(with: right) == expected)
    #expect(right.isCompatible(with: left) == expected)
  }

  @Test("A ratio of like things is a plain number")
  func dimensionless() {
    #expect((Formulas.Unit.minute / .hour).isDimensionless)
    #expect(Formulas.Unit.share.isDimensionless)
    #expect(!(Formulas.Unit.task / .month).isDimensionless)
  }
}

@Suite("What people leave out of a unit is read as it is meant")
struct UnitReadingTests {
  @Test(
    "Counts may go without saying, and a month is 730 h",
    arguments: [
      (.money / .month, .money / .customer / .month, 1), (.money, .money / .call, 1),
      (.one / .month, .task / .customer / .month, 1), (.one, .attempt / .task, 1),
      (.minute, .second / .call, 60), (.one / .hour, .task / .month, 730),
      (.task / .minute, .task / .month, 43_800), (.hour, .month, 1 / 730),
      (.money / .gigabyte, .money / .kilobyte, 1e-6), (.money / .hour, .money / .month, 730),
      (.call / .month, .call / .minute, 1 / 43_800), (.money, .money / .foreignMoney, 1),
    ] as [(Formulas.Unit, Formulas.Unit, Double)])
  func accepted(stated: Formulas.Unit, target: Formulas.Unit, factor: Double) throws {
    let (multiplier, divisor) = try #require(stated.reading(as: target))
    #expect(multiplier / divisor == factor)
  }

  @Test("A month is as long as it is said to be")
  func otherMonth() throws {
    let (multiplier, divisor) = try #require(
      (Formulas.Unit.one / .hour).reading(as: .task / .month, hoursPerMonth: 720))
    #expect(multiplier / divisor == 720)
  }

  @Test(
    "What is stated must fit",
    arguments: [
      (.money / .task, .money / .call), (.second, .money), (.money / .month, .money),
      (.token, .task), (.money, .money / .month), (.byte, .second), (.one, .money),
      (.one, .second), (.task, .one), (.money * .hour, .money / .month),
    ] as [(Formulas.Unit, Formulas.Unit)])
  func refused(stated: Formulas.Unit, target: Formulas.Unit) {
    #expect(stated.reading(as: target) == nil)
  }

  @Test("Money changes to another currency's and back, and nothing else does")
  func foreign() {
    let price = Formulas.Unit.money / .megatoken
    #expect(price.inForeignMoney == .foreignMoney / .megatoken)
    #expect(price.inForeignMoney.inHomeMoney == price)
    #expect(Formulas.Unit.second.inForeignMoney == .second)
    #expect(price.isMoney)
    #expect(!price.inForeignMoney.isMoney)
  }
}
