import Readiness
import UnitEconomics

/// Reads a checklist: the shipped one, a file that stands alone, or one that extends another.
struct ChecklistFile {
  let checklist: Checklist
  /// Every file that had a part in it, the named one first; none for the shipped one alone.
  let files: [ScenarioLoader.ReadFile]

  /// - Parameter span: where a scenario names it, for the message where it cannot be read.
  /// - Returns: nil where something is wrong, which is in `diagnostics`.
  init?(
    _ name: String, at span: Span?, _ sources: inout SourceMap, _ diagnostics: inout [Diagnostic]
  ) {
    var tree = ChecklistTree()
    let before = diagnostics.count
    let root = tree.read(name, at: span, &sources, &diagnostics)
    guard let root, diagnostics.count == before else { return nil }
    let decoding = Decoding(sources, root: root, isPartial: false)
    let checklist = ChecklistReader(decoding).checklist(root)
    diagnostics += decoding.findings
    guard !decoding.hasErrors, let checklist else { return nil }
    self.checklist = checklist
    files = tree.files
  }
}

extension ScenarioLoader {
  /// A checklist as it was read.
  public struct LoadedChecklist: Sendable {
    /// nil where something is wrong, which ``diagnostics`` say.
    public var checklist: Checklist?
    public var diagnostics: [Diagnostic]
    public var sources: SourceMap
    public var files: [ReadFile]
  }

  /// Reads a checklist by itself.
  ///
  /// - Parameter name: a path, or ``ShippedChecklist/name``.
  public static func checklist(_ name: String) -> LoadedChecklist {
    var sources = SourceMap()
    var diagnostics: [Diagnostic] = []
    let file = ChecklistFile(name, at: nil, &sources, &diagnostics)
    return LoadedChecklist(
      checklist: file?.checklist, diagnostics: diagnostics, sources: sources,
      files: file?.files ?? [])
  }
}

/// The tree of a checklist, laid over that of the one it extends.
private struct ChecklistTree {
  var files: [ScenarioLoader.ReadFile] = []
  private var chain: [String] = []

  mutating func read(
    _ name: String, at span: Span?, _ sources: inout SourceMap, _ diagnostics: inout [Diagnostic]
  ) -> JSONNode? {
    let isShipped = name == ShippedChecklist.name
    let real = isShipped ? name : FilePath.real(name)
    if chain.contains(real) {
      diagnostics.append(.error(Wording.extendsItself(chain + [real]), at: span))
      return nil
    }
    guard chain.count <= FilePath.longestChain else {
      diagnostics.append(.error(Wording.longChain, at: span))
      return nil
    }
    let bytes: [UInt8]
    if isShipped {
      bytes = Array(ShippedChecklist.text.utf8)
    } else {
      switch FileReading.read(path: name) {
      case .success(let read): bytes = read
      case .failure(let problem):
        var diagnostic = problem.diagnostic
        diagnostic.span = span
        diagnostics.append(diagnostic)
        return nil
      }
      files.append(.init(name: name, sha256: sha256(bytes)))
    }
    let file = sources.add(name: isShipped ? Wording.shippedChecklist : name, bytes: bytes)
    guard let root = JSON5.read(sources, file: file, into: &diagnostics) else { return nil }
    guard case .object(let members) = root.value else {
      diagnostics.append(.error(Wording.checklistIsObject, at: root.span))
      return nil
    }
    guard let extended = root.member("extends") else { return root }
    guard case .string(let base) = extended.value else {
      diagnostics.append(.error(Wording.expectedText("extends"), at: extended.span))
      return nil
    }
    chain.append(real)
    defer { chain.removeLast() }
    let path = base == ShippedChecklist.name ? base : FilePath.resolve(base, besides: name)
    let rest = JSONNode(span: root.span, value: .object(members.filter { $0.key != "extends" }))
    return read(path, at: extended.span, &sources, &diagnostics)?.overlaid(with: rest)
  }
}
