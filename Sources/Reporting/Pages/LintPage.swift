import UnitEconomics

/// What a careful reviewer would ask about some scenarios.
public struct LintAnswer: Sendable {
  /// Remarks by scenario.
  public let scenarios: [(subject: Subject, remarks: [Remark])]

  public init(_ scenarios: [(subject: Subject, remarks: [Remark])]) { self.scenarios = scenarios }

  /// How many remarks there are.
  public var count: Int { scenarios.reduce(0) { $0 + $1.remarks.count } }

  fileprivate var subjects: [Subject] { scenarios.map(\.subject) }
}

extension Report {
  /// The remarks of each file, by kind.
  public static func lint(_ answer: LintAnswer, program: Program) -> Report {
    var blocks: [Block] = []
    for (subject, remarks) in answer.scenarios {
      blocks.append(
        .paragraph([
          remarks.isEmpty
            ? .verdict(.passed, "Nothing to ask")
            : .verdict(
              .warning, "\(countText(remarks.count)) \(remarks.count == 1 ? "remark" : "remarks")"),
          .plain(" about \(harmless(subject.file))."),
        ]))
      for kind in Remark.Kind.allCases {
        let found = remarks.filter { $0.kind == kind }
        if !found.isEmpty {
          blocks.append(.table(Table.remarks(found, of: kind, in: subject.file)))
        }
      }
    }
    blocks.append(.paragraph(answer.subjects.provenance(program)))
    return Report(title: "What a reviewer would ask", blocks: blocks)
  }
}

extension Table {
  /// Remarks of one kind; what all of them say is said once.
  fileprivate static func remarks(
    _ remarks: [Remark], of kind: Remark.Kind, in file: String
  ) -> Table {
    let words = Set(remarks.map(\.words))
    let common = words.count == 1 ? words.first : nil
    var columns = [Column("Line", .trailing), Column("What")]
    if common == nil { columns.append(Column("Remark")) }
    var table = Table(
      title: "\(kind.words.capitalizedFirst) (\(kind.rawValue))" + (common.map { ": \($0)" } ?? ""),
      columns: columns)
    for remark in remarks {
      // What stands in a file that this one extends is named with it.
      let place = remark.origin.map { $0.file == file ? "\($0.line)" : harmless($0.text) } ?? "–"
      var cells: [Cell] = [.text(place), .text(remark.path.isEmpty ? "–" : harmless(remark.path))]
      if common == nil { cells.append(.text(remark.words)) }
      table.rows.append(Row(cells))
    }
    return table
  }

  /// The remarks of some files, one a row.
  ///
  /// | column | holds |
  /// |---|---|
  /// | file, line, column | where it stands; line and column are empty for what stands nowhere |
  /// | kind | what is remarked upon, by its word |
  /// | path, remark | the input or the part, and the sentence |
  public static func lintFacts(_ answer: LintAnswer) -> Table {
    var table = Table(
      columns: ["file", "line", "column", "kind", "path", "remark"].map { Column($0) })
    for (subject, remarks) in answer.scenarios {
      for remark in remarks {
        let place = remark.origin
        table.rows.append(
          Row([
            .text(place?.file ?? subject.file), place.map { .plain(Double($0.line)) } ?? .empty,
            place.map { .plain(Double($0.column)) } ?? .empty, .text(remark.kind.rawValue),
            .text(remark.path), .text(remark.words),
          ]))
      }
    }
    return table
  }
}

extension JSON {
  /// The remarks of some files.
  public static func lint(_ answer: LintAnswer, program: Program) -> JSON {
    [
      "version": 1,
      "provenance": .provenance(answer.subjects, program),
      "files": .array(
        answer.scenarios.map { subject, remarks in
          [
            "file": .string(subject.file),
            "remarks": .array(remarks.map { json($0, in: subject.file) }),
          ]
        }),
    ]
  }

  private static func json(_ remark: Remark, in file: String) -> JSON {
    [
      "kind": .string(remark.kind.rawValue), "path": .string(remark.path),
      "remark": .string(remark.words), "file": .string(remark.origin?.file ?? file),
      "line": remark.origin.map { .number(Double($0.line)) } ?? .null,
      "column": remark.origin.map { .number(Double($0.column)) } ?? .null,
    ]
  }
}
