/// A model read at every point of a grid.
///
///     let reading = GridReading(graph, around: values, grid: grid, outputs: ["grossMargin"])
///     reading.read { start, count, outputs in … outputs[0][0..<count] … }
///
/// Each formula is worked out once for each combination of just those axes that it depends on, in
/// blocks of a few hundred numbers. Every number equals that of the point reading, bit for bit; what
/// is undefined is not a number. Memory does not grow with the number of points.
public struct GridReading: Sendable {
  /// What takes the results: the first point, how many follow, a block of numbers for each output.
  ///
  /// It is called from several pieces at once, never twice for one point.
  public typealias Consumer = @Sendable (Int, Int, [UnsafePointer<Double>]) -> Void

  public let grid: Grid
  let program: BatchProgram

  /// Prepares a model for a grid.
  ///
  /// - Parameters:
  ///   - values: the point reading around which the grid lies; inputs that no axis moves stay so.
  ///   - outputs: the paths of the formulas to read; each must be in the graph.
  public init(around values: Values, grid: Grid, outputs: [String]) {
    self.grid = grid
    program = BatchProgram(
      values.graph, around: values, grid: grid,
      wanted: outputs.map { values.graph.positions[$0]! })
  }

  /// How many outputs it has.
  public var outputCount: Int { program.outputs.count }

  /// Reads all points, or a stretch of them; every crew gives the same bits.
  public func read(
    _ points: Range<Int>? = nil, by crew: Crew = .alone(), consumer: @escaping Consumer
  ) {
    let tables = GridTables(program, grid)
    for group in program.groups.dropLast() {
      let run = GroupRun(group, program, grid, tables, crew.engine)
      split(0..<run.count, crew) { run.work($0) { _, _, _ in } }
    }
    guard let last = program.groups.last else { return }
    let run = GroupRun(last, program, grid, tables, crew.engine, outputs: program.outputs)
    split(points ?? 0..<run.count, crew) { run.work($0, consumer) }
  }

  private func split(
    _ range: Range<Int>, _ crew: Crew, _ work: @escaping @Sendable (Range<Int>) -> Void
  ) {
    let pieces = Swift.min(crew.pieces, (range.count + GroupRun.block - 1) / GroupRun.block)
    guard pieces > 1 else { return work(range) }
    let size = (range.count + pieces - 1) / pieces
    crew.runner(pieces) { piece in
      let start = range.lowerBound + piece * size
      let end = Swift.min(start + size, range.upperBound)
      if start < end { work(start..<end) }
    }
  }
}
