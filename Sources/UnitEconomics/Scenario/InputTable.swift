/// All inputs of a scenario in the order of its file, each found by its path.
public struct InputTable: Sendable, RandomAccessCollection {
  private var inputs: [Input] = []
  private var places: [String: Int] = [:]

  public init(_ inputs: some Sequence<Input> = []) {
    for input in inputs { append(input) }
  }

  /// Adds an input; one that has its path already is replaced.
  public mutating func append(_ input: Input) {
    if let index = places[input.path] {
      inputs[index] = input
    } else {
      places[input.path] = inputs.count
      inputs.append(input)
    }
  }

  /// The input at a path.
  public subscript(path: String) -> Input? { places[path].map { inputs[$0] } }

  public subscript(position: Int) -> Input { inputs[position] }
  public var startIndex: Int { 0 }
  public var endIndex: Int { inputs.count }

  mutating func reserveCapacity(_ count: Int) {
    inputs.reserveCapacity(count)
    places.reserveCapacity(count)
  }
}
