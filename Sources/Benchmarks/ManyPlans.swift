#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A scenario of fifty plans and twenty segments, written into a folder of its own.
///
/// It lies over a shipped one, and its plans take the charge models in turn.
struct ManyPlans {
  let file: String
  private let folder: String

  /// - Parameter base: the scenario file that it extends.
  /// - Returns: nil where no folder can be made or written to.
  init?(over base: String, plans: Int = 50, segments: Int = 20) {
    guard let whole = realpath(base, nil) else { return nil }
    defer { free(whole) }
    var template = Array("/tmp/unitecon-plans.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    folder = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    file = folder + "/many-plans.json5"
    let text = """
      {
        extends: "\(String(cString: whole))",
        volume: { segments: {
          midMarket: null, enterprise: null,
      \((0..<segments).map(Self.segment).joined())
        } },
        plans: {
          growth: null, payAsYouGo: null, outcomeOnly: null,
      \((0..<plans).map(Self.plan).joined())
        },
        plan: "plan0",
        checks: { everySegmentPays: null },
      }
      """
    guard let output = fopen(file, "w") else { return nil }
    fputs(text, output)
    guard fclose(output) == 0 else { return nil }
  }

  func remove() {
    unlink(file)
    rmdir(folder)
  }

  private static func segment(_ index: Int) -> String {
    // From 150 tickets to some 40,000, in equal factors.
    let tasks = (0..<index).reduce(150.0) { size, _ in size * 1.35 }.rounded()
    return """
          segment\(index): { customers: \(5 + 3 * index), tasksPerCustomer: "\(Int(tasks)) / month" },

      """
  }

  private static func plan(_ index: Int) -> String {
    let kicker = #"successKicker: { amount: "$0.05", aboveTSR: "92%" }, "#
    let fee = 100 + 37 * index
    return """
          plan\(index): { platformFee: "$\(fee) / month", charges: { resolutions: {
            \(charge(index)) } },
            \(index % 5 == 0 ? kicker : "")paymentFee: "1.5%" },

      """
  }

  private static func charge(_ index: Int) -> String {
    func price(_ more: Double) -> String {
      let cents = Int(((1 + more + 0.017 * Double(index)) * 100).rounded())
      return "\"$\(Double(cents) / 100)\""
    }
    func tiers(_ rows: [(upTo: Int?, more: Double)]) -> String {
      let rows = rows.map { row in
        "{ \(row.upTo.map { "upTo: \($0), " } ?? "")price: \(price(row.more)) }"
      }
      return "tiers: [\(rows.joined(separator: ", "))]"
    }
    let graduated = tiers([(4000 + 100 * index, 0.4), (nil, 0)])
    let volume = tiers([(1000 + 50 * index, 0.6), (9000 + 100 * index, 0.3), (nil, 0)])
    let size = 100 + 10 * index
    return [
      #"metric: "autonomousSuccess", model: "graduated", included: 300, \#(graduated)"#,
      #"metric: "autonomousSuccess", model: "standard", price: \#(price(0.2))"#,
      #"metric: "autonomousSuccess", model: "volume", \#(volume)"#,
      #"metric: "completed", model: "package", size: \#(size), price: "$\#(size + index)""#,
      #"metric: "submitted", model: "graduated", \#(graduated)"#,
    ][index % 5]
  }
}
