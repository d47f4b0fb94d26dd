import Testing
import UnitEconomics

/// Every row's source: 40-digit arithmetic, at the number that a Double holds.
@Suite("Gamma and beta functions keep their digits in both tails")
struct SpecialFunctionsTests {
  @Test(
    "ln Γ, next to its zeros as well",
    arguments: [
      (1e-08, 18.420680738180209), (0.1, 2.2527126517342059), (0.5, 0.57236494292470009),
      (0.999999, 5.7721648738556524e-7), (1.000001, -5.7721484238741467e-7),
      (1.4, -0.11961291417237129), (1.9999, -4.2275208772153458e-5), (2.5, 0.28468287047291916),
      (7.25, 7.0521854507385394), (9.5, 11.689333420797268), (10, 12.80182748008147),
      (1234.5, 7550.5509010778949), (10_000_000_000, 220258509288.81058),
    ])
  func logGamma(x: Double, expected: Double) {
    #expect(isNear(GammaFunction.logarithm(x), expected, within: 1e-15))
  }

  @Test("ln Γ is infinite at 0 and nothing below")
  func noLogGamma() {
    #expect(GammaFunction.logarithm(0) == .infinity)
    #expect(GammaFunction.logarithm(-1).isNaN)
    #expect(GammaFunction.logarithm(1) == 0)
    #expect(GammaFunction.logarithm(2) == 0)
  }

  private static let gammaRows: [(a: Double, x: Double, lower: Double, upper: Double)] = [
    (0.1, 0.01, 0.66262125995447979, 0.33737874004552021),
    (0.1, 3, 0.99843472825288565, 0.0015652717471143538),
    (0.5, 0.5, 0.6826894921370859, 0.3173105078629141),
    (0.5, 8, 0.99993665751633376, 6.3342483666239843e-5),
    (1, 2, 0.86466471676338731, 0.13533528323661269),
    (2.5, 0.0001, 3.0087961912476758e-11, 0.99999999996991204),
    (2.5, 2.5, 0.58411981300449208, 0.41588018699550792),
    (8, 3, 0.011904503856357389, 0.98809549614364261),
    (8, 30, 0.99999947662658329, 5.2337341670707004e-7),
    (37, 37, 0.52186498602321856, 0.47813501397678144),
    (37, 90, 0.9999999999182466, 8.1753400175769067e-11),
    (300, 250, 0.0011623936310546183, 0.99883760636894538),
    (300, 310, 0.72248875417186111, 0.27751124582813889),
    (1000, 1000, 0.50420524418021551, 0.49579475581978449),
    (1000, 1200, 0.99999999871183939, 1.2881606086281433e-9),
    (1_000_000, 999_000, 0.15865521357430365, 0.84134478642569635),
  ]

  @Test("the incomplete gamma functions, and back", arguments: gammaRows)
  func gamma(a: Double, x: Double, lower: Double, upper: Double) {
    let function = IncompleteGamma(shape: a)
    let tails = function.tails(at: x)
    let tolerance = a > 10_000 ? 1e-12 : 4e-14
    #expect(isNear(tails.lower, lower, within: tolerance))
    #expect(isNear(tails.upper, upper, within: tolerance))
    #expect(isNear(function.quantile(lower, complement: upper), x, within: 1e-14))
  }

  private static let betaRows: [(a: Double, b: Double, x: Double, lower: Double, upper: Double)] = [
    (0.1, 0.3, 0.02, 0.52773202130779399, 0.47226797869220601),
    (0.5, 0.5, 0.3, 0.36901011956554538, 0.63098988043445462),
    (0.5, 100.5, 0.001, 0.34576381289814123, 0.65423618710185877),
    (0.5, 100.5, 0.04, 0.9957759604379703, 0.0042240395620296982),
    (1, 5, 0.25, 0.7626953125, 0.2373046875),
    (2, 1, 0.25, 0.0625, 0.9375),
    (2.5, 3.5, 1e-05, 3.4357461929846939e-12, 0.99999999999656425),
    (14, 6, 0.7, 0.47386252427351399, 0.52613747572648601),
    (14, 6, 0.2, 6.7969519452160049e-7, 0.99999932030480548),
    (14, 6, 0.96, 0.99992924040624329, 7.0759593756705635e-5),
    (8, 92, 0.08, 0.5412487708342985, 0.4587512291657015),
    (8, 92, 0.25, 0.99999628335592952, 3.7166440704807704e-6),
    (88.5, 12.5, 0.75, 0.00064312344971085346, 0.99935687655028915),
    (300, 700, 0.3, 0.50367118286076761, 0.49632881713923239),
    (300, 700, 0.4, 0.9999999999765105, 2.3489495515115771e-11),
    (8800.5, 1200.5, 0.875, 0.064653806374138756, 0.93534619362586124),
  ]

  @Test("the incomplete beta function, and back", arguments: betaRows)
  func beta(a: Double, b: Double, x: Double, lower: Double, upper: Double) {
    let function = IncompleteBeta(a, b)
    let tails = function.tails(at: x)
    #expect(isNear(tails.lower, lower, within: 4e-14))
    #expect(isNear(tails.upper, upper, within: 4e-14))
    let back = function.quantile(lower, complement: upper)
    #expect(isNear(back.value, x, within: 1e-14))
    #expect(isNear(back.complement, 1 - x, within: 1e-14))
    let mirrored = IncompleteBeta(b, a).tails(at: 1 - x, complement: x)
    #expect(isNear(mirrored.lower, upper, within: 4e-14))
  }

  @Test("the examples in the comments")
  func examples() {
    #expect(IncompleteGamma(shape: 1).quantile(0.5, complement: 0.5) == 0.6931471805599454)
    #expect(isNear(IncompleteBeta(2, 1).quantile(0.25, complement: 0.75).value, 0.5))
  }

  @Test("nothing lies below 0, and all below the other end")
  func ends() {
    #expect(IncompleteGamma(shape: 3).tails(at: 0) == Tails(lower: 0, upper: 1))
    #expect(IncompleteGamma(shape: 3).tails(at: .infinity) == Tails(lower: 1, upper: 0))
    #expect(IncompleteBeta(3, 2).tails(at: -1) == Tails(lower: 0, upper: 1))
    #expect(IncompleteBeta(3, 2).tails(at: 1) == Tails(lower: 1, upper: 0))
    #expect(IncompleteGamma(shape: 3).quantile(1, complement: 0) == .infinity)
    #expect(IncompleteBeta(3, 2).quantile(0, complement: 1).value == 0)
    #expect(IncompleteBeta(3, 2).quantile(-1, complement: 2).value.isNaN)
  }
}
