import Readiness

/// How much of a run its log tells, from what was asked of it to how it ended.
///
/// | link | what every log owes | what a log owes that captures it at all |
/// |---|---|---|
/// | request | a root, and the parent of every step | what was asked: the input of the root or of the first model call |
/// | context | | what every model call was given |
/// | decision | a model call; of each its model, and its tokens unless it failed | |
/// | tool calls | the tool's name; a step for every call that an answer asks for | arguments |
/// | tool responses | a result, an error or an end | results, except of calls that failed |
/// | output | | the output of the root or of the last model call, unless the run failed |
/// | outcome | | how the run ended |
///
/// What is owed and not there is *missing*. Contents are opt-in: where no run of all that is measured has one,
/// it is *not captured*. A run that calls no tool owes neither tool calls nor responses. Calls of models are
/// those without usage below them: a call around another one owes nothing. A step of a tool that does not say which
/// call it carries out may carry out any one.
public struct RunChain: Sendable, Hashable {
  public typealias Link = ChainLink

  /// What can be missing whatever a log captures, or although other steps of the run have it.
  public enum Gap: Int, Sendable, CaseIterable {
    case noRoot, noParent, partOfContext, noModelCall, noModel, noTokens
    case callNotMade, noToolName, partOfArguments, noResponse, partOfResults

    public var link: Link {
      switch self {
      case .noRoot, .noParent: .request
      case .partOfContext: .context
      case .noModelCall, .noModel, .noTokens: .decision
      case .callNotMade, .noToolName, .partOfArguments: .toolCalls
      case .noResponse, .partOfResults: .toolResponses
      }
    }

    /// What is missing, as a person says it.
    public var words: String {
      switch self {
      case .noRoot: "no root"
      case .noParent: "a parent is not there"
      case .partOfContext: "what some calls were given"
      case .noModelCall: "no model call"
      case .noModel: "a call without a model"
      case .noTokens: "a call without its tokens"
      case .callNotMade: "asked for, never made"
      case .noToolName: "a tool without a name"
      case .partOfArguments: "some arguments"
      case .noResponse: "no result, error or end"
      case .partOfResults: "some results"
      }
    }

    /// The same of so many steps: `some results (3)`.
    public func words(_ count: Int) -> String {
      count == 1 ? words : "\(words) (\(grouped(count)))"
    }
  }

  /// How it stands with a link; *not owed* where there was nothing to tell.
  public enum State: String, Sendable { case present, missing, notCaptured, notOwed }

