/// The known word that a mistyped one most likely meant, or nil when none is near enough to suggest.
///
/// Near is at most a third of the letters wrong (one at least), counted as insertions, deletions,
/// replacements and swapped neighbours, with case folded. Ties go to the word listed first.
///
///     nearestWord(to: "esclation", among: ["outcomes", "escalation"])  // "escalation"
public func nearestWord(to word: String, among known: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased())
  guard !letters.isEmpty, letters.count <= 100 else { return nil }
  let farthest = max(1, letters.count / 3)
  var best: (word: String, distance: Int)?
  for candidate in known {
    let other = Array(candidate.lowercased())
    guard abs(other.count - letters.count) <= farthest else { continue }
    let distance = editDistance(letters, other)
    if distance <= farthest, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.word
}

/// Optimal string alignment distance: edits and swaps of neighbours, one each.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
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
