import Foundation
import TestSupport
import Testing

@Suite("measure says what of its figures is in doubt")
struct MeasureDoubtTests {
  /// Writes a log of so many runs and measures it.
  private func measure(_ files: [String: String], _ words: String) throws -> Command {
    let scratch = try Scratch()
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(filePath: scratch.path(name)))
    }
    return try Command(shell: "cd \(scratch.path("")) && $unitecon measure \(words)")
  }

  /// Ten runs: six successes, three that people took over, one that failed; the log has minutes of all.
  private static let runs =
    "task,outcome,reason,cost,handle_minutes\n"
    + (1...6).map { "T\($0),success,,0.10,0\n" }.joined()
    + (7...9).map { "T\($0),escalated,ambiguity,0.10,6\n" }.joined() + "T10,failed,,0.10,12\n"
  /// The help desk has two of those that people took over.
  private static let desk = "ticket,minutes\nT7,6\nT8,4\nT8,2\n"

  @Test(
    "a log without a run is no answer, and what could not be read says why",
    arguments: [
      ("[[[[\n", "no run is in a.jsonl"), ("[[[[\n", "a.jsonl:1"),
      ("{\"resourceSpans\": []}\n", "no run is in a.jsonl"),
      ("{\"resourceMetrics\": []}\n", "no run is in a.jsonl"),
      ("{\"a\": 1}\n{\"b\": 2}\n", "no column of it is known"),
      ("[{\"a\": 1}]", "no column of it is known"),
      ("{\"task\": \"\"}", "no column of it is known"),
    ])
  func noRun(text: String, words: String) throws {
    let run = try measure(["a.jsonl": text], "a.jsonl")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test("a task's minutes count once, those of the help desk, and no more are completed than ran")
  func minutesOnce() throws {
    let files = ["nov.csv": Self.runs, "help.csv": Self.desk]
    let alone = try measure(files, "nov.csv --rate '60 USD / h' --format csv").output
    // A run of no minute is one that nobody worked on.
    for fact in [
      ",people,,minutes,30,", ",people,,runs,4,", ",allIn,people,cost,30,",
      ",allIn,,completedTasks,10,",
    ] {
      #expect(alone.contains(fact), "\(fact)\n\(alone)")
    }
    let both = try measure(
      files, "nov.csv --helpdesk help.csv --rate '60 USD / h' --format csv"
    ).output
    for fact in [
      ",people,,minutes,18,", ",people,,runs,2,", ",people,,tasksInHelpDeskToo,2,",
      ",allIn,people,cost,30,", ",allIn,,completedTasks,10,",
      ",handling,escalated.ambiguity,minutesPerTask,6,",
    ] {
      #expect(both.contains(fact), "\(fact)\n\(both)")
    }
    let page = try measure(files, "nov.csv --helpdesk help.csv --rate '60 USD / h' --width 200")
    #expect(
      page.output.contains(
        "! 2 tasks have minutes in both nov.csv and help.csv; those of help.csv count"),
      "\(page.output)")
    #expect(page.output.contains("people, 0.5 hours at $60.00 an hour"))
  }

  @Test("a kind of tokens that no log tells is not 0 but not there")
  func tokensNotThere() throws {
    // Of one log every row goes the quick way, the other has a reason and goes the general one.
    let logs = [
      "version,outcome,calls,input_tokens,cached_tokens\n"
        + String(repeating: "1,success,2,0,\n", count: 9),
      "version,outcome,calls,input_tokens,cached_tokens,reason\n1,failed,2,0,,ambiguity\n",
      #"{"version":"1","outcome":"success","calls":2,"input_tokens":0,"cached_tokens":0}"# + "\n",
    ]
    for log in logs {
      let facts = try measure(["runs.csv": log], "runs.csv --format csv").output
      for fact in [
        ",tokens,,input,0,", ",tokens,,cacheRead,0,", ",tokens,,cacheWrite,,", ",tokens,,output,,",
        ",tokens,,reasoning,,", ",tokens,,ofSuccessfulRuns,0,",
      ] {
        #expect(facts.contains(fact), "\(fact)\n\(facts)")
      }
      let page = try measure(["runs.csv": log], "runs.csv --by version").output
      #expect(page.contains("not in the log"))
    }
    let none = try measure(
      ["runs.csv": "version,outcome,calls\n1,success,2\n"], "runs.csv --by version --format json")
    #expect(
      none.output.contains("\"figure\": \"input\"") || none.output.contains("\"figure\":\"input\""))
    #expect(!none.output.contains("NaN"))
  }

  @Test("reasons stand below the number of runs that they sum to")
  func reasonsSum() throws {
    let page = try measure(["nov.csv": Self.runs], "nov.csv").output
    let rows = page.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    func runs(_ name: String) -> Int? {
      let words = name.split(separator: " ").map(String.init)
      return rows.first { $0.starts(with: words) && $0.count > words.count }
        .flatMap { Int($0[words.count]) }
    }
    #expect(runs("escalated and failed, by reason") == 4)
    #expect(runs("escalated") == 3 && runs("failed") == 1)
    #expect(runs("ambiguity") == 3 && runs("unexplained") == 1)
  }

  @Test("a bill of a time that no run is of is warned of", arguments: ["2026-10", "2026-11"])
  func billOfOtherTimes(month: String) throws {
    let log =
      "outcome,cost,start\nsuccess,0.5,2026-11-01T10:00:00Z\nsuccess,0.5,2026-11-26T10:00:00Z\n"
    let bill =
      "EffectiveCost,BillingCurrency,ChargePeriodStart,ChargeCategory,ServiceCategory\n"
      + "3,USD,\(month)-01T00:00:00Z,Usage,Compute\n"
    let page = try measure(
      ["runs.csv": log, "bill.csv": bill], "runs.csv --bill bill.csv --width 200"
    ).output
    let warning =
      "! The bill is of 2026-10 and the runs are from 2026-11-01 to 2026-11-26: no month of it is theirs"
    #expect(page.contains(warning) == (month == "2026-10"), "\(page)")
    #expect(
      page.contains("The bill is of 2026-11, runs are from 2026-11-01") == (month == "2026-11"))
  }

  @Test(
    "how many runs it takes is said of the log's own success rate",
    arguments: [
      // The figures by the formula that casesToTell cites, worked out apart.
      (
        37, 13,
        "Too few runs to tell a success rate of 76.0% from this log's 74.0%: that takes 3,716"
      ),
      (9, 0, "Too few runs to tell a success rate of 98.0% from this log's 100.0%: that takes 35"),
      (0, 9, "Too few runs to tell a success rate of 2.0% from this log's 0.0%: that takes 35"),
      (40, 0, nil),
    ])
  func ownRate(successes: Int, failures: Int, sentence: String?) throws {
    let log =
      "outcome\n" + String(repeating: "success\n", count: successes)
      + String(repeating: "failed\n", count: failures)
    let page = try measure(["runs.csv": log], "runs.csv --width 200").output
    if let sentence {
      #expect(page.contains("! \(sentence)"), "\(page)")
    } else {
      #expect(!page.contains("Too few"))
    }
  }

  @Test("numbers with a decimal comma are read where that is said, else what is wrong is")
  func decimalComma() throws {
    let log =
      "task;outcome;cost;input_tokens;handle_minutes;start\r\n"
      + "T1;success;1.036,25;1.200;;1763974800\r\nT2;escalated;0,75;30;36,0;1763974800,5\r\n"
    let desk = "ticket;minutes\nT2;7,5\n"
    let files = ["nov.csv": log, "help.csv": desk]
    // One line that can be read makes a page of it, with a warning; without one there is no answer.
    let one = ["nov.csv": log + "T3;success;1;5;;1763974800\r\n"]
    let unread = try measure(one, "nov.csv --width 300").output
    #expect(
      unread.contains(
        "! 2 lines could not be read and left out; the first is line 2 of nov.csv: cost is \"1.036,25\", and numbers have a point and no comma; --decimal , reads them with a decimal comma"
      ), "\(unread)")
    for words in ["nov.csv", "nov.csv --strict"] {
      let refused = try measure(files, words)
      #expect(refused.status == 2 && refused.errors.contains("nov.csv:2:12: cost is \"1.036,25\""))
    }
    let facts = try measure(
      files,
      "nov.csv --helpdesk help.csv --decimal , --rate '60 USD / h' --strict --format csv"
    )
    #expect(facts.status == 0, "\(facts.errors)")
    for fact in [
      ";recorded;;cost;1037;", ";tokens;;input;1230;", ";people;;tasksInHelpDeskToo;1;",
      ";handling;escalated.unexplained;minutesPerTask;7,5;", ";allIn;people;cost;7,5;",
    ] {
      #expect(facts.output.contains(fact), "\(fact)\n\(facts.output)")
    }
    // An export of which no line can be read says why, and not that it names no task.
    let desks = try measure(
      ["nov.csv": "task,outcome,cost\nT2,escalated,0.75\n", "help.csv": desk],
      "nov.csv --helpdesk help.csv --width 300"
    ).output
    #expect(desks.contains("it is line 2 of help.csv: humanMinutes is \"7,5\""), "\(desks)")
    // Commas between fields are none in numbers, whatever the output has; a point is no comma.
    let comma = try measure(
      ["nov.csv": "outcome,cost\nsuccess,0.125\n"], "nov.csv --decimal , --format csv")
    #expect(comma.output.contains(";recorded;;cost;0,125;"), "\(comma.output)")
    let point = try measure(
      ["nov.csv": "outcome;cost\nsuccess;0.125\n"], "nov.csv --decimal , --strict")
    #expect(point.status == 2 && point.errors.contains("cost is \"0.125\", and with --decimal ,"))
    let quoted = try measure(
      ["nov.csv": "outcome,cost\nsuccess,\"0,125\"\n"], "nov.csv --strict")
    #expect(quoted.errors.contains("cost is \"0,125\"") && quoted.errors.contains("with a point"))
  }

  @Test("a reason that is none known here is said, until it is said what it is")
  func unknownReasons() throws {
    // The reason of a success is no matter, and one that is unexplained is told to be so.
    let log =
      "outcome,reason\nsuccess,fine\nescalated,unexplained\n"
      + String(repeating: "escalated,No record\n", count: 3)
      + "failed,ambiguity\nfailed,odd\nescalated,a\nescalated,b\n"
    let page = try measure(["runs.csv": log], "runs.csv --width 300").output
    for sentence in [
      "! 3 runs give the reason \"no record\", which is no reason known here; say which with --reason 'no record=dataMissing', or what else it is",
      "! 1 run gives the reason \"a\", which",
      "! 1 run gives another reason that is not known here",
    ] {
      #expect(page.contains(sentence), "\(page)")
    }
    #expect(!page.contains("\"fine\"") && !page.contains("\"unexplained\""))
    let said = try measure(
      ["runs.csv": log],
      "runs.csv --reason 'no record=dataMissing' --reason odd=unexplained --reason a=ambiguity --reason b=ambiguity --format csv"
    ).output
    #expect(said.contains(",reason,dataMissing,runs,3,") && said.contains("unexplained,runs,2,"))
    let quiet = try measure(
      ["runs.csv": log],
      "runs.csv --reason 'no record=dataMissing' --reason odd=unexplained --reason a=ambiguity --reason b=ambiguity"
    ).output
    #expect(!quiet.contains("no reason known"))
    let rows = String(
      repeating: "{\"outcome\":\"escalated\",\"reason\":\"no record\"}\n", count: 25)
    let scenario = "\(Command.root.path)/Scenarios/support-ticket.json5"
    let overlay = try measure(["runs.jsonl": rows], "runs.jsonl --into \(scenario)")
    #expect(
      overlay.output.contains(
        "//   25 runs give the reason \"no record\", which is no reason known"),
      "\(overlay.output)\(overlay.errors)")
  }

  @Test("a trace's reason that is none known here is said as a row's is")
  func unknownReasonOfTrace() throws {
    func span(_ number: Int, _ reason: String) -> String {
      #"{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"0000000000000000000000000000000\#(number)","#
        + #""spanId":"000000000000000\#(number)","name":"run","attributes":["#
        + #"{"key":"task.outcome","value":{"stringValue":"escalated"}},"#
        + #"{"key":"task.reason","value":{"stringValue":"\#(reason)"}}]}]}]}]}"# + "\n"
    }
    let log = span(1, "No record") + span(2, "ambiguity") + span(3, "no record") + span(4, "")
    let page = try measure(["t.jsonl": log], "t.jsonl --width 300").output
    #expect(page.contains("! 2 runs give the reason \"no record\", which is no"), "\(page)")
    let said = try measure(
      ["t.jsonl": log], "t.jsonl --reason 'no record=dataMissing' --format csv"
    ).output
    #expect(said.contains(",reason,dataMissing,runs,2,"), "\(said)")
    // A word that says that there is no reason is told only where it is said to mean one.
    let none = ["t.jsonl": span(5, "unexplained")]
    #expect(try !measure(none, "t.jsonl").output.contains("no reason known"))
    let meant = try measure(none, "t.jsonl --reason unexplained=ambiguity --format csv").output
    #expect(meant.contains(",reason,ambiguity,runs,1,"), "\(meant)")
  }

  @Test(
    "a column that is mapped to where nothing stands is said",
    arguments: [
      ("a.csv", "resolved,cost\nyes,1\n"), ("a.jsonl", "{\"resolved\":\"yes\",\"cost\":1}\n"),
    ])
  func placeNotFound(name: String, log: String) throws {
    let words = "\(name) --map outcome=resolved --width 200"
    let right = try measure([name: log], words).output
    #expect(right.contains("success") && !right.contains("Nothing stands"), "\(right)")
    let wrong = try measure([name: log], words + " --map task=ticket --map reason=why.not").output
    #expect(
      wrong.contains("! Nothing stands where --map looks: task=ticket, reason=why.not"),
      "\(wrong)")
  }
}
