/// The operands of one step in memory, and loops over them without a branch inside.
///
/// A number that is the same for the whole block is kept once for each lane, and read again and again.
struct Operands {
  let target: UnsafeMutablePointer<Double>
  let first: Operand
  let second: Operand
  private let third: Operand
  /// How many vectors there are.
  private let count: Int

  @inline(__always)
  init(_ step: BlockStep, _ blocks: UnsafePointer<UnsafeMutablePointer<Double>>, _ count: Int) {
    target = blocks[Int(step.target)]
    first = Operand(blocks[Int(step.first)], isScalar: step.scalars.contains(.first))
    second = Operand(blocks[Int(step.second)], isScalar: step.scalars.contains(.second))
    third = Operand(blocks[Int(step.third)], isScalar: step.scalars.contains(.third))
    self.count = count
  }

  /// A function of the operands, any of which may be the target itself.
  @inline(__always)
  func map(_ function: (Vector, Vector, Vector) -> Vector) {
    var index = 0
    while index &+ Lanes.vectors <= count {
      let (a, b, c) = (first[index], second[index], third[index])
      let result = Lanes(
        a: function(a.a, b.a, c.a), b: function(a.b, b.b, c.b), c: function(a.c, b.c, c.c),
        d: function(a.d, b.d, c.d))
      result.store(target, index)
      index &+= Lanes.vectors
    }
    while index < count {
      function(first.vector(index), second.vector(index), third.vector(index))
        .store(target, index)
      index &+= 1
    }
  }

  /// A function of single numbers, which the compiler turns into vector instructions since source and
  /// target are known to be apart.
  @inline(__always)
  func each(_ scratch: UnsafeMutablePointer<Double>, _ function: (Double) -> Double) {
    spread(first, scratch)
    for index in 0..<size { target[index] = function(scratch[index]) }
  }

  /// The normal distribution function, in two loops: in one, each number would wait
  /// too long for what comes before it.
  @inline(__always)
  func normalCDF(_ scratch: UnsafeMutablePointer<Double>) {
    let (x, scale, rest) = (scratch, scratch + size, scratch + 2 &* size)
    spread(first, x)
    for index in 0..<size {
      (scale[index], rest[index]) = Elementary.normalTail(x[index])
    }
    for index in 0..<size {
      target[index] = Elementary.normalCDF(x[index], scale: scale[index], rest: rest[index])
    }
  }

  /// A function of four numbers, one after the other; the fourth is the first operand of another step.
  @inline(__always)
  func four(
    _ rest: Operands, _ scratch: UnsafeMutablePointer<Double>,
    _ function: (Double, Double, Double, Double) -> Double
  ) {
    let (a, b, c) = (scratch, scratch + size, scratch + 2 &* size)
    spread(first, a)
    spread(second, b)
    spread(third, c)
    // There are three blocks to work in; the operands are all read by now, so the target is free.
    spread(rest.first, target)
    for index in 0..<size {
      target[index] = function(a[index], b[index], c[index], target[index])
    }
  }

  var size: Int { count &* Vector.scalarCount }

  @inline(__always)
  func spread(_ source: Operand, _ scratch: UnsafeMutablePointer<Double>) {
    var index = 0
    while index < count {
      source.vector(index).store(scratch, index)
      index &+= 1
    }
  }
}

/// Where the numbers of one operand lie.
struct Operand {
  private let start: UnsafeRawPointer
  /// How many bytes further the next vector stands: none where one number serves for all.
  private let stride: Int

  @inline(__always)
  init(_ start: UnsafeMutablePointer<Double>, isScalar: Bool) {
    self.start = UnsafeRawPointer(start)
    stride = isScalar ? 0 : Vector.width
  }

  /// Where it begins.
  @inline(__always)
  var numbers: UnsafePointer<Double> { start.assumingMemoryBound(to: Double.self) }

  /// The vectors from an index on.
  @inline(__always)
  subscript(index: Int) -> Lanes { Lanes(start + index &* stride) }

  @inline(__always)
  func vector(_ index: Int) -> Vector { Vector(start + index &* stride) }
}
