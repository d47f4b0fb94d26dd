/// A scenario to start from: what differs from one kind of agent to the next, and the commented file made of it.
struct Starter {
  /// What one task is; its first word is the noun.
  var unit: String
  let agent: String
  let name: String
  let kpi: (name: String, baseline: String, target: String)
  /// Minutes that a person takes for the task, and a range.
  var minutes: (value: String, low: String, high: String)
  var rate: String
  var customers: String
  /// Tasks of a customer a month.
  var tasks: String
  /// Share of tasks that goes to a person, by reason; together the whole.
  var escalations: [(reason: String, share: String, why: String)]
  let wrong: String
  let calls: [Call]
  let tools: [Tool]
  /// Minutes on an escalated task.
  var handling: String
  /// Time on a task that comes back wrong; nil where it is done anew.
  var rework: String?
  /// What a customer pays: a fee a month and a price a success.
  var fee: String
  var price: String
  /// What is paid on top for each success of a month with so many of them; nil where nothing is.
  var kicker: (amount: String, above: String)?

  /// One kind of model call.
  struct Call {
    let name: String
    let comment: String
    let perTask: String
    let input: String
    let growth: String
    let output: String
  }

  /// One tool.
  struct Tool {
    let name: String
    let comment: String
    let calls: String
    let price: String
    let median: String
    let p95: String
  }

  var noun: String { unit.split(separator: " ").first.map(String.init) ?? "task" }

  /// The file, ready to run.
  var text: String {
    var text = """
      // \(agent). Every figure is a guess to start from: put yours in its place, and say where you have it from.
      //
      //   unitecon run FILE           what a completed \(noun) costs, and what margin is left
      //   unitecon sensitivity FILE   which of these figures matter most: replace those first
      //   unitecon stress FILE        what happens when escalation is higher and tools are slower
      //
      // A value is a quantity with its unit: "8%", "12 min", "$3 / Mtok". It may be an object with a range and a source:
      //   { value: "8%", low: "5%", high: "15%", distribution: "pert", source: "pilot, 400 tasks, October" }
      {
        unitecon: 1,
        name: \(Self.quoted(name)),
        currency: "USD",

        // What one task is, and what it costs when people alone do it.
        workUnit: {
          name: \(Self.quoted(unit)),
          kpi: { name: \(Self.quoted(kpi.name)), baseline: \(Self.quoted(kpi.baseline)), target: \(Self.quoted(kpi.target)) },
          humanBaseline: {
            time: { value: \(Self.quoted(minutes.value)), low: \(Self.quoted(minutes.low)), high: \(Self.quoted(minutes.high)),
                    distribution: "pert", source: "to be measured: ten people's week" },
            rate: { value: \(Self.quoted(rate)), source: "to be confirmed by finance: pay with benefits, by the hour" },
            occupancy: "80%", // the part of a paid hour that is spent on tasks
          },
        },

        // Who hands in how many a month. Customers of unlike size are segments of their own.
        volume: {
          segments: { all: { customers: \(customers), tasksPerCustomer: \(Self.quoted(tasks)) } },
          peakFactor: 3, // busiest hour over the mean hour
        },

        // How tasks end. What is in none of these, the agent completes by itself.
        outcomes: {
          maxAttempts: 2,
          escalation: {

      """
    for (reason, share, why) in escalations {
      text +=
        "      \(reason): { value: \(Self.quoted(share)), source: \(Self.quoted("to be measured: \(why)")) },\n"
    }
    text += """
          },
          wrongResult: { value: \(Self.quoted(wrong)), low: "0.5%", high: "5%", distribution: "pert",
                         source: "to be measured: a sample of what looks like success" },
          wrongDetected: "60%",
          humanCompletes: "97%",
        },

        // What the model is asked. Input counts everything sent, cached or not; growth is what each later call sends more.
        inference: {
          prices: { // per million tokens; or a price book: priceBook: "shipped", and its names below
            main: { input: "$2 / Mtok", output: "$10 / Mtok", cacheRead: "$0.20 / Mtok", cacheWrite: "$2.50 / Mtok" },
          },
          calls: {

      """
    for call in calls {
      text += """
            \(call.name): { // \(call.comment)
              model: "main", perAttempt: \(call.perTask), input: \(Self.quoted(call.input)), growth: \(Self.quoted(call.growth)),
              output: \(Self.quoted(call.output)), cacheRead: "60%", cacheWrite: "15%",
              timeToFirstToken: "0.8 s", speed: "70 tokens / s",
            },

        """
    }
    text += """
          },
        },

        // What it calls. Slow tools cost time, tries and, past the timeout, escalations.
        tools: {

      """
    for tool in tools {
      text += """
          \(tool.name): { // \(tool.comment)
            callsPerAttempt: \(tool.calls), price: \(Self.quoted(tool.price)), latency: { p50: \(Self.quoted(tool.median)), p95: \(Self.quoted(tool.p95)) },
            timeout: "60 s", errorRate: "1%", maxRetries: 2, backoff: "1 s", availability: "99.9%",
          },

        """
    }
    return text + rest
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
