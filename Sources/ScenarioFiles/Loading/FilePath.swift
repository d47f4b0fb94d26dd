#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Paths as text; names in a file are meant from the folder that the file is in.
enum FilePath {
  static func resolve(_ name: String, besides file: String) -> String {
    guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else {
      // Only the command line may mean standard input.
      return name == "-" ? "./-" : name
    }
    return String(file[...slash]) + name
  }

  /// How many files may stand one on the other.
  static let longestChain = 32

  /// One path for all that lead to the same file; the path itself where no file is there.
  static func real(_ path: String) -> String {
    guard !path.utf8.contains(0), let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
