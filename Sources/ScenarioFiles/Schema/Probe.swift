import Formulas
import UnitEconomics

/// Has the reader tell what it would read, and where.
///
/// The reader runs over no file at all. Each of its calls notes what it asks for and reads nothing; where the
/// way on depends on what a file says, every way is taken.
final class Probe {
  /// The name that stands for any name of the file's own, and for any place in a list.
  static let anyName = "*"
  static let anyPlace = "#"

  let root = Declared()
  private var places: [String: Declared]
  /// How often each turning was met, by the object it is in.
  private var turnings: [String: [String: (count: Int, met: Int)]] = [:]
  /// What has been asked for as needed, by the object it is in, while a way is taken.
  private var required: [String: Set<String>] = [:]

  init() { places = ["": root] }

  /// Notes what may stand under a key of an object.
  ///
  /// - Returns: the path of it.
  @discardableResult
  func declare(
    _ key: String, in path: String, _ form: Declared.Form, _ sentence: String = ""
  ) -> String {
    let path = InputPath.appending(key, to: path)
    place(path).add(form, sentence)
    return path
  }

  /// Notes a quantity at a path.
  func declare(
    _ path: String, _ form: Declared.Form, _ sentence: String, _ unit: Unit, _ domain: Domain,
    impliesMonth: Bool = false, default fallback: Double? = nil, currency: String
  ) {
    let declared = place(path)
    declared.add(form, sentence)
    let bare = Quantity(number: 1, unit: WrittenUnit(unit: .one))
    let takesNumbers = bare.value(in: unit, impliesMonth: impliesMonth) != nil
    declared.add(
      example: unit.example(currency: currency), numbers: takesNumbers ? domain : nil,
      fallback: fallback.map { QuantityText.text($0, in: unit, currency: currency) })
  }

  /// Notes that an object needs a member.
  func require(_ key: String, in path: String) { required[path, default: []].insert(key) }

  /// Notes that an object may hold more than is known.
  func open(_ path: String) { place(path).isOpen = true }

  /// Reads an object once for each way that there is through it.
  func everyWay<Value>(through path: String, _ read: () -> Value) -> Value {
    var fruitless = 0
    while true {
      let before = progress(in: path)
      required[path] = []
      let value = read()
      place(path).require(only: required[path] ?? [])
      fruitless = progress(in: path) == before ? fruitless + 1 : 0
      let isDone = (turnings[path] ?? [:]).values.allSatisfy { $0.met >= $0.count }
      // A turning is met again once the longest turning before it has come round.
      if isDone || fruitless > 100 { return value }
    }
  }

  /// Which way is taken at a turning, each time the next.
  func turn(_ name: String, in path: String, ways count: Int) -> Int {
    let met = turnings[path]?[name]?.met ?? 0
    turnings[path, default: [:]][name] = (count, met + 1)
    return met % count
  }

  /// How many ways have been taken at turnings that had one left.
  private func progress(in path: String) -> Int {
    (turnings[path] ?? [:]).values.reduce(0) { $0 + min($1.met, $1.count) }
  }

  private func place(_ path: String) -> Declared {
    if let known = places[path] { return known }
    var place = root
    for part in InputPath.parts(path) { place = place.below(part) }
    places[path] = place
    return place
  }
}
