/// How paths are put together from names and taken apart again.
///
/// A name with a dot in it stands in brackets: `inference.prices["gpt-4.1"].input`.
public enum InputPath {
  /// The path one level further down.
  public static func appending(_ name: String, to path: String) -> String {
    let isPlain =
      !name.isEmpty
      && !name.utf8.contains { $0 == 0x2E || $0 == 0x5B || $0 == 0x5D || $0 == 0x22 }
    guard isPlain else { return "\(path)[\"\(name)\"]" }
    return path.isEmpty ? name : String(joining: path, ".", name)
  }

  /// The path of a part, and below it of a name: `plans.growth.revenuePerCustomer.enterprise`.
  static func appending(_ name: String, to path: String, _ part: String) -> String {
    appending(name, to: String(joining: path, ".", part))
  }

  /// The names that a path is made of.
  public static func parts(_ path: String) -> [String] {
    var walk = PathWalk(path)
    var parts: [String] = []
    while let part = walk.next() { parts.append(String(Substring(part))) }
    return parts
  }
}

extension InputPath {
  /// The path as this program writes it, whatever brackets and quotes someone has put into it.
  public static func normal(_ path: String) -> String {
    parts(path).reduce("") { appending($1, to: $0) }
  }

  /// The path one level up; empty at the top.
  public static func parent(of path: String) -> String {
    parts(path).dropLast().reduce("") { appending($1, to: $0) }
  }
}

extension String {
  /// Three texts one behind the other, written at once where they are to stand.
  ///
  /// A model of many plans puts some ten thousand paths together; an interpolation would make room for
  /// each of their parts anew.
  init(joining first: String, _ second: String, _ third: String) {
    let count = first.utf8.count + second.utf8.count + third.utf8.count
    self.init(unsafeUninitializedCapacity: count) { memory in
      func write(_ text: String, at place: Int) -> Int {
        let rest = UnsafeMutableBufferPointer(rebasing: memory[place...])
        return place + rest.update(fromContentsOf: text.utf8)
      }
      return write(third, at: write(second, at: write(first, at: 0)))
    }
  }
}
