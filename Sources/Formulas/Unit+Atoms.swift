extension Unit {
  /// One named unit: its symbol, the dimension it measures and its size in that dimension.
  enum Atom: Int, CaseIterable {
    case money, foreignMoney
    case task, attempt, call, token, customer, seat, worker, fullTimeEquivalent, run, release
    case credit
    case second, month, byte
    case millisecond, minute, hour, million, kilobyte, gigabyte, share

    /// The atoms that are not their dimension's own; they stand behind the first sixteen, where
    /// ``Unit`` looks for them.
    static let scaled: [Atom] = [
      .millisecond, .minute, .hour, .million, .kilobyte, .gigabyte, .share,
    ]

    /// The atom that stands for the dimension; nil for what is a plain number.
    var dimension: Atom? {
      switch self {
      case .millisecond, .minute, .hour: .second
      case .million, .share: nil
      case .kilobyte, .gigabyte: .byte
      default: self
      }
    }

    /// The size in the dimension's own atom, as a fraction of whole numbers.
    var scale: (numerator: Double, denominator: Double) {
      switch self {
      case .millisecond: (1, 1000)
      case .minute: (60, 1)
      case .hour: (3600, 1)
      case .million: (1_000_000, 1)
      case .kilobyte: (1000, 1)
      case .gigabyte: (1_000_000_000, 1)
      default: (1, 1)
      }
    }

    var symbol: String {
      switch self {
      case .money: "money"
      case .foreignMoney: "foreign money"
      case .fullTimeEquivalent: "FTE"
      case .second: "s"
      case .millisecond: "ms"
      case .minute: "min"
      case .hour: "h"
      case .byte: "B"
      case .kilobyte: "kB"
      case .gigabyte: "GB"
      case .million: "million"
      default: "\(self)"
      }
    }
  }

  /// An amount in the scenario's one currency.
  public static let money = Unit(.money)
  /// An amount in another currency, before the stated exchange rate is applied.
  public static let foreignMoney = Unit(.foreignMoney)

  /// One work unit handed to the agent.
  public static let task = Unit(.task)
  /// One run of the agent at a task.
  public static let attempt = Unit(.attempt)
  /// One call of a model or a tool.
  public static let call = Unit(.call)
  /// One token as the model's vendor counts it.
  public static let token = Unit(.token)
  /// A million tokens, the amount that prices are quoted for.
  public static let megatoken = Unit(.token) * Unit(.million)
  /// One paying customer.
  public static let customer = Unit(.customer)
  /// One named user of a customer.
  public static let seat = Unit(.seat)
  /// One running instance that works on tasks.
  public static let worker = Unit(.worker)
  /// One person employed full time.
  public static let fullTimeEquivalent = Unit(.fullTimeEquivalent)
  /// One run of the evaluation suite.
  public static let run = Unit(.run)
  /// One release of the agent.
  public static let release = Unit(.release)

  /// What a price plan converts usage to before it is priced.
  public static let credit = Unit(.credit)

  /// Time as it passes, for latencies.
  public static let millisecond = Unit(.millisecond)
  /// Time as it passes, for latencies.
  public static let second = Unit(.second)
  /// Time as it passes, for handle times.
  public static let minute = Unit(.minute)
  /// Time as it passes, for rates of pay.
  public static let hour = Unit(.hour)
  /// The period that all flows are counted in; 730 h where it must be converted.
  public static let month = Unit(.month)

  /// An amount of data.
  public static let byte = Unit(.byte)
  /// A thousand bytes.
  public static let kilobyte = Unit(.kilobyte)
  /// 10⁹ bytes, the amount that storage is priced for.
  public static let gigabyte = Unit(.gigabyte)

  /// A part of a whole, between 0 and 1; a plain number that readers see in per cent.
  public static let share = Unit(.share)
}
