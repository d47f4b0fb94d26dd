import Foundation
import TestSupport
import Testing

@Suite("Shells complete what the command takes, and man shows it")
struct ShellTests {
  /// What bash offers for the last of some words.
  private static func offered(_ words: String...) throws -> [String] {
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    let run = try Command(
      shell: """
        source <($unitecon completions bash)
        COMP_WORDS=(unitecon \(line)); COMP_CWORD=\(words.count)
        _unitecon
        printf '%s\\n' "${COMPREPLY[@]}"
        """)
    #expect(run.errors.isEmpty, "\(run.errors)")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test("bash completes verbs, flags, words that flags take, and files")
  func bash() throws {
    #expect(try Self.offered("re") == ["report", "readiness"])
    #expect(try Self.offered("help", "so") == ["solve"])
    #expect(try Self.offered("run", "--assum") == ["--assumptions"])
    #expect(try Self.offered("simulate", "--sampling", "") == ["random", "latin", "sobol"])
    #expect(try Self.offered("run", "Scenarios/pr") == ["Scenarios/pr-triage.json5"])
    #expect(try Self.offered("run", "-o", "Scenarios/inv") == ["Scenarios/invoice-coding.json5"])
    #expect(try Self.offered("run", "--set", "").isEmpty)
  }

  @Test("every verb and every long flag of its help is in every shell's script and in the manual")
  func whole() throws {
    let overview = try Command(shell: "$unitecon").output
    let verbs = overview.split(separator: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ")
    }
    .compactMap { $0.split(separator: " ").first }
    .filter { !$0.contains("unitecon") }
    #expect(verbs.count > 14)
    var pages: [String] = []
    for shell in ["bash", "zsh", "fish"] { pages.append(try Command("completions", shell).output) }
    pages.append(try Command("man").output.replacing("\\-", with: "-"))
    for verb in verbs {
      let help = try Command("\(verb)", "-h").output
      for match in help.matches(of: /--([a-z-]+)/) {
        for page in pages { #expect(page.contains(match.1) && page.contains(verb), "\(match.0)") }
      }
    }
  }

  @Test("a shell that is not known is refused, with those that are")
  func refused() throws {
    let run = try Command("completions", "powershell")
    #expect(run.status == 64 && run.errors.contains("bash, zsh, fish"))
    #expect(try Command("man", "run").status == 64)
  }
}
