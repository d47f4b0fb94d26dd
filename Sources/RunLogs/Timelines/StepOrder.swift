/// In which order a reader follows steps, and how deep each lies.
///
/// A step whose parent is not there stands with the first ones; of a circle of parents, the earliest step does.
struct StepOrder {
  private(set) var places: [(index: Int, depth: Int)] = []

  init(_ spans: [SpanRecord]) {
    var indices: [UInt64: Int] = [:]
    for (index, span) in spans.enumerated() { indices[span.id] = index }
    func isEarlier(_ a: Int, _ b: Int) -> Bool {
      let (a, b) = (spans[a], spans[b])
      if a.start != b.start { return a.start < b.start }
      // What began at the same time and took longer holds the other, if one does.
      return a.end != b.end ? a.end > b.end : (a.file, a.line, a.id) < (b.file, b.line, b.id)
    }
    let byTime = spans.indices.sorted(by: isEarlier)
    var children: [Int: [Int]] = [:]
    var firsts: [Int] = []
    for index in byTime {
      if spans[index].parent != 0, let parent = indices[spans[index].parent], parent != index {
        children[parent, default: []].append(index)
      } else {
        firsts.append(index)
      }
    }
    var isPlaced = Array(repeating: false, count: spans.count)
    // Circles are reached from nowhere: what is left is taken up last.
    for first in firsts + byTime where !isPlaced[first] {
      var open = [(index: first, depth: 0)]
      while let step = open.popLast() {
        if isPlaced[step.index] { continue }
        isPlaced[step.index] = true
        places.append(step)
        for child in (children[step.index] ?? []).reversed() {
          open.append((child, step.depth + 1))
        }
      }
    }
  }
}
