/// How the columns of a table share the width of a terminal.
///
/// In this order, until the table fits: headings wrap; long texts wrap; optional columns go, the
/// greatest `priority` first and the rightmost of equals; texts wrap tighter; and what is left
/// continues in a further band below, the first column repeated. So no line is ever broken by the
/// terminal, and no required column is ever lost.
struct TerminalLayout {
  /// Columns that stand side by side, and how wide each is drawn.
  struct Band: Equatable {
    var columns: [Int]
    var widths: [Int]
    var gap: Int

    var width: Int { widths.reduce(0, +) + gap * max(0, widths.count - 1) }
  }

  private(set) var bands: [Band] = []
  private(set) var dropped: [Int] = []

  private let widths: [ColumnWidths]
  private let available: Int

  /// - Units: `width` in terminal cells, and so `widest`, the widest text of each column.
  init(columns: [Column], widest: [Int], width: Int) {
    available = width
    widths = zip(columns, widest).map { ColumnWidths($0, widest: $1) }
    var shown = Array(columns.indices)
    while true {
      if let band = fit(shown, textFloor: 24) {
        bands = [band]
        break
      }
      guard let next = nextToDrop(among: shown, columns) else {
        bands = continued(shown)
        break
      }
      shown.removeAll { $0 == next }
      dropped.append(next)
    }
    dropped.sort()
  }

  private func nextToDrop(among shown: [Int], _ columns: [Column]) -> Int? {
    let last = shown.max { columns[$0].priority < columns[$1].priority }
    guard let last, columns[last].isOptional, shown.count > 1 else { return nil }
    return shown.last { columns[$0].priority == columns[last].priority }
  }

  /// Bands one below the other, each as full as it gets, the first column leading every one.
  private func continued(_ shown: [Int]) -> [Band] {
    guard let label = shown.first else { return [] }
    var bands: [Band] = []
    var rest = shown.dropFirst()
    repeat {
      var columns = [label]
      var band = squeezed(columns)
      while let next = rest.first {
        guard let wider = fit(columns + [next], textFloor: 12) ?? squeezedPair(columns, next) else {
          break
        }
        columns.append(next)
        band = wider
        rest = rest.dropFirst()
      }
      bands.append(band)
    } while !rest.isEmpty
    return bands
  }

  /// A label and one column always stand together, be it with values broken inside.
  private func squeezedPair(_ columns: [Int], _ next: Int) -> Band? {
    columns.count == 1 ? squeezed(columns + [next]) : nil
  }

  private func squeezed(_ columns: [Int]) -> Band {
    if let band = fit(columns, textFloor: 12) { return band }
    let share = (available - 2 * (columns.count - 1)) / columns.count
    let capped = columns.map { min(widths[$0].wrapped(textFloor: 12), share) }
    return Band(columns: columns, widths: capped, gap: 2)
  }

  /// The widths at which these columns fit, or nil where they cannot.
  private func fit(_ columns: [Int], textFloor: Int) -> Band? {
    let natural = Band(columns: columns, widths: columns.map { widths[$0].natural }, gap: 3)
    if natural.width <= available { return natural }
    let wanted = columns.map { widths[$0].headingWrapped }
    let floors = columns.map { widths[$0].wrapped(textFloor: textFloor) }
    for (least, most) in [(wanted, natural.widths), (floors, wanted)] {
      var band = Band(columns: columns, widths: least, gap: 2)
      guard band.width <= available else { continue }
      band.grow(towards: most, within: available)
      // What a wrapped heading does not use goes to the gaps.
      band.widths = zip(columns, band.widths).map { widths[$0].used(of: $1) }
      band.gap = band.width + band.widths.count - 1 <= available ? 3 : 2
      return band
    }
    return nil
  }
}

extension TerminalLayout.Band {
  /// Hands out what room is left, cell by cell, to the column that lacks most.
  fileprivate mutating func grow(towards wanted: [Int], within available: Int) {
    var room = available - width
    while room > 0 {
      let lacks = widths.indices.map { wanted[$0] - widths[$0] }
      guard let most = lacks.max(), most > 0, let index = lacks.firstIndex(of: most) else { return }
      widths[index] += 1
      room -= 1
    }
  }
}

/// The widths one column can take.
private struct ColumnWidths {
  private let body: Int
  private let heading: String
  private let headingWord: Int
  private let wrapsBody: Bool

  init(_ column: Column, widest: Int) {
    body = widest
    heading = column.heading
    headingWord = column.heading.split(separator: " ").reduce(0) { max($0, displayWidth($1)) }
    wrapsBody = column.alignment == .leading && !column.isWhole
  }

  /// Nothing wraps.
  var natural: Int { max(body, displayWidth(heading)) }
  /// The heading wraps at its spaces.
  var headingWrapped: Int { max(body, headingWord) }
  /// Texts wrap too, down to the floor.
  func wrapped(textFloor: Int) -> Int {
    max(wrapsBody ? min(body, textFloor) : body, min(headingWord, 16))
  }
  /// How much of a width is drawn on, the heading being wrapped in it.
  func used(of width: Int) -> Int {
    wrap(heading, width: width).reduce(min(body, width)) { max($0, displayWidth($1)) }
  }
}
