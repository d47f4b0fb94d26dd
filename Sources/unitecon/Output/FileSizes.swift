#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How large files are.
enum FileSizes {
  /// The bytes of all files together; a pipe has none that is known.
  static func total(of paths: [String]) -> Int {
    paths.reduce(0) { sum, path in
      var facts = stat()
      return stat(path, &facts) == 0 ? sum + Int(facts.st_size) : sum
    }
  }
}
