/// Keeps values until the process ends.
///
/// The system takes the memory of an ended process back as a whole. To free a model of a hundred thousand
/// objects one by one just before that takes a twentieth of the time of `plans` on fifty plans.
func keepUntilTheEnd<each Value>(_ values: repeat each Value) {
  _ = Unmanaged.passRetained(Kept((repeat each values) as Any))
}

private final class Kept {
  let values: Any

  init(_ values: Any) { self.values = values }
}
