/// Runs programs on blocks of numbers.
///
/// The arithmetic of each operation is that of a single point, step for step, so that a lane of a block
/// has the same bits however wide the processor's registers are.
public enum BlockMachine {
  /// Numbers are worked on at most so many at a time; a block is a multiple of this long.
  public static let lanes = 32

  /// Runs some steps on the first `count` numbers of each block, and on those up to the next multiple
  /// of ``lanes``, whose results mean nothing.
  ///
  /// - Parameters:
  ///   - steps: the first of some ``BlockStep`` in memory.
  ///   - blocks: where each block begins.
  ///   - scratch: three blocks for what the machine itself has to keep.
  public static func run(
    _ steps: UnsafeRawPointer, _ stepCount: Int,
    _ blocks: UnsafePointer<UnsafeMutablePointer<Double>>, _ count: Int,
    _ scratch: UnsafeMutablePointer<Double>
  ) {
    let count = (count &+ Vector.scalarCount &- 1) / Vector.scalarCount
    let steps = steps.assumingMemoryBound(to: BlockStep.self)
    var index = 0
    while index < stepCount {
      let step = steps[index]
      index &+= 1
      if step.operation == .sumOfTerms {
        let terms = Int(step.first)
        SumOfTerms(steps + index, terms, blocks, step.isChecked).work(
          blocks[Int(step.target)], count)
        index &+= terms
        continue
      }
      let operands = Operands(step, blocks, count)
      switch step.operation {
      case .sumOfTerms: continue
      case .copy: operands.map { a, _, _ in a }
      case .add:
        if step.isChecked {
          operands.map(Vector.checkedSum)
        } else {
          operands.map(Vector.sum)
        }
      case .subtract:
        if step.isChecked {
          operands.map(Vector.checkedDifference)
        } else {
          operands.map(Vector.difference)
        }
      case .multiply:
        if step.isChecked {
          operands.map(Vector.checkedProduct)
        } else {
          operands.map(Vector.product)
        }
      case .divide:
        #if FUSED_PRODUCTS
          if step.scalars == .second, operands.divideByReciprocal() { continue }
        #endif
        if step.isChecked {
          operands.map(Vector.checkedRatio)
        } else {
          operands.map(Vector.ratio)
        }
      case .addTwice:
        if step.isChecked {
          operands.map(Vector.checkedSumOfThree)
        } else {
          operands.map(Vector.sumOfThree)
        }
      case .multiplyAdd:
        if step.isChecked {
          operands.map(Vector.checkedProductAndSum)
        } else {
          operands.map(Vector.productAndSum)
        }
      case .minimum:
        if step.isChecked {
          operands.map(Vector.checkedMinimum)
        } else {
          operands.map(Vector.minimum)
        }
      case .maximum:
        if step.isChecked {
          operands.map(Vector.checkedMaximum)
        } else {
          operands.map(Vector.maximum)
        }
      case .isLess:
        if step.isChecked {
          operands.map(Vector.checkedLess)
        } else {
          operands.map(Vector.less)
        }
      case .isAtMost:
        if step.isChecked {
          operands.map(Vector.checkedAtMost)
        } else {
          operands.map(Vector.atMost)
        }
      case .select:
        if step.isChecked {
          operands.map(Vector.checkedChoice)
        } else {
          operands.map(Vector.choice)
        }
      case .floor: operands.each(scratch) { roundedDown($0) }
      case .ceil: operands.each(scratch) { -roundedDown(-$0) }
      case .power:
        if !step.scalars.contains(.second) || !operands.wholePower() { operands.power(scratch) }
      case .exp: operands.each(scratch) { Elementary.exp($0).orNothing }
      case .log: operands.each(scratch) { Elementary.log($0) }
      case .normalCDF: operands.normalCDF(scratch)
      case .erlangAgents:
        operands.four(Operands(steps[index], blocks, count), scratch) {
          Erlang.agents(load: $0, level: $1, wait: $2, leaving: $3)
        }
        index &+= 1
      case .erlangLate:
        operands.four(Operands(steps[index], blocks, count), scratch) {
          Erlang.late(load: $0, agents: $1, wait: $2, leaving: $3)
        }
        index &+= 1
      }
    }
  }
}

extension Double {
  @inline(__always)
  var orNothing: Double { self - (self - self) }
}

/// The whole number at or below, by arithmetic alone where the number is small enough to have parts.
@inline(__always)
private func roundedDown(_ x: Double) -> Double {
  let rounder = 6_755_399_441_055_744.0
  let nearest = (x + rounder) - rounder
  let below = nearest > x ? nearest - 1 : nearest
  return x < 2_251_799_813_685_248 && x > -2_251_799_813_685_248 ? below : x
}
