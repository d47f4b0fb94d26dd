import ScenarioFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that files are written into; it is made where it is missing.
struct OutputFolder {
  let path: String

  func place(_ name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

  /// Makes the folder, and those that it lies in.
  func make() throws(NoAnswer) {
    var part = ""
    for name in path.split(separator: "/", omittingEmptySubsequences: false) {
      part += name + "/"
      if part == "/" || Self.exists(part) { continue }
      if mkdir(part, 0o777) != 0, errno != EEXIST {
        throw NoAnswer([.error(Wording.cannotWrite(path, systemError(errno)))])
      }
    }
    if !Self.exists(path) {
      throw NoAnswer([.error(Wording.cannotWrite(path, systemError(ENOTDIR)))])
    }
  }

  static func exists(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path that is to be written names a folder: it is one, or ends as one.
  static func isMeant(_ path: String) -> Bool { path.hasSuffix("/") || exists(path) }

  /// The files in a folder whose names end so, in order.
  static func files(in path: String, ending: String) throws(NoAnswer) -> [String] {
    guard let names = FolderListing.names(in: path) else {
      throw NoAnswer([.error(Wording.cannotRead(path, systemError(errno)))])
    }
    return names.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }
      .map { OutputFolder(path: path).place($0) }
  }
}
