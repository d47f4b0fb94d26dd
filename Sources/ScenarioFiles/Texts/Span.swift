/// A stretch of one text a run has read: byte offsets, the end not included.
public struct Span: Sendable, Hashable {
  public var file: Int32
  public var start: Int32
  public var end: Int32

  public init(file: Int32, start: Int32, end: Int32) {
    self.file = file
    self.start = start
    self.end = end
  }

  init(file: Int32, _ bytes: Range<Int>) {
    self.init(file: file, start: Int32(bytes.lowerBound), end: Int32(bytes.upperBound))
  }
}
