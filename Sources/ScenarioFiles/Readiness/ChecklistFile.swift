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
    var tree = FileTree(
      noObject: Wording.checklistIsObject,
      shipped: (ShippedChecklist.name, Wording.shippedChecklist, ShippedChecklist.text))
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
