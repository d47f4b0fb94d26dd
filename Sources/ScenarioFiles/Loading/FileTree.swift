/// The tree of a file, laid over that of the file it extends.
struct FileTree {
  /// Every file that was read, the named one first.
  private(set) var files: [ScenarioLoader.ReadFile] = []
  /// The files that are being read, each one extended by the one before it.
  private var chain: [(name: String, real: String)] = []
  /// What is said of a file that holds no object.
  private let noObject: String
  /// What has a name and stands in no file: what it is called in messages, and its text.
  private let shipped: (name: String, title: String, text: String)?

  init(noObject: String, shipped: (name: String, title: String, text: String)? = nil) {
    self.noObject = noObject
    self.shipped = shipped
  }

  /// - Parameter span: where the file is named, for the message where it cannot be read.
  mutating func read(
    _ path: String, at span: Span?, _ sources: inout SourceMap, _ diagnostics: inout [Diagnostic]
  ) -> JSONNode? {
    let isShipped = path == shipped?.name
    let real = isShipped ? path : FilePath.real(path)
    if let first = chain.firstIndex(where: { $0.real == real }) {
      let names = chain[first...].map(\.name) + [path]
      diagnostics.append(.error(Wording.extendsItself(names), at: span))
      return nil
    }
    guard chain.count <= FilePath.longestChain else {
      diagnostics.append(.error(Wording.longChain, at: span))
      return nil
    }
    guard let file = add(path, at: span, &sources, &diagnostics),
      let root = JSON5.read(sources, file: file, into: &diagnostics)
    else { return nil }
    guard case .object(let members) = root.value else {
      diagnostics.append(.error(noObject, at: root.span))
      return nil
    }
    guard let extended = root.member("extends") else { return root }
    let own = JSONNode(
      span: root.span, value: .object(members.filter { $0.key != "extends" }))
    guard case .string(let name) = extended.value else {
      diagnostics.append(.error(Wording.expectedText("extends"), at: extended.span))
      return own
    }
    chain.append((path, real))
    defer { chain.removeLast() }
    let below = name == shipped?.name ? name : FilePath.resolve(name, besides: path)
    let base = read(below, at: extended.span, &sources, &diagnostics)
    // What a base that cannot be read would have said is missing, and no more is said of it.
    return (base ?? JSONNode(span: root.span, value: .object([]))).overlaid(with: own)
  }

  /// Reads the bytes of a file into the map of sources.
  private mutating func add(
    _ path: String, at span: Span?, _ sources: inout SourceMap, _ diagnostics: inout [Diagnostic]
  ) -> Int? {
    if let shipped, path == shipped.name {
      return sources.add(name: shipped.title, bytes: Array(shipped.text.utf8))
    }
    switch FileReading.read(path: path, at: span) {
    case .success(let bytes):
      let file = sources.add(name: path == "-" ? "standard input" : path, bytes: bytes)
      files.append(.init(name: sources[file].name, sha256: sha256(bytes)))
      return file
    case .failure(let problem):
      diagnostics.append(problem.diagnostic)
      return nil
    }
  }
}
