import Reporting

/// A page as finance reads it: what an agent's month costs, component by component and line by line.
///
/// The figures are those of the worked example, base case.
let agentCostReport = Report(
  title: "Support tickets at target scale",
  blocks: [
    .paragraph([
      "A completed ticket costs ", .strong("$0.809"),
      """
       with human help and lost attempts included, against $7.33 for a ticket done by people alone. \
      Plan growth leaves a gross margin of 29.7%.
      """,
    ]),
    .bars(
      BarChart(
        bars: [
          .init("Human review", 82744.47, share: 0.7459),
          .init("Infrastructure", 11238.70, share: 0.1013),
          .init("Inference", 8634.08, share: 0.0778),
          .init("Failures", 6610.75, share: 0.0596),
          .init("Tools", 1707.83, share: 0.0154),
        ], style: .money("USD", digits: 0))),
    .heading("What a month is made of"),
    .table(costBreakdown),
    .heading("Checks"),
    .table(checks),
  ])

private let total = 110935.8282467241
private let completed = 137184.65590118052

let costBreakdown = Table(
  columns: [
    Column("Component"),
    Column("Quantity", .trailing, priority: 2),
    Column("Unit", priority: 2),
    Column("Unit price", .trailing, priority: 1),
    Column("Monthly cost", .trailing),
    Column("Per completed task", .trailing),
    Column("Share of total", .trailing, priority: 3),
  ],
  rows: component("Inference", 8634.082538893666)
    + [
      line("triage · small", 257.5, "Mtok", 0.306, 78.90),
      line("resolve · frontier", 4240, "Mtok", 2.018, 8555.18),
    ]
    + component("Tools", 1707.8264378500478)
    + [
      line("crm", 419_501, "calls", 0.002, 839.00),
      line("billing", 85_592, "calls", 0.01, 855.92),
      line("portal", 107.5, "h", 0.12, 12.91),
    ]
    + component("Infrastructure", 11238.698463853632)
    + [
      line("workers", 3650, "h", 0.34, 1241),
      line("platform", 1, "month", 3800, 3800),
      line("evaluation", 12_000, "cases", 0.0747, 896.53),
      line("trace storage", 299, "GB month", 0.023, 6.88),
      line("other", nil, "", nil, 5294.29),
    ]
    + component("Human review", 82744.47170684484)
    + [
      line("escalations", 1581.08, "h", 38, 60081.18),
      line("sampling, approvals, rework", 596.4, "h", 38, 22663.29),
    ]
    + component("Failures", 6610.749099281917)
    + [line("undetected wrong results", 550.9, "tasks", 12, 6610.75)]
    + [
      Row(
        [
          "Total", .empty, .empty, .empty, .number(total, .money("USD", digits: 2)),
          .number(total / completed, .money("USD", digits: 4)), .number(1, .share(digits: 1)),
        ], style: .total)
    ],
  notes: ["One month is 730 hours. Completed tasks: 137,185 of 138,000."])

private func component(_ name: String, _ cost: Double) -> [Row] {
  [
    Row(
      [.text(name), .empty, .empty, .empty] + amounts(cost),
      style: .subheading)
  ]
}

private func line(
  _ name: String, _ quantity: Double?, _ unit: String, _ price: Double?,
  _ cost: Double
) -> Row {
  Row(
    [
      .text(name), quantity.map { .number($0, .quantity(digits: 4)) } ?? .empty, .text(unit),
      price.map { .number($0, .price("USD")) } ?? .empty,
    ] + amounts(cost), indent: 1)
}

private func amounts(_ cost: Double) -> [Cell] {
  [
    .number(cost, .money("USD", digits: 2)),
    .number(cost / completed, .money("USD", digits: 4)),
    .number(cost / total, .share(digits: 1)),
  ]
}

let checks = Table(
  columns: [
    Column("Check"), Column("Base case", .trailing), Column("Least", .trailing), Column("Verdict"),
  ],
  rows: [
    Row([
      "gross margin, plan growth", .number(0.29711729551217764, .share), .number(0.6, .share),
      .verdict(.failed, "30.3 pp short"),
    ]),
    Row([
      "task success rate", .number(0.9261435936192057, .share), .number(0.9, .share),
      .verdict(.passed),
    ]),
    Row([
      "contribution margin, plan pilot", .undefined("plan pilot has no revenue"),
      .number(0.2, .share),
      .verdict(.warning, "not judged"),
    ]),
  ])
