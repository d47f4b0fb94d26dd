/// Sums by group and outcome, found by the bytes of their names.
struct RowTable: ~Copyable {
  /// A word of up to sixteen bytes, which tell it apart.
  struct Word {
    var start: UnsafePointer<UInt8>?
    var count = 0
    var low: UInt64 = 0
    var high: UInt64 = 0

    @inline(__always)
    func isSame(_ entry: Entry) -> Bool {
      low == entry.low && high == entry.high && count == entry.count
    }

    var string: String? {
      String(validating: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }

  /// A word that was seen, and which it is.
  struct Entry {
    let low: UInt64
    let high: UInt64
    let count: Int
    let number: Int

    init(_ word: Word, _ number: Int) {
      (low, high, count) = (word.low, word.high, word.count)
      self.number = number
    }
  }

  /// The outcomes that words stand for: success, escalated, failed, and none.
  private static let outcomes: [Outcome?] = [.success, .escalated, .failed, nil]

  private var groups: [String] = []
  private var sums: [RowSums] = []
  private var knownGroups: [Entry] = []
  private var knownOutcomes: [Entry] = []

  /// As many groups are kept in this way; where there are more, all rows go the other way.
  private static let mostGroups = 256

  private let words: OutcomeWords

  init(_ words: OutcomeWords) { self.words = words }

  /// Adds a row; false where its words are none that are known or could be.
  @inline(__always)
  mutating func add(
    _ counts: InlineArray<9, Int>, cost: Int, time: Int, outcome: Word, group: Word
  ) -> Bool {
    guard let ending = outcomeNumber(outcome), let number = groupNumber(group) else { return false }
    sums.withUnsafeMutableBufferPointer { sums in
      let place = sums.baseAddress! + (number * 4 + ending)
      place.pointee.rows &+= 1
      for index in 0..<9 { place.pointee.counts[index] &+= counts[index] }
      if cost >= 0 {
        place.pointee.cost &+= Int128(cost)
        place.pointee.costRows &+= 1
      } else {
        place.pointee.unrecordedCalls &+= counts[6]
      }
      if time >= 0 {
        place.pointee.runtime &+= time
        place.pointee.timedRows &+= 1
      }
    }
    return true
  }

  @inline(__always)
  private mutating func outcomeNumber(_ word: Word) -> Int? {
    if word.count == 0 { return 3 }
    for entry in knownOutcomes where word.isSame(entry) { return entry.number }
    guard knownOutcomes.count < 16, let name = word.string else { return nil }
    let outcome = words.outcome(name)
    let number = Self.outcomes.firstIndex { $0 == outcome } ?? 3
    knownOutcomes.append(Entry(word, number))
    return number
  }

  @inline(__always)
  private mutating func groupNumber(_ word: Word) -> Int? {
    for entry in knownGroups where word.isSame(entry) { return entry.number }
    guard knownGroups.count < Self.mostGroups, let name = word.string else { return nil }
    let number = groups.count
    groups.append(name)
    sums += Array(repeating: RowSums(), count: 4)
    knownGroups.append(Entry(word, number))
    return number
  }

  /// Hands over what was added up.
  func each(_ body: (_ group: String, _ outcome: Outcome?, _ sums: RowSums) -> Void) {
    for (number, group) in groups.enumerated() {
      for (ending, outcome) in Self.outcomes.enumerated() {
        body(group, outcome, sums[number * 4 + ending])
      }
    }
  }
}
