import TestSupport
import Testing
import Formulas
import UnitEconomics

@Suite("Correlations hold together, or the nearest that do are offered")
struct CorrelationMatrixTests {
  /// The correlations of three inputs: first and second, second and third, first and third.
  private func three(_ a: Double, _ b: Double, _ c: Double) -> CorrelationMatrix {
    var matrix = CorrelationMatrix(names: ["volume", "handle time", "price"])
    (matrix[0, 1], matrix[2, 1], matrix[0, 2]) = (a, b, c)
    return matrix
  }

  /// Correlations that somebody made up.
  private func random(_ size: Int, _ seed: inout Seed) -> CorrelationMatrix {
    var matrix = CorrelationMatrix(names: (0..<size).map { "input \($0)" })
    for row in 0..<size {
      for column in 0..<row { matrix[row, column] = seed.number(-1...1) }
    }
    return matrix
  }

  /// Correlations that do hold together: the cosines between some directions.
  private func possible(_ size: Int, _ seed: inout Seed) -> CorrelationMatrix {
    var matrix = CorrelationMatrix(names: (0..<size).map { "input \($0)" })
    let directions = (0..<size).map { _ in (0..<size).map { _ in seed.number(-1...1) } }
    func product(_ a: Int, _ b: Int) -> Double {
      zip(directions[a], directions[b]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    for row in 0..<size {
      for column in 0..<row {
        matrix[row, column] =
          product(row, column) / (product(row, row) * product(column, column)).squareRoot()
      }
    }
    return matrix
  }

  private func distance(_ a: CorrelationMatrix, _ b: CorrelationMatrix) -> Double {
    a.names.indices.reduce(0) { sum, row in
      sum
        + (0..<row).reduce(0) {
          $0 + 2 * (a[row, $1] - b[row, $1]) * (a[row, $1] - b[row, $1])
        }
    }
  }

  @Test("a correlation is the same both ways, by number and by name")
  func symmetric() {
    var matrix = three(0.5, -0.25, 0.1)
    #expect(matrix[1, 0] == 0.5 && matrix[0, 1] == 0.5)
    #expect(matrix["handle time", "price"] == -0.25 && matrix["price", "price"] == 1)
    #expect(matrix["price", "margin"] == nil)
    matrix[1, 1] = 0.5
    #expect(matrix == three(0.5, -0.25, 0.1))
  }

  @Test("what moves with the same thing cannot move against each other")
  func impossible() {
    #expect(three(0.9, 0.9, 0.9).isValid)
    // Source: by hand, 1 + 2(0.9² · −0.9) − 3 · 0.9² < 0; the eigenvalues are 1 − 2 · 0.9 and 1.9.
    let problems = three(0.9, 0.9, -0.9).problems
    guard case .impossibleTogether(let smallest)? = problems.first else {
      Issue.record("\(problems)")
      return
    }
    #expect(isNear(smallest, -0.8, within: 1e-14))
    #expect(GaussianCopula(three(0.9, 0.9, -0.9)) == nil)
    #expect(
      three(1.5, 0, .nan).problems == [
        .outsideOne("volume", "handle time"), .outsideOne("volume", "price"),
      ])
  }

  @Test("the nearest correlations are those of Higham's example")
  func higham() {
    // Source: Higham 2002, section 4 prints 0.7607 and 0.1573. The first solves 4a³ = a + 1, the
    // second is 2a² − 1; further digits from 40-digit arithmetic.
    let nearest = three(1, 1, 0).nearestValid(smallestEigenvalue: 1e-13)
    #expect(abs(nearest[0, 1] - 0.7606898534022838) < 1e-11)
    #expect(abs(nearest[0, 2] - 0.15729810613837599) < 1e-11)
    #expect(isNear(nearest[0, 1], nearest[1, 2], within: 1e-13))
    #expect(nearest.isValid)
  }

  @Test("the nearest of made-up correlations are valid, can be factored and none beside is nearer")
  func nearest() {
    var seed = Seed(5)
    for size in [2, 3, 5, 8, 13] {
      let stated = random(size, &seed)
      let nearest = stated.nearestValid()
      #expect(nearest.isValid && nearest.smallestEigenvalue > 0.9e-8)
      #expect(nearest == stated.nearestValid())
      #expect(isNear(nearest.nearestValid()[0, 1], nearest[0, 1], within: 1e-9))
      // Between the nearest and any other valid point, no point is nearer: the set is convex.
      for _ in 0..<20 {
        let other = possible(size, &seed)
        var between = nearest
        for row in 0..<size {
          for column in 0..<row {
            between[row, column] = 0.99 * nearest[row, column] + 0.01 * other[row, column]
          }
        }
        #expect(distance(between, stated) >= distance(nearest, stated) - 1e-9)
      }
    }
  }

  @Test("valid correlations are the nearest to themselves")
  func fixed() {
    let valid = three(0.3, 0.2, -0.4)
    #expect(valid.nearestValid() == valid)
  }

  @Test("the factor times itself is the matrix, also where an input follows from others")
  func factored() throws {
    var seed = Seed(7)
    let matrices = [three(0.3, 0.2, -0.4), three(1, 1, 1), three(1, -1, -1), three(0, 0.6, 0.8)]
    for matrix in matrices + [random(9, &seed).nearestValid()] {
      let factor = try #require(GaussianCopula(matrix)).factor
      for row in factor.indices {
        for column in 0...row {
          let product = zip(factor[row], factor[column]).reduce(0) { $0 + $1.0 * $1.1 }
          #expect(abs(product - matrix[row, column]) < 1e-11)
        }
      }
    }
  }

  @Test("draws move together as stated")
  func draws() throws {
    let copula = try #require(GaussianCopula(three(0.6, 0, -0.5)))
    var seed = Seed(11)
    var (square, product) = (0.0, 0.0)
    for _ in 0..<40_000 {
      let independent = (0..<3).map { _ in Elementary.normalQuantile(seed.number(1e-12...1)) }
      let draws = copula.correlated(independent)
      square += draws[2] * draws[2] / 40_000
      product += draws[0] * draws[2] / 40_000
    }
    #expect(abs(square - 1) < 0.03 && abs(product + 0.5) < 0.02)
  }

  @Test("rank correlations become those of normal draws, and back")
  func ranks() {
    // Source: 2 sin(π/12) and 2 sin(0.15π) in 40-digit arithmetic.
    let matrix = three(0.5, 0.9, -1).ofNormalDraws
    #expect(isNear(matrix[0, 1], 0.51763809020504152470, within: 1e-15))
    #expect(isNear(matrix[1, 2], 0.90798099947909367246, within: 1e-15))
    #expect(isNear(matrix[0, 2], -1, within: 1e-15))
    let back = matrix.ofRanks
    #expect(isNear(back[0, 1], 0.5, within: 1e-15) && isNear(back[0, 2], -1, within: 1e-15))
    #expect(isNear(back[1, 2], 0.9, within: 1e-15))
  }
}
