/// Files that name each other.
public enum ScenarioPath {
  /// Whether two paths lead to one file.
  public static func isSame(_ one: String, _ other: String) -> Bool {
    FilePath.real(one) == FilePath.real(other)
  }

  /// How a file names another: from the folder that it is in.
  ///
  ///     ScenarioPath.name(of: "Scenarios/a.json5", in: "out/b.json5")   // "../Scenarios/a.json5"
  ///
  /// - Parameter own: the file that is to name the other; nil where it is not known where it will lie.
  public static func name(of file: String, in own: String?) -> String {
    guard let own, let slash = own.lastIndex(of: "/"), !file.hasPrefix("/") else { return file }
    let folder = FilePath.real(String(own[..<slash])).split(separator: "/")
    let target = FilePath.real(file).split(separator: "/")
    let shared = zip(folder, target).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folder.count - shared) + target[shared...])
      .joined(separator: "/")
  }
}
