import Formulas
import Testing

@Suite("The normal distribution function keeps its digits far into the tails")
struct NormalCDFTests {
  private func normalCDF(_ z: Double) throws -> Double {
    let graph = try FormulaGraph([.normalCDF(.input("z", unit: .one)).named("p")])
    return try #require(graph.values(at: [z])["p"]?.value)
  }

  // Source: QUANT.md, inverse normal, 40-digit mpmath. In the far tail a last digit of z is worth
  // z² last digits of p, hence 12 digits and not 15.
  @Test(
    "It takes each quantile back to its probability",
    arguments: [
      (0.975, 1.9599639845400542355), (0.95, 1.6448536269514727149),
      (0.05, -1.6448536269514727149), (0.001, -3.0902323061678135415),
      (1e-10, -6.3613409024040562047), (1e-300, -37.047096299361199237),
      (0.5000001, 2.5066282746310267518e-7),
    ])
  func quantile(p: Double, z: Double) throws {
    #expect(abs(try normalCDF(z) / p - 1) < 1e-12)
  }

  // Source: mpmath ncdf with 40 digits. The argument's last digit is worth z² last digits of p.
  @Test(
    "It agrees with 40-digit arithmetic",
    arguments: [
      (-37, 5.7255712225245768e-300), (-30, 4.9067139271481871e-198),
      (-20, 2.7536241186062337e-89), (-8, 6.2209605742717841e-16), (-5, 2.8665157187919391e-7),
      (-3, 0.0013498980316300945), (-1.5, 0.066807201268858066), (-1, 0.15865525393145705),
      (-0.5, 0.3085375387259869), (0.25, 0.59870632568292372), (1, 0.84134474606854295),
      (2, 0.97724986805182079), (3, 0.99865010196836991), (5, 0.99999971334842812),
      (8, 0.99999999999999938),
    ])
  func value(z: Double, p: Double) throws {
    #expect(abs(try normalCDF(z) / p - 1) < (2 + z * z) * 0x1p-52)
  }

  @Test("It is a half at 0, and 0 and 1 beyond what a number can tell")
  func ends() throws {
    #expect(try normalCDF(0) == 0.5)
    #expect(try normalCDF(-40) == 0)
    #expect(try normalCDF(40) == 1)
  }
}
