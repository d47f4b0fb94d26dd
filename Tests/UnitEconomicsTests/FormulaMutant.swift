@testable import Formulas

/// One step of a graph written wrongly, as a slip of the hand would write it.
struct FormulaMutant {
  let position: Int
  let slip: String
  /// Which term of a sum it is about.
  let term: Int?
  /// What the wrong step makes of its operands.
  let result: ([Double]) -> Double

  /// Every slip that this step invites.
  static func all(of graph: FormulaGraph, at position: Int) -> [FormulaMutant] {
    let node = graph.nodes[position]
    let count = graph.operands(of: position).count
    return slips(node).map { slip, result in
      FormulaMutant(position: position, slip: slip, term: nil, result: result)
    }
      + (node.operation == .sum ? 0..<count : 0..<0).flatMap { term in
        [("without", 1.0), ("less instead of more", 2)].map { slip, times in
          FormulaMutant(position: position, slip: slip, term: term) {
            $0.reduce(0, +) - times * $0[term]
          }
        }
      }
  }

  private typealias Slip = (String, ([Double]) -> Double)

  private static func slips(_ node: FormulaGraph.Node) -> [Slip] {
    let first: Slip = ("first alone", { $0[0] })
    let second: Slip = ("second alone", { $0[1] })
    func both(_ name: String, _ operation: Operation) -> Slip {
      (name, { operation.result($0[0], $0[1]) })
    }
    let swapped: Slip = ("swapped", { node.operation.result($0[1], $0[0]) })
    let opposite: Slip = ("opposite", { 1 - node.operation.result($0[0], $0[1]) })
    switch node.operation {
    case .input, .undefined, .same, .sum: return []
    case .constant:
      let number = node.number
      return [("one more", { _ in number + 1 }), ("half", { _ in number == 0 ? -1 : number / 2 })]
    case .add: return [both("−", .subtract), both("×", .multiply), first, second]
    case .subtract: return [both("+", .add), swapped, first, second]
    case .multiply: return [both("÷", .divide), both("+", .add), first, second]
    case .divide: return [both("×", .multiply), swapped, first]
    case .minimum: return [both("max", .maximum), first, second]
    case .maximum: return [both("min", .minimum), first, second]
    case .floor: return [("ceil", { $0[0].rounded(.up) }), first]
    case .ceil: return [("floor", { $0[0].rounded(.down) }), first]
    case .power: return [both("×", .multiply), swapped, first]
    case .exp: return [first, ("of −x", { Elementary.exp(-$0[0]) })]
    case .log: return [first, ("−log", { -Elementary.log($0[0]) })]
    case .normalCDF: return [first, ("of −x", { Elementary.normalCDF(-$0[0]) })]
    case .isLess: return [both("≤", .isAtMost), swapped, opposite]
    case .isAtMost: return [both("<", .isLess), swapped, opposite]
    case .select:
      return [
        ("always then", { $0[1] }), ("always otherwise", { $0[2] }),
        ("exchanged", { $0[0].isNaN ? .nan : $0[0] != 0 ? $0[2] : $0[1] }),
      ]
    case .erlangAgents:
      return [
        ("one more", { 1 + agents($0) }), ("nobody leaves", { agents([$0[0], $0[1], $0[2], 0]) }),
        ("no wait", { agents([$0[0], $0[1], 0, $0[3]]) }),
      ]
    case .erlangLate:
      return [
        ("one more", { late([$0[0], $0[1] + 1, $0[2], $0[3]]) }),
        ("nobody leaves", { late([$0[0], $0[1], $0[2], 0]) }), ("in time", { 1 - late($0) }),
      ]
    }
  }

  private static func agents(_ x: [Double]) -> Double {
    Erlang.agents(load: x[0], level: x[1], wait: x[2], leaving: x[3])
  }

  private static func late(_ x: [Double]) -> Double {
    Erlang.late(load: x[0], agents: x[1], wait: x[2], leaving: x[3])
  }

  /// Goes through what the slip changes, step by step, until somebody is told of one.
  ///
  /// - Parameter notices: a position and the number that stands there now.
  /// - Returns: whether something was noticed.
  func isNoticed(in values: Values, by notices: (Int, Double) -> Bool) -> Bool {
    let graph = values.graph
    var numbers = values.numbers
    let wrong = result(graph.operands(of: position).map { numbers[Int($0)] }).orNothing
    guard !isSame(wrong, numbers[position]) else { return false }
    numbers[position] = wrong
    if notices(position, wrong) { return true }
    var isChanged = Array(repeating: false, count: numbers.count)
    isChanged[position] = true
    for later in position + 1..<numbers.count
    where graph.operands(of: later).contains(where: { isChanged[Int($0)] }) {
      let number = graph.step(later).result(graph.operands, numbers)
      guard !isSame(number, numbers[later]) else { continue }
      numbers[later] = number
      isChanged[later] = true
      if notices(later, number) { return true }
    }
    return false
  }

  private func isSame(_ a: Double, _ b: Double) -> Bool { a == b || a.isNaN && b.isNaN }
}
