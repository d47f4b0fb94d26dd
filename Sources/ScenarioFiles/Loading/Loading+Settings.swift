import UnitEconomics

extension Loading {
  /// The tree with the settings made.
  ///
  /// A path that leads nowhere is a mistake in the setting, and is said there rather than as a strange
  /// new section of the file.
  mutating func apply(
    _ settings: inout [Setting], _ assumptions: AssumptionsFile?, to root: JSONNode,
    book: PriceBook?
  ) -> JSONNode {
    guard !settings.isEmpty || assumptions != nil else { return root }
    let trial = Decoding(sources, root: root, isPartial: true, keepsAskedPaths: true)
    _ = trial.scenario(root, book: book)
    let known = trial.askedPaths
    if let assumptions {
      let overlay = AssumptionsOverlay(
        file: assumptions, inputs: trial.inputs, currency: trial.currency, root: root)
      settings = overlay.settings(&diagnostics) + settings
    }
    var unknown: Set<Int> = []
    var root = root
    for index in settings.indices {
      let setting = settings[index]
      let pattern = PathPattern(setting.path)
      let parent = InputPath.parent(of: setting.path)
      let isKnown =
        root.node(at: setting.parts) != nil || known.contains { pattern.matches($0) }
        || known.contains(parent) && root.node(at: InputPath.parts(parent)[...]) == nil
      if !isKnown, trial.inputs.contains(where: { pattern.matches($0.path) }) {
        // A price of the book stands in no file: it is changed where it is read.
        settings[index].kind = setting.kind ?? .set
        continue
      }
      guard isKnown else {
        let help = trial.suggestion(
          for: setting.written, among: trial.inputs.map(\.path) + known.sorted())
        diagnostics.append(
          .error(Wording.noSuchInput(setting.written), at: setting.pathSpan, help: help))
        unknown.insert(index)
        continue
      }
      if setting.kind == nil {
        root = root.setting(setting.parts, to: setting.node, keySpan: setting.pathSpan)
      }
    }
    // What is said to lead nowhere is not tried as a change as well.
    settings = settings.enumerated().filter { !unknown.contains($0.offset) }.map(\.element)
    return root
  }
}
