import UnitEconomics

/// A file of shards, one a line, such as `cat` makes of many.
public struct ShardFile {
  /// What is wrong, and the text it is wrong in.
  public struct Mistakes {
    public var diagnostics: [Diagnostic]
    public var sources = SourceMap()
  }

  public let name: String
  private let bytes: [UInt8]
  /// Where the lines stand that are not blank, and their numbers.
  private let lines: [(number: Int, bytes: Range<Int>)]

  /// More bytes than these would have no place in a ``Span``.
  private static let limit = 2_000_000_000

  /// Reads a file; `-` is standard input.
  public static func read(_ path: String) -> Result<ShardFile, FileProblem> {
    FileReading.read(path: path, limit: limit, as: Wording.shards).flatMap { bytes in
      let file = ShardFile(name: path == "-" ? "standard input" : path, bytes: bytes)
      return file.lines.isEmpty
        ? .failure(FileProblem(diagnostic: Wording.noShards(file.name))) : .success(file)
    }
  }

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var lines: [(Int, Range<Int>)] = []
    var (start, number) = (0, 1)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let isBlank = bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if !isBlank { lines.append((number, start..<end)) }
      start = end + 1
      number += 1
    }
    self.lines = lines
  }

  /// How many shards it has.
  public var count: Int { lines.count }

  /// Where a shard stands, for a reader.
  public func place(_ index: Int) -> String {
    lines.count == 1 ? name : "\(name), line \(lines[index].number)"
  }

  /// Reads one of its shards; `mistakes` has what is wrong where there is none.
  public func shard(_ index: Int, _ mistakes: inout Mistakes?) -> SimulationShard? {
    let (number, range) = lines[index]
    var found = Mistakes(diagnostics: [])
    let text = found.sources.add(name: name, bytes: Array(bytes[range]), firstLine: number)
    guard Self.isShard(bytes[range]) else {
      let start = Span(file: Int32(text), 0..<min(range.count, 40))
      found.diagnostics = [Wording.notAShard(at: start)]
      mistakes = found
      return nil
    }
    let root = JSON5.read(found.sources, file: text, into: &found.diagnostics)
    if found.diagnostics.isEmpty, let root {
      do throws(FileProblem) {
        return try ShardReader(root).shard()
      } catch {
        found.diagnostics = [error.diagnostic]
      }
    }
    mistakes = found
    return nil
  }

  /// Whether a line begins like a shard: what is wrong with the syntax of other files is no help.
  private static func isShard(_ line: ArraySlice<UInt8>) -> Bool {
    String(decoding: line.prefix(200), as: UTF8.self).contains("\"\(ShardReader.format)\"")
  }
}
