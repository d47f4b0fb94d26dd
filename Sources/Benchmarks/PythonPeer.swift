#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Peers that run the Python which the command writes for the same figures.
struct PythonPeer {
  private let python: String
  /// The file that it was written to.
  let model: String

  /// Writes the model; nil where there is no Python with the libraries.
  ///
  /// The environment's `PYTHON` may name one.
  init?(
    command: String, scenario: String, outputs: [String], libraries names: String = "numpy, numba"
  ) {
    python = getenv("PYTHON").map { String(cString: $0) } ?? "python3"
    var template = Array("/tmp/unitecon-peer-XXXXXX".utf8CString)
    guard let folder = mkdtemp(&template) else { return nil }
    model = String(cString: folder) + "/model.py"
    let written = ChildProcess([command, "explain", scenario] + outputs + ["-o", model])
    let libraries = ChildProcess([python, "-c", "import \(names)"])
    guard written?.status == 0, libraries?.status == 0 else { return nil }
  }

  /// The best seconds of each peer on a grid, by its name.
  func seconds(_ count: Int, _ axes: [String]) -> [String: Double] {
    seconds("Sources/Benchmarks/peer_grid.py", ["5", "\(count)"] + axes)
  }

  /// What a script prints of each peer: its name and its best seconds.
  func seconds(_ script: String, _ words: [String]) -> [String: Double] {
    Self.seconds([python, script, model] + words, output: model + ".out")
  }

  /// The same of a script that needs no model.
  static func seconds(_ script: String, _ words: [String]) -> [String: Double] {
    let python = getenv("PYTHON").map { String(cString: $0) } ?? "python3"
    let output = "/tmp/unitecon-peer-\(getpid()).out"
    defer { unlink(output) }
    return seconds([python, script] + words, output: output)
  }

  private static func seconds(_ words: [String], output: String) -> [String: Double] {
    guard ChildProcess(words, output: output) != nil, let file = fopen(output, "r") else {
      return [:]
    }
    defer { fclose(file) }
    var results: [String: Double] = [:]
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, file) > 0, let line {
      let words = String(cString: line).split { $0 == " " || $0 == "\n" }
      if words.count == 2 { results[String(words[0])] = Double(words[1]) }
    }
    return results
  }
}
