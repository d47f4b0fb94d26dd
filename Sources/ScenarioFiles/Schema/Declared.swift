import UnitEconomics

/// What may stand at one place of a file, as the calls that read it declare it.
///
/// Where it is read in several ways, such as a charge by its model, it is all that any of them reads.
final class Declared {
  /// What a value may be.
  enum Form: Hashable {
    case text, texts, truth, day, term, object, list
    /// A quantity alone: a text with a unit, or a number where none is needed.
    case quantity
    /// A quantity alone, or an object with its range and its source.
    case input
    /// One of a few words.
    case words([String])
    /// Any text, though some are known.
    case suggested([String])
    /// The version of the format.
    case version(Double)
  }

  private(set) var sentences: [String] = []
  private(set) var forms: [Form] = []
  /// Quantities as they may be written, in each unit that is read there.
  private(set) var examples: [String] = []
  /// Whether a number without a unit can be meant, and between what.
  private(set) var numbers: Domain?
  /// What is taken where nothing is stated, as it may be written.
  private(set) var fallback: String?
  private(set) var members: [(key: String, value: Declared)] = []
  /// What stands under names of the file's own.
  private(set) var named: Declared?
  /// What a list holds.
  private(set) var item: Declared?
  /// Whether there may be members that are known only with another file.
  var isOpen = false
  /// The members that every way of reading asks for.
  private(set) var required: Set<String>?

  func add(_ form: Form, _ sentence: String) {
    if !forms.contains(form) { forms.append(form) }
    if !sentence.isEmpty, !sentences.contains(sentence) { sentences.append(sentence) }
  }

  func add(example: String, numbers: Domain?, fallback: String?) {
    if !examples.contains(example) { examples.append(example) }
    if let numbers { self.numbers = numbers }
    if let fallback { self.fallback = fallback }
  }

  /// What stands under a part of a path: a name of the file's own, a place in a list, or a key.
  func below(_ part: String) -> Declared {
    switch part {
    case Probe.anyName:
      if named == nil { named = Declared() }
      return named ?? Declared()
    case Probe.anyPlace:
      if item == nil { item = Declared() }
      return item ?? Declared()
    default:
      if let known = members.first(where: { $0.key == part }) { return known.value }
      let new = Declared()
      members.append((part, new))
      return new
    }
  }

  func require(only keys: Set<String>) {
    required = required?.intersection(keys) ?? keys
  }
}
