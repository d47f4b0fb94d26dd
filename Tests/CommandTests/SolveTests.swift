import Testing

@Suite("Solving speaks of an input in its own currency and within what it can be")
struct SolveTests {
  private static let invoices = "Scenarios/invoice-coding.json5"

  @Test("a price in dollars of a scenario in euros is put back in dollars")
  func foreign() throws {
    let path = "inference.prices.reader.input"
    let solved = try Command(
      "solve", Self.invoices, "--for", path, "--target", "grossMargin=52%", "--between",
      "$0.10 / Mtok..$50 / Mtok")
    #expect(solved.status == 0, "\(solved.errors)")
    let setting = try #require(
      solved.output.split(separator: "\n").first { $0.hasPrefix("--set ") })
    #expect(setting.hasSuffix(" USD / Mtok'"))
    #expect(!solved.output.contains("foreign money"))
    let again = try Command(
      shell: """
        $unitecon run \(Self.invoices) \(setting) --format csv | grep ',base,output,,grossMargin,'
        """)
    let figure = try #require(again.output.split(separator: ",").dropFirst(5).first)
    #expect(abs((Double(figure) ?? 0) - 0.52) < 1e-9)
  }

  @Test(
    "a range in which the input cannot be is said",
    arguments: [
      ("outcomes.wrongResult", "200%..300%"), ("outcomes.maxAttempts", "1.2..1.8"),
      ("humanReview.rate", "$9 / h..$8 / h"),
    ])
  func emptyRange(path: String, range: String) throws {
    let command = try Command(
      "solve", Command.example, "--for", path, "--target", "tsr=90%", "--between", range)
    #expect(command.status == 2)
    #expect(command.errors.contains("\(path) has no values in \(range)"))
  }
}
