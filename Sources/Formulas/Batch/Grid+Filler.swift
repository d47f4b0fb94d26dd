extension Grid {
  /// Works the numbers of a column out, a stretch of positions at a time.
  ///
  /// An object, so that a loop over stretches need not count who holds what it calls.
  public final class Filler: Sendable {
    /// Called with positions, where their numbers go, and memory for ``BlockEngine/scratchCount`` numbers
    /// to work in; from several pieces at once.
    public typealias Work =
      @Sendable (Range<Int>, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Void

    private let work: Work

    public init(_ work: @escaping Work) { self.work = work }

    @inline(__always)
    func fill(
      _ positions: Range<Int>, _ target: UnsafeMutablePointer<Double>,
      _ scratch: UnsafeMutablePointer<Double>
    ) {
      work(positions, target, scratch)
    }
  }
}