  /// Some links, a bit each.
  public struct Links: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }
    init(_ link: Link) { rawValue = 1 << UInt8(link.rawValue) }

    public func has(_ link: Link) -> Bool { contains(Links(link)) }
  }

  /// What is missing, and how many steps lack it.
  public private(set) var gaps: [Gap: Int] = [:]
  /// Links whose contents are told, and those whose contents no step of the run tells.
  private(set) var captured: Links = []
  private(set) var silent: Links = []
  private(set) var notOwed: Links = []

  /// Links of which something is missing, whatever the log captures.
  var broken: Links { gaps.keys.reduce(into: []) { $0.insert(Links($1.link)) } }

  /// How it stands with a link, where all that is measured captures some.
  public func state(_ link: Link, where captured: Links) -> State {
    if gaps.keys.contains(where: { $0.link == link }) { return .missing }
    if notOwed.has(link) { return .notOwed }
    return !silent.has(link) ? .present : captured.has(link) ? .missing : .notCaptured
  }

  /// - Parameters:
  ///   - isAbove: which steps have usage below them.
  ///   - asked: the calls of tools that answers ask for, in order.
  init(
    _ spans: [SpanRecord], _ isAbove: [Bool], _ asked: ArraySlice<AskedCall>, orphans: Int,
    hasOutcome: Bool
  ) {
    // The first root, the first call of a model and the last one, by their places.
    var (first, last): (Int?, Int?)
    var rootPlace: Int?
    var (calls, given) = (0, 0)
    var tools = ToolSteps()
    for (index, span) in spans.enumerated() {
      if span.parent == 0 {
        rootPlace = rootPlace.map { spans[$0].start <= span.start ? $0 : index } ?? index
      }
      if span.kind == .tool { tools.take(span) }
      guard !isAbove[index], span.kind == .inference || span.hasUsage else { continue }
      calls += 1
      if span.told.contains(.input) { given += 1 }
      if span.model == NameTable.none { gaps[.noModel, default: 0] += 1 }
      let owed: SpanContents =
        span.kind == .embedding ? .inputTokens : [.inputTokens, .outputTokens]
      if !span.isError, !span.told.isSuperset(of: owed) { gaps[.noTokens, default: 0] += 1 }
      first = first.map { spans[$0].start <= span.start ? $0 : index } ?? index
      last = last.map { spans[$0].end > span.end ? $0 : index } ?? index
    }
    let root = rootPlace.map { spans[$0] }
    func either(_ one: Int?, _ other: Int?, _ content: SpanContents) -> Bool {
      [one, other].contains { $0.map { spans[$0].told.contains(content) } == true }
    }
    if root == nil { gaps[.noRoot] = 1 }
    if orphans > 0 { gaps[.noParent] = orphans }
    if calls == 0 { gaps[.noModelCall] = 1 }
    tell(.request, either(rootPlace, first, .input))
    tell(.context, given, of: calls, .partOfContext)
    settle(tools, asked)
    let isAnswered = either(rootPlace, last, .output)
    if root?.isError == true, !isAnswered { notOwed.insert(Links(.output)) }
    tell(.output, isAnswered)
    tell(.outcome, hasOutcome)
  }

  private mutating func tell(_ link: Link, _ isTold: Bool) {
    if isTold { captured.insert(Links(link)) } else { silent.insert(Links(link)) }
  }

  private mutating func tell(_ link: Link, _ told: Int, of owed: Int, _ gap: Gap) {
    tell(link, told > 0)
    if owed == 0 { notOwed.insert(Links(link)) }
    if told > 0, told < owed { gaps[gap] = owed - told }
  }

  private mutating func settle(_ tools: ToolSteps, _ asked: ArraySlice<AskedCall>) {
    var (unmade, before) = (0, UInt64(0))
    for call in asked where call.call != before {
      before = call.call
      if !tools.made.contains(call.call) { unmade += 1 }
    }
    let notMade = max(0, unmade - tools.anyCall)
    if notMade > 0 { gaps[.callNotMade] = notMade }
    if tools.nameless > 0 { gaps[.noToolName] = tools.nameless }
    if tools.unanswered > 0 { gaps[.noResponse] = tools.unanswered }
    tell(.toolCalls, tools.arguments, of: tools.count, .partOfArguments)
    tell(.toolResponses, tools.results, of: tools.count - tools.failed, .partOfResults)
    // Calls that all failed were responded to, though with nothing to show.
    if tools.failed > 0, tools.failed == tools.count {
      notOwed.remove(Links(.toolResponses))
      silent.remove(Links(.toolResponses))
    }
  }
}

/// What the steps of tools of a run tell.
private struct ToolSteps {
  var count = 0
  var nameless = 0
  var failed = 0
  var unanswered = 0
  var arguments = 0
  /// Of those that did not fail.
  var results = 0
  var made: Set<UInt64> = []
  /// How many do not say which call they carry out.
  var anyCall = 0

  mutating func take(_ span: SpanRecord) {
    count += 1
    if span.tool == NameTable.none { nameless += 1 }
    if span.told.contains(.input) { arguments += 1 }
    if span.isError {
      failed += 1
    } else if span.told.contains(.output) {
      results += 1
    } else if span.end == 0 {
      unanswered += 1
    }
    if span.call != 0 { made.insert(span.call) } else { anyCall += 1 }
  }
}
