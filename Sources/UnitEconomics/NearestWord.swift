/// The known word that a mistyped one most likely meant, or nil when none is near enough to suggest.
///
/// Near is at most a third of the letters wrong (one at least), counted as insertions, deletions,
/// replacements and swapped neighbours, with case folded. Ties go to the word listed first. Where none is
/// near, the first that has the whole word as a part of its name is one.
///
///     nearestWord(to: "esclation", among: ["outcomes", "escalation"])  // "escalation"
///     nearestWord(to: "fee", among: ["ramp", "platformFee"])  // "platformFee"
public func nearestWord(to word: String, among known: some Sequence<String>) -> String? {
  guard word.utf8.count <= 400 else { return nil }
  let letters = folded(word)
  guard !letters.isEmpty, letters.count <= 100 else { return nil }
  let farthest = max(1, letters.count / 3)
  var best: (word: String, distance: Int)?
  var whole: String?
  for candidate in known {
    if best == nil, whole == nil, hasPart(candidate, letters) { whole = candidate }
    // A letter takes up to four bytes: most of a long list is left by its length alone.
    guard candidate.utf8.count + farthest >= letters.count,
      candidate.utf8.count <= 4 * (letters.count + farthest)
    else { continue }
    let other = folded(candidate)
    guard abs(other.count - letters.count) <= farthest else { continue }
    let distance = editDistance(letters, other)
    // A word of one letter with that letter wrong has nothing in common with the other.
    guard distance < letters.count || letters.count > 1 else { continue }
    if distance <= farthest, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.word ?? whole
}

/// Whether one or more of the parts of a name such as `platformFee` are the word.
private func hasPart(_ name: String, _ letters: [UInt32]) -> Bool {
  let name = Array(name.utf8)
  guard letters.count > 2, name.count > letters.count, name.count <= 60 else { return false }
  func begins(_ index: Int) -> Bool { index == 0 || (0x41...0x5A).contains(name[index]) }
  return (0...name.count - letters.count).contains { start in
    let end = start + letters.count
    return begins(start) && (end == name.count || begins(end))
      && zip(name[start..<end], letters).allSatisfy { UInt32($0 | 0x20) == $1 }
  }
}

/// The characters of a word in lower case, each as a number that is equal for equal ones.
private func folded(_ word: String) -> [UInt32] {
  if word.utf8.allSatisfy({ $0 < 0x80 }) {
    return word.utf8.map { UInt32((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) }
  }
  return word.lowercased().unicodeScalars.map(\.value)
}

/// Optimal string alignment distance: edits and swaps of neighbours, one each.
private func editDistance(_ a: [UInt32], _ b: [UInt32]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for (i, left) in a.enumerated() {
    var row = [i + 1] + [Int](repeating: 0, count: b.count)
    for (j, right) in b.enumerated() {
      row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (left == right ? 0 : 1))
      if i > 0, j > 0, left == b[j - 1], a[i - 1] == right {
        row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
      }
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
