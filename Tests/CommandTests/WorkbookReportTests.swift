import Testing

@Suite("A report is a workbook too")
struct WorkbookReportTests {
  @Test("a workbook has the model's formulas, the values they came to, and a name for each input")
  func workbook() throws {
    let workbook = try Command(
      shell: """
        cd "$(mktemp -d)" && "$unitecon" report "$OLDPWD/\(Command.example)" -o model.xlsx
        status=$?; tr -d '\\000' < model.xlsx; exit $status
        """)
    #expect(workbook.status == 1, "a check of the example fails: \(workbook.errors)")
    let text = workbook.output
    #expect(text.hasPrefix("PK"))
    for sheet in ["Summary", "Inputs", "Model", "Plans", "Segments", "Stresses", "Checks"] {
      #expect(text.contains("<sheet name=\"\(sheet)\""))
    }
    #expect(text.contains("<definedName name=\"in_humanReview_rate\">Inputs!$B$"))
    #expect(text.contains("<definedName name=\"out_costPerCompletedTask\">Model!$B$"))
    // A stress's column asks for the input as the stress leaves it.
    #expect(text.contains("Stresses!$F$"))
    #expect(text.contains("<v>0.808660615270526"))
  }

  @Test("the same scenario gives the same bytes")
  func determinism() throws {
    let both = try Command(
      shell: """
        cd "$(mktemp -d)"; for name in a b; do
          "$unitecon" report "$OLDPWD/\(Command.desk)" -o $name.xlsx || [ $? -eq 1 ] || exit 2
        done; cmp a.xlsx b.xlsx
        """)
    #expect(both.status == 0, "\(both.errors)")
  }

  @Test("only a report is a workbook")
  func otherVerbs() throws {
    let run = try Command("run", Command.desk, "-o", "never.xlsx")
    #expect(run.status == 64)
    #expect(run.errors.contains("txt, md, csv"))
  }
}
