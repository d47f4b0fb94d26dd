/// Words that a log gives as reasons and that are no reason known here, with how often each comes.
///
/// The words that come first in their order are kept, as many as ``most``: what is counted of those does not
/// depend on how a log was parted.
public struct UnknownReasons: Sendable {
  /// How often any such word comes.
  public private(set) var count = 0
  private var words: [String: Int] = [:]

  private static let most = 256
  /// A longer word is text, and told by its beginning.
  private static let mostLetters = 80

  public init() {}

  /// A word as it is told; nil where it is known to mean a reason, or says that there is none.
  static func word(_ word: String, meaning known: FailureReason?) -> String? {
    guard known == nil, !["", "unexplained"].contains(bareName(word)) else { return nil }
    return String(word.lowercased().prefix(mostLetters))
  }

  /// - Parameter word: as ``word(_:meaning:)`` tells it.
  mutating func add(_ word: String) {
    count += 1
    words[word, default: 0] += 1
    trim()
  }

  mutating func merge(_ other: UnknownReasons) {
    guard other.count > 0 else { return }
    count += other.count
    words.merge(other.words, uniquingKeysWith: +)
    trim()
  }

  private mutating func trim() {
    guard words.count > 2 * Self.most else { return }
    let first = words.keys.sorted().prefix(Self.most)
    words = Dictionary(uniqueKeysWithValues: first.map { ($0, words[$0] ?? 0) })
  }

  /// Each word with how often it comes, the most frequent first.
  public var told: [(word: String, count: Int)] {
    words.sorted { $0.key < $1.key }.prefix(Self.most)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// What is to be done about the most frequent ones, a sentence each.
  ///
  /// - Parameters:
  ///   - noun: what gives reasons: a run, or a row.
  ///   - place: where such rows are.
  public func sentences(of noun: String = "run", in place: String = "") -> [String] {
    let place = place.isEmpty ? "" : " of \(place)"
    let shown = told.prefix(3)
    var sentences = shown.map { word, count in
      "\(counted(count, noun))\(place) \(count == 1 ? "gives" : "give") the reason \"\(word)\", which is no reason known here; say which with --reason '\(word)=dataMissing', or what else it is"
    }
    let others = count - shown.reduce(0) { $0 + $1.count }
    if others > 0 {
      sentences.append(
        "\(counted(others, noun))\(place) \(others == 1 ? "gives another reason that is" : "give other reasons that are") not known here either"
      )
    }
    return sentences
  }
}
