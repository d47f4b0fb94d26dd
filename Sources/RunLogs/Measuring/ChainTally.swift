/// How much is told of some runs, link by link.
///
/// What is not captured is known only when all runs are there, so runs without a gap are counted by the
/// links whose contents they do not tell.
public struct ChainTally: Sendable {
  public private(set) var runs = 0
  /// Runs that have a gap, by what is missing.
  public private(set) var gaps: [RunChain.Gap: Int] = [:]
  /// Links whose contents some run tells.
  public private(set) var captured: RunChain.Links = []
  private var broken = Array(repeating: 0, count: RunChain.Link.allCases.count)
  private var silent = Array(repeating: 0, count: RunChain.Link.allCases.count)
  private var notOwed = Array(repeating: 0, count: RunChain.Link.allCases.count)
  /// Runs without a gap by the links that they owe and do not tell.
  private var unbroken: [RunChain.Links: Int] = [:]

  init() {}

  mutating func add(_ chain: RunChain) {
    runs += 1
    captured.formUnion(chain.captured)
    for gap in chain.gaps.keys { gaps[gap, default: 0] += 1 }
    for link in RunChain.Link.allCases {
      // How it stands with a link where nothing is captured tells the two kinds of silence apart.
      switch chain.state(link, where: []) {
      case .missing: broken[link.rawValue] += 1
      case .notCaptured: silent[link.rawValue] += 1
      case .notOwed: notOwed[link.rawValue] += 1
      case .present: break
      }
    }
    if chain.gaps.isEmpty { unbroken[chain.silent.subtracting(chain.notOwed), default: 0] += 1 }
  }

  mutating func merge(_ other: ChainTally) {
    runs += other.runs
    captured.formUnion(other.captured)
    gaps.merge(other.gaps, uniquingKeysWith: +)
    for index in broken.indices {
      broken[index] += other.broken[index]
      silent[index] += other.silent[index]
      notOwed[index] += other.notOwed[index]
    }
    unbroken.merge(other.unbroken, uniquingKeysWith: +)
  }

  /// How many runs stand so with a link, where all that is measured captures some.
  public func count(
    _ state: RunChain.State, _ link: RunChain.Link, where captured: RunChain.Links
  ) -> Int {
    let place = link.rawValue
    return switch state {
    case .missing: broken[place] + untold(link, where: captured)
    case .notCaptured: captured.has(link) ? 0 : silent[place]
    case .notOwed: notOwed[place]
    case .present: runs - broken[place] - silent[place] - notOwed[place]
    }
  }

  /// Runs that do not tell a link although others do.
  public func untold(_ link: RunChain.Link, where captured: RunChain.Links) -> Int {
    captured.has(link) ? silent[link.rawValue] : 0
  }

  /// Runs of which no link is missing.
  public func whole(where captured: RunChain.Links) -> Int {
    unbroken.reduce(0) { $0 + ($1.key.isDisjoint(with: captured) ? $1.value : 0) }
  }

  /// Runs of which every link is there.
  public var full: Int { unbroken[[]] ?? 0 }
}
