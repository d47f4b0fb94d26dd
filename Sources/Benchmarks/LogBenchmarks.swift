import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How fast `measure` reads logs, beside DuckDB and polars adding up the same file.
enum LogBenchmarks {
  private static let megabytes = 1000

  static func table(command: String) -> Table {
    var table = Table(
      title: "Logs",
      columns: [
        Column("Work"), Column("MB", .trailing), Column("Seconds", .trailing),
        Column("MB a second", .trailing), Column("Peak memory", .trailing),
        Column("DuckDB", .trailing), Column("polars", .trailing),
      ])
    guard let logs = LogFiles(megabytes: megabytes) else { return table }
    defer { logs.remove() }
    let peers = PythonPeer.seconds("Sources/Benchmarks/peer_logs.py", [logs.rows])
    for (name, file, words, peers) in [
      ("CSV, a run a row, by model", logs.rows, ["--by", "model"], peers),
      ("OTLP as JSON lines", logs.traces, [], [:]),
    ] {
      guard let best = best(of: 3, [command, "measure", file, "--format", "csv"] + words) else {
        continue
      }
      let size = Double(logs.size(of: file)) / 1e6
      func seconds(_ value: Double?) -> Cell {
        value.map { .number($0, .quantity(digits: 3, unit: "s")) } ?? .empty
      }
      table.rows.append(
        Row([
          .text(name), .number(size, .count), seconds(best.seconds),
          .number(size / best.seconds, .count),
          .number(Double(best.peakBytes) / 1e6, .quantity(digits: 3, unit: "MB")),
          seconds(peers["duckdb"]), seconds(peers["polars"]),
        ]))
    }
    return table
  }

  private static func best(of runs: Int, _ words: [String]) -> ChildProcess? {
    (0..<runs).compactMap { _ in ChildProcess(words) }.filter { $0.status == 0 }
      .min { $0.seconds < $1.seconds }
  }
}

/// Logs of made-up runs, written into a folder of their own.
private struct LogFiles {
  let rows: String
  let traces: String
  private let folder: String

  /// - Returns: nil where no folder can be made or written to.
  init?(megabytes: Int) {
    var template = Array("/tmp/unitecon-logs.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    folder = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    (rows, traces) = (folder + "/runs.csv", folder + "/traces.jsonl")
    let head =
      "model,version,outcome,input_tokens,cached_tokens,output_tokens,"
      + "reasoning_tokens,cost,duration,calls\n"
    guard Self.write(rows, megabytes, head: head, of: Self.row),
      Self.write(traces, megabytes / 3, head: "", of: Self.trace)
    else { return nil }
  }

  func size(of file: String) -> Int {
    var facts = stat()
    return stat(file, &facts) == 0 ? Int(facts.st_size) : 0
  }

  func remove() {
    unlink(rows)
    unlink(traces)
    rmdir(folder)
  }

  private static func write(
    _ path: String, _ megabytes: Int, head: String, of piece: (Int) -> String
  ) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    fputs(head, file)
    var written = 0
    var number = 0
    while written < megabytes * 1_000_000 {
      let text = piece(number)
      guard fputs(text, file) >= 0 else { return false }
      written += text.utf8.count
      number += 1
    }
    return true
  }

  /// Digits that do not repeat for long, the same in every run.
  private static func digits(_ number: Int, _ salt: Int, _ top: Int) -> Int {
    var mixed = UInt64(number &* 31 &+ salt) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 29
    mixed &*= 0xBF58_476D_1CE4_E5B9
    return Int(mixed >> 33) % top
  }

  private static func padded(_ number: Int, _ places: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(0, places - text.count)) + text
  }

  private static func row(_ number: Int) -> String {
    func any(_ salt: Int, _ top: Int) -> Int { digits(number, salt, top) }
    let outcome = ["success", "success", "success", "escalated", "failed"][any(1, 5)]
    return
      "agent-\(any(2, 5)),1.\(any(3, 3)),\(outcome),\(2000 + any(4, 88_000)),\(any(5, 2000)),"
      + "\(100 + any(6, 3900)),\(any(7, 90)),0.\(padded(any(8, 1_000_000), 6)),"
      + "\(any(9, 60)).\(padded(any(10, 1000), 3)),\(1 + any(11, 40))\n"
  }

  /// A run of one agent and eight calls.
  private static func trace(_ number: Int) -> String {
    let trace = padded(number + 1, 32)
    func attribute(_ key: String, _ kind: String, _ value: String) -> String {
      "{\"key\":\"\(key)\",\"value\":{\"\(kind)\":\"\(value)\"}}"
    }
    let calls = (1...8).map { call -> String in
      let start = 1_763_510_516_000_000_000 + number * 1000 + call
      return "{\"traceId\":\"\(trace)\",\"spanId\":\"\(padded(call + 1, 16))\","
        + "\"parentSpanId\":\"\(padded(1, 16))\",\"name\":\"chat assistant-1\",\"kind\":3,"
        + "\"startTimeUnixNano\":\"\(start)\",\"endTimeUnixNano\":\"\(start + 1_200_000_000)\","
        + "\"attributes\":["
        + attribute("gen_ai.operation.name", "stringValue", "chat") + ","
        + attribute("gen_ai.provider.name", "stringValue", "somebody") + ","
        + attribute("gen_ai.response.model", "stringValue", "assistant-1") + ","
        + attribute("gen_ai.usage.input_tokens", "intValue", "\(1000 + digits(number, call, 9000))")
        + ","
        + attribute("gen_ai.usage.output_tokens", "intValue", "\(digits(number, call + 9, 900))")
        + "],\"status\":{}}"
    }
    let root =
      "{\"traceId\":\"\(trace)\",\"spanId\":\"\(padded(1, 16))\",\"name\":\"invoke_agent\","
      + "\"attributes\":[" + attribute("task.outcome", "stringValue", "success") + "]}"
    return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":["
      + ([root] + calls).joined(separator: ",") + "]}]}]}\n"
  }
}
