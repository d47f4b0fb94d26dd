#if FUSED_PRODUCTS
  /// Division by a number that is the same for the whole block, without an instruction that divides.
  extension Operands {
    /// Divides by multiplying with the rounded reciprocal and adding what is left over, twice.
    ///
    /// The bits are those of a division, where nothing on the way leaves the range of normal numbers;
    /// otherwise nothing is done. Whether it was done.
    ///
    ///     q ≈ x · y,  q + (x − q · d) · y  with y = 1 / d
    ///
    /// The first time that makes q one of the two numbers beside the quotient, the second time the
    /// nearer one.
    ///
    /// - Source: Markstein, "Computation of elementary functions on the IBM RISC System/6000
    ///   processor", IBM Journal of Research and Development 34, 1990.
    @inline(__always)
    func divideByReciprocal() -> Bool {
      let divisor = second.vector(0)
      guard divisor[0] != 0, excess(divisor[0]) <= Self.widest, mostExcess() <= Self.widest else {
        return false
      }
      let reciprocal = Vector(repeating: 1 / divisor[0])
      map { x, divisor, _ in
        let guess = x * reciprocal
        let near = guess.addingProduct(x.addingProduct(-guess, divisor), reciprocal)
        return near.addingProduct(x.addingProduct(-near, divisor), reciprocal)
      }
      return true
    }

    /// From 2⁻⁵⁰⁰ to 2⁵⁰⁰ in size are this many numbers, counted twice.
    private static var widest: UInt64 { 1000 &<< 53 }

    /// How far a number lies above 2⁻⁵⁰⁰ in size, with wrapping; nowhere for 0, but not for -0.
    @inline(__always)
    private func excess(_ x: Double) -> UInt64 {
      let bits = UInt64(bitPattern: Elementary.bits(x))
      return bits == 0 ? 0 : bits &<< 1 &- 523 &<< 53
    }

    @inline(__always)
    private func mostExcess() -> UInt64 {
      let numbers = first.numbers
      var most: UInt64 = 0
      for index in 0..<size {
        let own = excess(numbers[index])
        most = own > most ? own : most
      }
      return most
    }
  }
#endif
