import UnitEconomics

/// All that an agent's readiness is judged by: the checklist, what the scenario states, what its model says,
/// and what logs prove.
public struct ReadinessCase: Sendable {
  public var checklist: Checklist
  public var block: ReadinessBlock
  public let reading: ScenarioReading
  /// The model under the pessimistic pack, which several items ask for.
  let packed: [Case]
  /// The same with what runs measure laid over it; nil without logs.
  public var measured: ScenarioReading?
  /// Paths of the inputs that were measured.
  public var measuredInputs: [String]
  public var logs: LogEvidence?
  /// What became of the roll-back triggers; nil where no release was compared.
  public var triggers: [Trigger]?
  /// How likely figures are within their limits, by the path of the item.
  public var chances: [String: Chance]
  /// The day on which it is judged.
  public var on: Day

  public init(
    checklist: Checklist, block: ReadinessBlock, reading: ScenarioReading,
    measured: ScenarioReading? = nil, measuredInputs: [String] = [], logs: LogEvidence? = nil,
    triggers: [Trigger]? = nil, chances: [String: Chance] = [:], on: Day
  ) {
    self.checklist = checklist
    self.block = block
    self.reading = reading
    packed = Self.packed(reading)
    self.measured = measured
    self.measuredInputs = measuredInputs
    self.logs = logs
    self.triggers = triggers
    self.chances = chances
    self.on = on
  }

  /// A roll-back trigger, and what a comparison of releases says of it.
  public struct Trigger: Sendable, Hashable {
    public let name: String
    public let fires: Bool
    /// Whether the runs tell its figure.
    public let isKnown: Bool

    public init(name: String, fires: Bool, isKnown: Bool) {
      self.name = name
      self.fires = fires
      self.isKnown = isKnown
    }
  }

  /// How likely a figure is within its limit.
  public struct Chance: Sendable, Hashable {
    public let share: Double
    /// Where it lies with 95 % confidence: draws are finite.
    public let interval: ClosedRange<Double>
    public let draws: Int

    public init(share: Double, interval: ClosedRange<Double>, draws: Int) {
      self.share = share
      self.interval = interval
      self.draws = draws
    }
  }

  var scenario: Scenario { reading.model.scenario }
  var launch: Day { block.launch ?? on }
  /// As measured where that is known, else as stated.
  var best: ScenarioReading { measured ?? reading }
}
