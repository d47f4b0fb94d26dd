/// A chart drawn in SVG, and the table behind it.
///
/// Places across are per cent and places down are pixels, so that a drawing takes any width and its
/// letters keep their size. Lines, which know no per cent, stand in a frame of 100 by 100 that is
/// stretched while their thickness is not. The script of a page draws the same, by the same rules.
struct Drawing {
  var title: String
  /// What the drawing is, for those who hear it.
  var label: String
  var height: Double
  var content: [HTML]
  /// The marks of a drawing with several lines: how each is drawn, and what it is.
  var legend: [(mark: String, name: String)] = []
  var notes: [String] = []
  var table: Table
  /// What the marks are called, for the style sheet.
  var kind: String

  var html: HTML { html(key: nil) }

  /// The figure.
  ///
  /// - Parameter key: the name by which the script finds it.
  func html(key: String?) -> HTML {
    let renderer = HTMLRenderer(digest: { _ in "" })
    let marks = legend.map { mark, name in
      HTML.tag(
        "li", [:],
        .tag(
          "svg", ["class": "key", "aria-hidden": "true", "width": "28", "height": "10"],
          Draw.line(x1: 0, y1: 5, x2: 100, y2: 5, "line \(mark)")), .text(name))
    }
    var table = table
    table.title = ""
    return .tag(
      "figure", ["class": kind, "data-plot": key],
      (title.isEmpty ? [] : [.tag("figcaption", [:], .text(title))])
        + (marks.isEmpty ? [] : [.tag("ul", ["class": "legend"], marks)]) + [
          Draw.svg(height: height, label: label.isEmpty ? PageWords.chart : label, content),
          .group(notes.map { .tag("p", ["class": "note"], .text($0)) }),
          .tag(
            "details", [:], .tag("summary", [:], .text(PageWords.tableBehind)),
            renderer.html(table, sorts: false)),
        ])
  }
}

/// The few shapes that drawings are made of.
enum Draw {
  static func svg(height: Double, label: String, _ content: [HTML]) -> HTML {
    .tag(
      "svg",
      [
        "role": "img", "aria-label": label, "width": "100%", "height": place(height),
        "xmlns": "http://www.w3.org/2000/svg",
      ], content)
  }

  static func text(
    _ x: Double, _ y: Double, _ text: String, _ kind: String, anchor: String? = nil
  ) -> HTML {
    .tag(
      "text", ["x": percent(x), "y": place(y), "class": kind, "text-anchor": anchor], .text(text))
  }

  static func rect(
    x: Double, y: Double, width: Double, height: Double, _ kind: String
  ) -> HTML {
    .tag(
      "rect",
      [
        "x": percent(x), "y": place(y), "width": percent(max(0, width)), "height": place(height),
        "class": kind,
      ])
  }

  static func line(x1: Double, y1: Double, x2: Double, y2: Double, _ kind: String) -> HTML {
    .tag(
      "line",
      [
        "x1": percent(x1), "y1": place(y1), "x2": percent(x2), "y2": place(y2), "class": kind,
      ])
  }

  /// Lines in a frame of 100 by 100 that is stretched to a part of the drawing.
  static func frame(
    x: Double, y: Double, width: Double, height: Double, _ paths: [(points: String, kind: String)]
  ) -> HTML {
    .tag(
      "svg",
      [
        "x": percent(x), "y": place(y), "width": percent(width), "height": place(height),
        "viewBox": "0 0 100 100", "preserveAspectRatio": "none", "class": "frame",
      ], paths.map { .tag("path", ["d": $0.points, "class": $0.kind]) })
  }

  /// Points joined by lines; one without a place ends a line, and the next begins another.
  static func path(_ points: [(x: Double, y: Double?)]) -> String {
    var isDown = false
    var text = ""
    for point in points {
      guard let y = point.y, y.isFinite else {
        isDown = false
        continue
      }
      text += "\(isDown ? "L" : "M")\(place(point.x)) \(place(y))"
      isDown = true
    }
    return text
  }

  /// To a hundredth, so that a page is not made of digits that nobody sees.
  static func place(_ number: Double) -> String {
    shortest((number * 100 + 0.5).rounded(.down) / 100)
  }

  static func percent(_ number: Double) -> String { place(number) + "%" }
}
