/// Counts values into a sketch, one worker's own.
final class SketchCounter: @unchecked Sendable {
  // A place for each page there can be, so that counting is two look-ups. Counts are short, so that
  // those of a figure stay in the processor's first memory; before one could overflow, all are put by.
  private let pages: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>?>
  private static let pageCount = 4096
  private let limit: Int
  private var room: Int
  private var putBy = ValueSketch()

  /// - Parameter limit: after how many values all counts are put by.
  init(putsByAfter limit: Int = Int(UInt32.max)) {
    self.limit = limit
    room = limit
    pages = .allocate(capacity: Self.pageCount)
    pages.initialize(repeating: nil, count: Self.pageCount)
  }

  deinit {
    for number in 0..<Self.pageCount { pages[number]?.deallocate() }
    pages.deallocate()
  }

  /// Counts values; those that are not numbers are passed over.
  func add(_ values: UnsafePointer<Double>, _ count: Int) {
    var done = 0
    while done < count {
      if room == 0 { putAllBy() }
      let part = min(count - done, room)
      countAll(values + done, part)
      done += part
      room -= part
    }
  }

  private func countAll(_ values: UnsafePointer<Double>, _ count: Int) {
    let pages = self.pages
    for index in 0..<count {
      let value = values[index]
      guard value == value else { continue }
      let cell = ValueSketch.cell(value)
      let page = pages[cell &>> 12] ?? begin(cell &>> 12)
      page[cell & (ValueSketch.pageSize &- 1)] &+= 1
    }
  }

  private func begin(_ number: Int) -> UnsafeMutablePointer<UInt32> {
    let page = UnsafeMutablePointer<UInt32>.allocate(capacity: ValueSketch.pageSize)
    page.initialize(repeating: 0, count: ValueSketch.pageSize)
    pages[number] = page
    return page
  }

  private func putAllBy() {
    putBy = sketch
    for number in 0..<Self.pageCount {
      pages[number]?.update(repeating: 0, count: ValueSketch.pageSize)
    }
    room = limit
  }

  var sketch: ValueSketch {
    var counted: [Int: [Int]] = [:]
    for number in 0..<Self.pageCount {
      guard let page = pages[number] else { continue }
      counted[number] = UnsafeBufferPointer(start: page, count: ValueSketch.pageSize).map(Int.init)
    }
    var result = ValueSketch(pages: counted)
    result.add(putBy)
    return result
  }
}
