/// A page of results: a title, and blocks that every renderer draws in its own way.
public struct Report: Hashable, Sendable {
  public var title: String
  public var blocks: [Block]

  public init(title: String, blocks: [Block] = []) {
    self.title = title
    self.blocks = blocks
  }
}

/// One part of a report.
public enum Block: Hashable, Sendable {
  case heading(String)
  case paragraph([Phrase])
  case table(Table)
  case bars(BarChart)
  case map(HeatMap)
  case plot(LinePlot)
  case outline(Outline)
  case tornado(TornadoChart)

  /// A paragraph of plain text.
  public static func text(_ text: String) -> Block { .paragraph([.plain(text)]) }
}

/// A stretch of a paragraph, whose text is plain: no markup in it is ever read as such.
public enum Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
  case plain(String)
  case strong(String)
  /// A path, a file name, a command: shown as it is typed.
  case code(String)
  case verdict(Verdict, String = "")

  public init(stringLiteral value: String) { self = .plain(value) }
}
