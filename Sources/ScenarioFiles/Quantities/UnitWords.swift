import Formulas

/// A unit as someone wrote it: known atoms, and a whole factor where the word means several of one.
struct WrittenUnit: Equatable {
  var unit: Unit
  var multiplier = 1.0
  var divisor = 1.0

  static func * (left: WrittenUnit, right: WrittenUnit) -> WrittenUnit {
    WrittenUnit(
      unit: left.unit * right.unit, multiplier: left.multiplier * right.multiplier,
      divisor: left.divisor * right.divisor)
  }

  static func / (left: WrittenUnit, right: WrittenUnit) -> WrittenUnit {
    WrittenUnit(
      unit: left.unit / right.unit, multiplier: left.multiplier * right.divisor,
      divisor: left.divisor * right.multiplier)
  }
}

extension WrittenUnit {
  /// The unit that a word stands for, in singular or plural.
  ///
  /// - Parameter taskWords: what the scenario calls a task, such as "ticket".
  init?(word: String, taskWords: Set<String>) {
    if let known = Self.words[word] {
      self = known
      return
    }
    let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
    if let known = Self.words[singular], singular.count > 2 {
      self = known
    } else if taskWords.contains(word) || taskWords.contains(singular) {
      self = WrittenUnit(unit: .task)
    } else {
      return nil
    }
  }

  /// All words, for suggestions.
  static var knownWords: [String] { words.keys.sorted() }

  private static let words: [String: WrittenUnit] = {
    var words: [String: WrittenUnit] = [:]
    func add(_ unit: Unit, times: Double = 1, over: Double = 1, _ names: String...) {
      for name in names {
        words[name] = WrittenUnit(unit: unit, multiplier: times, divisor: over)
      }
    }
    add(.millisecond, "ms", "msec", "millisecond")
    add(.second, "s", "sec", "second")
    add(.minute, "min", "minute", "mins")
    add(.hour, "h", "hr", "hour", "hrs")
    add(.hour, times: 24, "day", "d")
    add(.hour, times: 168, "week", "wk")
    add(.month, "month", "mo", "mth")
    add(.month, times: 3, "quarter")
    add(.month, times: 12, "year", "yr", "y")

    add(.task, "task")
    add(.attempt, "attempt", "case")
    add(.call, "call", "request", "req")
    add(.token, "token", "tok")
    add(.token, times: 1000, "ktok", "ktoken")
    add(.megatoken, "Mtok", "Mtoken", "MTok")
    add(.customer, "customer", "tenant")
    add(.seat, "seat", "user")
    add(.worker, "worker", "instance")
    add(.fullTimeEquivalent, "FTE", "fte", "person", "agent")
    add(.run, "run")
    add(.release, "release")
    add(.credit, "credit")

    add(.byte, "B", "byte")
    add(.kilobyte, "kB", "KB")
    add(.kilobyte, times: 1000, "MB")
    add(.gigabyte, "GB")
    add(.gigabyte, times: 1000, "TB")
    add(.byte, times: 1024, "KiB")
    add(.byte, times: 1_048_576, "MiB")
    add(.byte, times: 1_073_741_824, "GiB")
    return words
  }()
}
