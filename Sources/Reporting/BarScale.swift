/// One scale for all bars of a chart.
protocol BarScale {
  /// The bar as a row of cells.
  func drawing(of bar: BarChart.Bar) -> String
}

/// Bars that begin at zero, in eighths of a cell.
struct ZeroScale: BarScale {
  /// How many cells lie on each side of the zero line.
  let negativeCells: Int
  let positiveCells: Int
  /// Half the value that one eighth of a cell stands for; 0 where there is nothing to draw.
  private let halfPerEighth: Double

  init(values: [Double], width: Int) {
    let finite = values.filter(\.isFinite)
    // Halved, so that the distance between the ends of two huge bars stays finite.
    let high = max(0, finite.max() ?? 0) / 2
    let low = max(0, -(finite.min() ?? 0)) / 2
    let span = high + low
    let negative = span > 0 ? Int(Double(width) * (low / span) + 0.999_999) : 0
    negativeCells = low > 0 ? min(max(1, negative), high > 0 ? width - 1 : width) : 0
    positiveCells = width - negativeCells
    halfPerEighth = max(
      high / Double(max(1, positiveCells) * 8), low / Double(max(1, negativeCells) * 8))
  }

  func drawing(of bar: BarChart.Bar) -> String {
    let own = self.bar(of: bar.value)
    let margin = bar.value < 0 ? negativeCells - own.count : negativeCells
    return bar.value.isFinite ? String(repeating: " ", count: max(0, margin)) + own : ""
  }

  /// The bar of a value alone, without the spaces that bring it to the zero line.
  func bar(of value: Double) -> String {
    guard value.isFinite else { return "" }
    // The smallest numbers divide coarsely, so the side's own room has the last word.
    let room = Double((value < 0 ? negativeCells : positiveCells) * 8)
    let ratio = halfPerEighth > 0 ? value.magnitude / 2 / halfPerEighth : 0
    let eighths = Int(min(ratio, room) + 0.5)
    let cells = String(repeating: "█", count: eighths / 8)
    // To the left there is only a half block to end with.
    if value < 0 { return (eighths % 8 >= 4 ? "▐" : "") + cells }
    return cells + ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
  }
}

/// Bars that begin where the one before ended, in halves of a cell.
///
/// Where all of them lie far from zero the scale is cut, and bars that begin at zero show that by two
/// slanted strokes.
struct BridgeScale: BarScale {
  private let low: Double
  private let high: Double
  private let width: Int
  /// Where the cut scale begins or ends; nil where zero is on it.
  let cut: Double?

  init(_ bars: [BarChart.Bar], width: Int) {
    let ends = bars.flatMap { bar in
      bar.start == 0 ? [bar.value] : [bar.start, bar.start + bar.value]
    }.filter(\.isFinite)
    let least = ends.min() ?? 0
    let most = ends.max() ?? 0
    let margin = (most - least) / 4
    let isFar = most - least < 0.4 * max(abs(least), abs(most)) && margin > 0
    low = isFar && least > 0 ? least - margin : min(least, 0)
    high = isFar && most < 0 ? most + margin : max(most, 0)
    cut = isFar && least > 0 ? low : isFar && most < 0 ? high : nil
    self.width = width
  }

  func drawing(of bar: BarChart.Bar) -> String {
    guard bar.value.isFinite, bar.start.isFinite, high > low else { return "" }
    let ends = [place(of: bar.start), place(of: bar.start + bar.value)].sorted()
    var cells = (0..<width).map { cell -> Character in
      let isLeft = ends[0] <= 2 * cell && 2 * cell < ends[1]
      let isRight = ends[0] <= 2 * cell + 1 && 2 * cell + 1 < ends[1]
      return isLeft ? (isRight ? "█" : "▌") : isRight ? "▐" : " "
    }
    // What is too short to fill half a cell still shows where it is.
    if ends[0] == ends[1], bar.value != 0 { cells[min(ends[0] / 2, width - 1)] = "▏" }
    if cut != nil, bar.start == 0, width > 4 {
      let strokes = low > 0 ? 0..<2 : width - 2..<width
      for cell in strokes { cells[cell] = "╱" }
    }
    while cells.last == " " { cells.removeLast() }
    return String(cells)
  }

  /// How many halves of a cell lie before a value.
  private func place(of value: Double) -> Int {
    let held = min(max(value, low), high)
    return Int((Double(2 * width) * ((held - low) / (high - low))).rounded())
  }
}
