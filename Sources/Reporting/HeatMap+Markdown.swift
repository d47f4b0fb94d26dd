extension MarkdownRenderer {
  /// The map as a table: what fails has its mark and is strong.
  public func render(_ map: HeatMap) -> String {
    let end = map.endHeading.isEmpty ? [] : [Column(map.endHeading)]
    var table = Table(
      title: map.title,
      columns: [Column("")] + map.columnLabels.map { Column($0, .trailing) } + end,
      notes: map.showing(Array(map.columnLabels.indices)).notes)
    var footnotes = Footnotes()
    for (row, spots) in map.spots.enumerated() {
      let cells = spots.map { spot -> Cell in
        spot.holds ? spot.cell : .verdict(.failed, spot.cell.text(footnotes: &footnotes))
      }
      let last = end.isEmpty ? [] : [map.ends.indices.contains(row) ? map.ends[row] : .empty]
      table.rows.append(Row([.text(map.rowLabels[row])] + cells + last))
    }
    table.notes = footnotes.lines + table.notes
    return render(table)
  }
}
