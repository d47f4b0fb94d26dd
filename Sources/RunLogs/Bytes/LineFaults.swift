/// Lines of a stretch that could not be read: how many, and the first of them with what is wrong.
struct LineFaults: Sendable {
  private(set) var count = 0
  private(set) var first: [(line: Int, fault: LineFault, excerpt: String)] = []

  /// As many are kept.
  static let most = 20

  /// - Parameters:
  ///   - line: counted from the beginning of the stretch.
  ///   - start: where in the bytes the line begins.
  mutating func add(
    _ fault: LineFault, line: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) {
    count += 1
    guard first.count < Self.most else { return }
    let place = min(max(fault.offset, start), bytes.count)
    let text = String(
      decoding: bytes[max(start, place - 24)..<min(bytes.count, place + 40)], as: UTF8.self)
    let excerpt = text.prefix { $0 != "\n" && $0 != "\r\n" }
    first.append(
      (line, LineFault(offset: place - start, problem: fault.problem), String(excerpt)))
  }
}

/// Lines of files that could not be read and are left out.
public struct UnreadLines: Sendable {
  public private(set) var count = 0
  /// The first of them.
  public private(set) var first: [Line] = []

  /// A line that could not be read.
  public struct Line: Sendable {
    public let file: String
    /// From 1.
    public let line: Int
    public let fault: LineFault
    public let excerpt: String
  }

  public init() {}

  /// - Parameter start: how many lines of the file stand before the stretch.
  mutating func add(_ faults: LineFaults, of file: String, from start: Int) {
    count += faults.count
    for fault in faults.first where first.count < LineFaults.most {
      first.append(
        Line(
          file: file, line: start + fault.line + 1, fault: fault.fault, excerpt: fault.excerpt))
    }
  }

  /// Adds what a query says that it left out, and where it says so.
  mutating func add(_ fault: LineFault, of file: String, line: Int) {
    if case .leftOut(let rows) = fault.problem { count += rows } else { count += 1 }
    guard first.count < LineFaults.most else { return }
    first.append(Line(file: file, line: line, fault: fault, excerpt: ""))
  }

  /// These lines and those of other files.
  public func adding(_ other: UnreadLines) -> UnreadLines {
    var sum = self
    sum.count += other.count
    sum.first += other.first.prefix(max(0, LineFaults.most - first.count))
    return sum
  }
}
