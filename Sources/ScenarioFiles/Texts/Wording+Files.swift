/// Files that cannot be read at all.
extension Wording {
  static func noSuchFile(_ path: String, near: String?) -> Diagnostic {
    var diagnostic = Diagnostic.error("there is no file \(path)")
    if let near { diagnostic.help.append("did you mean \(near)?") }
    return diagnostic
  }

  static func noSuchFolder(_ path: String, folder: String) -> Diagnostic {
    .error("there is no file \(path)", help: "the folder \(folder) is missing or cannot be listed")
  }

  static func noSuchName(_ path: String) -> Diagnostic {
    path.isEmpty
      ? .error("a file has a name, and this one is empty")
      : .error("a file name has no NUL in it, and \(path) has")
  }

  static func nameTooLong(_ path: String) -> Diagnostic {
    .error("the file name \(FilePath.lastPart(path).prefix(40))… is too long")
  }

  static func isFolder(_ path: String, _ kind: String) -> Diagnostic {
    .error("\(shown(path)) is a folder, and \(kind) is a file")
  }

  static func noPermission(_ path: String) -> Diagnostic {
    .error("\(shown(path)) may not be read by you", help: "ask its owner, or chmod +r it")
  }

  static func tooLarge(_ path: String, bytes: Int, limit: Int, _ kind: String) -> Diagnostic {
    .error(
      "\(shown(path)): the file has \(grouped(bytes)) bytes, and \(kind) has at most "
        + grouped(limit))
  }

  static func endless(_ path: String, limit: Int, _ kind: String) -> Diagnostic {
    .error(
      "\(shown(path)): the file goes on after \(grouped(limit)) bytes, and \(kind) has no more")
  }

  static func emptyPipe(_ path: String) -> Diagnostic {
    .error(
      "\(path) is a pipe, and nobody writes into it",
      help: "start the program that writes into it first")
  }

  static func unreadable(_ path: String, code: Int32) -> Diagnostic {
    .error("\(shown(path)) cannot be read: the system gives error \(code)")
  }

  /// How many, in groups of three: 16 000 000.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map { place in
      (place > 0 && (digits.count - place) % 3 == 0 ? " " : "") + String(digits[place])
    }.joined()
  }

  private static func shown(_ path: String) -> String { path == "-" ? "standard input" : path }
}
