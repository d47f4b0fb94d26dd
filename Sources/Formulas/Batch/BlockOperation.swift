/// One step of a program on blocks: an operation on up to three blocks of numbers, into another.
struct BlockStep {
  let operation: Operation
  let target: Int
  let first: Int
  let second: Int
  let third: Int
  /// Whether a result may fail to be a finite number, so that it must be looked at.
  let isChecked: Bool
}

extension BlockStep {
  /// Works the step on blocks of so many numbers that lie one after the other in `memory`.
  ///
  /// Each case is a loop without a branch inside, which the compiler turns into vector instructions.
  /// The arithmetic is that of ``Operation/result(_:_:)``.
  func run(_ memory: UnsafeMutablePointer<Double>, block: Int, count: Int) {
    let target = memory + target * block
    let a = UnsafePointer(memory + first * block)
    let b = UnsafePointer(memory + second * block)
    let c = UnsafePointer(memory + third * block)
    switch operation {
    case .input, .constant, .undefined, .same, .sum: break
    case .add:
      if isChecked {
        map(a, b, target, count) { ($0 + $1).orNothing }
      } else {
        map(a, b, target, count) { $0 + $1 }
      }
    case .subtract:
      if isChecked {
        map(a, b, target, count) { ($0 - $1).orNothing }
      } else {
        map(a, b, target, count) { $0 - $1 }
      }
    case .multiply:
      if isChecked {
        map(a, b, target, count) { ($0 * $1).orNothing }
      } else {
        map(a, b, target, count) { $0 * $1 }
      }
    case .divide:
      if isChecked {
        map(a, b, target, count) { ($0 / $1).orNothing }
      } else {
        map(a, b, target, count) { $0 / $1 }
      }
    case .minimum:
      if isChecked {
        map(a, b, target, count) { $0 != $0 ? $0 : $1 != $1 ? $1 : $1 < $0 ? $1 : $0 }
      } else {
        map(a, b, target, count) { $1 < $0 ? $1 : $0 }
      }
    case .maximum:
      if isChecked {
        map(a, b, target, count) { $0 != $0 ? $0 : $1 != $1 ? $1 : $1 > $0 ? $1 : $0 }
      } else {
        map(a, b, target, count) { $1 > $0 ? $1 : $0 }
      }
    case .floor: map(a, target, count) { roundedDown($0) }
    case .ceil: map(a, target, count) { -roundedDown(-$0) }
    case .power: map(a, b, target, count) { Elementary.power($0, $1).orNothing }
    case .exp: map(a, target, count) { Elementary.exp($0).orNothing }
    case .log: map(a, target, count) { Elementary.log($0) }
    case .normalCDF: map(a, target, count) { Elementary.normalCDF($0) }
    case .isLess:
      if isChecked {
        map(a, b, target, count) { $0 != $0 || $1 != $1 ? .nan : $0 < $1 ? 1 : 0 }
      } else {
        map(a, b, target, count) { $0 < $1 ? 1 : 0 }
      }
    case .isAtMost:
      if isChecked {
        map(a, b, target, count) { $0 != $0 || $1 != $1 ? .nan : $0 <= $1 ? 1 : 0 }
      } else {
        map(a, b, target, count) { $0 <= $1 ? 1 : 0 }
      }
    case .select:
      for index in 0..<count {
        let condition = a[index]
        let chosen = condition != 0 ? b[index] : c[index]
        target[index] = condition != condition ? .nan : chosen
      }
    }
  }
}

@inline(__always)
private func map(
  _ a: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>, _ count: Int,
  _ function: (Double) -> Double
) {
  for index in 0..<count { target[index] = function(a[index]) }
}

@inline(__always)
private func map(
  _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>,
  _ count: Int, _ function: (Double, Double) -> Double
) {
  for index in 0..<count { target[index] = function(a[index], b[index]) }
}

/// The whole number at or below, by arithmetic alone where the number is small enough to have parts.
@inline(__always)
private func roundedDown(_ x: Double) -> Double {
  let rounder = 6_755_399_441_055_744.0
  let nearest = (x + rounder) - rounder
  let below = nearest > x ? nearest - 1 : nearest
  return x < 2_251_799_813_685_248 && x > -2_251_799_813_685_248 ? below : x
}
