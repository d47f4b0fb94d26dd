import RunLogs

extension Report {
  /// What a plain run log can say, column by column.
  public static func logColumns(program: Program) -> Report {
    var table = Table(columns: [Column("Column"), Column("Holds"), Column("Also known as")])
    for column in LogColumn.allCases {
      table.rows.append(
        Row([
          .text(column.rawValue), .text(column.meaning),
          .text(column.otherNames.joined(separator: ", ")),
        ]))
    }
    table.notes = [
      "A column that a log calls otherwise is mapped: --map outcome=resolved; all others keep the names above. In JSON a path leads into objects and lists: --map 'inputTokens=calls.*.1' adds up the second element of every list in calls, and --map 'calls=calls.*' counts them."
    ]
    return Report(
      title: "Columns of a run log",
      blocks: [.table(table), .text("Made by \(program.name) \(program.version).")])
  }
}
