/// Something in a scenario that cannot be right, and how to mend it.
///
/// Problems are values, gathered and reported together; they name a path, and whoever read the
/// scenario knows where that path stands.
public struct Problem: Sendable, Equatable {
  /// The path of the input or the part that it is about.
  public let path: String
  /// What is true and what is wrong, without a capital and a full stop.
  public let message: String
  /// The path whose absence is the problem, where it is not ``path``: whoever knows that what stands
  /// there could not be read need not say so twice.
  public let absent: String
  /// What it would mean, in a few words under the place.
  public let label: String
  /// What to write instead.
  public let help: [String]
  /// Whether the scenario can be computed all the same.
  public let isWarning: Bool

  public init(
    _ path: String, _ message: String, absent: String? = nil, label: String = "",
    help: [String] = [], isWarning: Bool = false
  ) {
    self.path = path
    self.absent = absent ?? path
    self.message = message
    self.label = label
    self.help = help
    self.isWarning = isWarning
  }
}
