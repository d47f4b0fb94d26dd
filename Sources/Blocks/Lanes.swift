#if WIDE_REGISTERS
  /// So many numbers as one instruction may take; each machine splits or joins them as it can.
  typealias Vector = SIMD8<Double>
#else
  /// So many numbers as one instruction may take; each machine splits or joins them as it can.
  typealias Vector = SIMD4<Double>
#endif

/// Vectors that are worked on together, so that none has to wait for the one before.
struct Lanes {
  static let vectors = 4

  var a: Vector
  var b: Vector
  var c: Vector
  var d: Vector

  @inline(__always)
  init(a: Vector, b: Vector, c: Vector, d: Vector) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }

  @inline(__always)
  init(_ source: UnsafeRawPointer) {
    a = Vector(source)
    b = Vector(source + Vector.width)
    c = Vector(source + 2 &* Vector.width)
    d = Vector(source + 3 &* Vector.width)
  }

  /// Writes them from the vector with an index on.
  @inline(__always)
  func store(_ target: UnsafeMutablePointer<Double>, _ index: Int) {
    a.store(target, index)
    b.store(target, index &+ 1)
    c.store(target, index &+ 2)
    d.store(target, index &+ 3)
  }
}

extension Vector {
  /// In bytes.
  static let width = 8 * scalarCount

  @inline(__always)
  init(_ source: UnsafeRawPointer) {
    self = source.loadUnaligned(fromByteOffset: 0, as: Vector.self)
  }

  /// Writes it where the vector with an index stands.
  @inline(__always)
  func store(_ target: UnsafeMutablePointer<Double>, _ index: Int) {
    UnsafeMutableRawPointer(target).storeBytes(
      of: self, toByteOffset: index &* Vector.width, as: Vector.self)
  }
}

// Functions by name and not closures: they must not stay calls, and only of functions can that be said.
extension Vector {
  @inline(__always)
  static func sum(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector { a + b }

  @inline(__always)
  static func checkedSum(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector { (a + b).orNothing }

  @inline(__always)
  static func difference(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector { a - b }

  @inline(__always)
  static func checkedDifference(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    (a - b).orNothing
  }

  @inline(__always)
  static func product(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector { a * b }

  @inline(__always)
  static func checkedProduct(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector { (a * b).orNothing }

  @inline(__always)
  static func ratio(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector { a / b }

  @inline(__always)
  static func checkedRatio(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector { (a / b).orNothing }

  @inline(__always)
  static func sumOfThree(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector { (a + b) + c }

  @inline(__always)
  static func checkedSumOfThree(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    ((a + b) + c).orNothing
  }

  @inline(__always)
  static func productAndSum(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector { a * b + c }

  @inline(__always)
  static func checkedProductAndSum(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    (a * b + c).orNothing
  }

  @inline(__always)
  static func minimum(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    a.replacing(with: b, where: b .< a)
  }

  @inline(__always)
  static func checkedMinimum(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    minimum(a, b, c).undefinedWhere(b)
  }

  @inline(__always)
  static func maximum(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    a.replacing(with: b, where: b .> a)
  }

  @inline(__always)
  static func checkedMaximum(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    maximum(a, b, c).undefinedWhere(b)
  }

  @inline(__always)
  static func less(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    zero.replacing(with: one, where: a .< b)
  }

  @inline(__always)
  static func checkedLess(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    less(a, b, c).undefinedWhere(a).undefinedWhere(b)
  }

  @inline(__always)
  static func atMost(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    zero.replacing(with: one, where: a .<= b)
  }

  @inline(__always)
  static func checkedAtMost(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    atMost(a, b, c).undefinedWhere(a).undefinedWhere(b)
  }

  @inline(__always)
  static func choice(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    c.replacing(with: b, where: a .!= zero)
  }

  @inline(__always)
  static func checkedChoice(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    choice(a, b, c).undefinedWhere(a)
  }

  @inline(__always)
  private static var zero: Vector { Vector(repeating: 0) }

  @inline(__always)
  private static var one: Vector { Vector(repeating: 1) }

  /// Not a number where a result is not finite: taking 0 away changes nothing, not even -0.
  @inline(__always)
  var orNothing: Vector { self - (self - self) }

  @inline(__always)
  private func undefinedWhere(_ other: Vector) -> Vector {
    replacing(with: Vector(repeating: .nan), where: other .!= other)
  }
}
