extension PageScript {
  /// Drawings by the rules of ``Drawing``, from figures as they are now.
  static let drawings = #"""
    // Drawings by the same rules as those that the page came with: per cent across, pixels down.
    const svgSpace = "http://www.w3.org/2000/svg";
    const place = v => String(Math.floor(v * 100 + 0.5) / 100);
    const percent = v => place(v) + "%";
    function shape(name, attributes, text) {
      const element = document.createElementNS(svgSpace, name);
      for (const [key, value] of Object.entries(attributes)) {
        if (value !== undefined) element.setAttribute(key, value);
      }
      if (text !== undefined) element.textContent = text;
      return element;
    }
    const words = (x, y, text, kind, anchor) => shape("text",
      { x: percent(x), y: place(y), class: kind, "text-anchor": anchor }, text);
    const rect = (x, y, width, height, kind) => shape("rect", { x: percent(x), y: place(y),
      width: percent(Math.max(0, width)), height: place(height), class: kind });
    const line = (x1, y1, x2, y2, kind) => shape("line",
      { x1: percent(x1), y1: place(y1), x2: percent(x2), y2: place(y2), class: kind });
    function frame(x, y, width, height, paths) {
      const element = shape("svg", { x: percent(x), y: place(y), width: percent(width),
        height: place(height), viewBox: "0 0 100 100", preserveAspectRatio: "none", class: "frame" });
      for (const [points, kind] of paths) element.append(shape("path", { d: points, class: kind }));
      return element;
    }
    function pathOf(points) {
      let isDown = false;
      return points.map(([x, y]) => {
        if (y === null || !(Math.abs(y) < Infinity)) { isDown = false; return ""; }
        const mark = isDown ? "L" : "M";
        isDown = true;
        return mark + place(x) + " " + place(y);
      }).join("");
    }
    function drawBars(bars, style, limit, isBridge) {
      const ends = bars.filter(bar => !Number.isNaN(bar.value))
        .flatMap(bar => [bar.start, bar.start + bar.value]);
      if (limit) ends.push(limit.value);
      const low = Math.min(0, ...ends), high = Math.max(0, ...ends);
      const across = v => (v - low) / (high > low ? high - low : 1) * 100;
      const row = 44, top = limit ? 16 : 0, shapes = [];
      if (limit) {
        const x = across(limit.value);
        shapes.push(line(x, 16, x, bars.length * row + 16, "limit"));
        shapes.push(words(x, 11, limit.text, "faint", x > 50 ? "end" : "start"));
      }
      bars.forEach((bar, index) => {
        if (!isBridge || Number.isNaN(bar.value) || bars[index + 1]?.share === undefined) return;
        const x = across(bar.start + bar.value), y = top + index * row;
        shapes.push(line(x, y + 34, x, y + row + 22, "step"));
      });
      bars.forEach((bar, index) => {
        const y = top + index * row;
        const value = show(bar.value, style);
        shapes.push(words(0, y + 15, bar.label, "label"));
        shapes.push(words(100, y + 15,
          bar.share === undefined ? value : value + " · " + show(bar.share, "share:1"), "value", "end"));
        if (Number.isNaN(bar.value)) return;
        const from = across(bar.start), to = across(bar.start + bar.value);
        const fails = limit && bar.value < limit.value;
        shapes.push(rect(0, y + 22, 100, 12, "track"));
        shapes.push(rect(Math.min(from, to), y + 22, Math.abs(to - from), 12,
          fails ? "bar fails" : bar.value < 0 ? "bar below"
            : isBridge && bar.share === undefined ? "bar whole" : "bar"));
      });
      return { shapes, height: top + bars.length * row, rows: bars.map(bar => [bar.label,
        show(bar.value, style), ...(isBridge ? [bar.share === undefined ? "" : show(bar.share, "share:1")]
          : [])]) };
    }
    function drawTornado(bars, base) {
      const style = page.main.style;
      const values = bars.flatMap(bar => bar.ends.filter(v => !Number.isNaN(v))).concat(base);
      const low = Math.min(...values), high = Math.max(...values);
      const across = v => 15 + (v - low) / (high > low ? high - low : 1) * 70;
      const row = 50, middle = across(base), shapes = [], rows = [];
      bars.forEach((bar, index) => {
        const y = index * row;
        const texts = [amount(bar.input, bar.low, bar.high), amount(bar.input, bar.high, bar.low)];
        shapes.push(words(0, y + 15, bar.input.path, "label"));
        shapes.push(words(100, y + 15, texts[0] + " … " + texts[1], "faint", "end"));
        bar.ends.forEach((value, end) => {
          if (Number.isNaN(value)) return;
          const x = across(value);
          shapes.push(rect(Math.min(x, middle), y + 22, Math.abs(x - middle), 14, end ? "high" : "low"));
        });
        const [a, b] = bar.ends;
        const isTurned = (Number.isNaN(a) ? Infinity : a) > (Number.isNaN(b) ? Infinity : b);
        (isTurned ? [b, a] : [a, b]).forEach((value, at) => {
          if (Number.isNaN(value)) return;
          const x = at === 0 ? Math.min(across(value), middle) : Math.max(across(value), middle);
          shapes.push(words(x + (at === 0 ? -0.8 : 0.8), y + 33, show(value, style), "value",
            at === 0 ? "end" : "start"));
        });
        const swing = Number.isNaN(a + b) ? "" : show(Math.abs(a - b), style === "share" ? "pp" : style);
        rows.push([bar.input.path, ...texts, show(a, style), show(b, style), swing]);
      });
      shapes.push(line(middle, 20, middle, bars.length * row, "base"));
      return { shapes, height: bars.length * row, rows };
    }
    function drawMap({ points, breaks }) {
      const { rows, columns, style } = page.map;
      const left = 13, row = 34, width = (100 - left) / columns.length, height = rows.length * row;
      const shapes = [], letters = [], table = [];
      rows.forEach((factor, index) => {
        const y = height - (index + 1) * row;
        shapes.push(words(left - 1.5, y + 22, times(factor), "tick", "end"));
        table.push([times(factor)]);
        columns.forEach((_, column) => {
          const figures = points[index][column], holds = allHold(figures);
          const shade = Math.floor(Math.max(-1, Math.min(1, headroom(figures, points[0][0]))) * 5);
          const kind = holds ? "shade" + Math.max(0, Math.min(4, shade)) : "fails";
          const text = show(figures[page.main.figure], style) + (holds ? "" : "✗");
          const x = left + column * width;
          shapes.push(rect(x, y, width, row, "cell " + kind));
          letters.push(words(x + width / 2, y + 22, text, "inner " + kind, "middle"));
          table[index].push(text);
        });
      });
      columns.forEach((factor, column) => shapes.push(words(left + (column + 0.5) * width, height + 20,
        times(factor), column % 2 === 0 ? "tick" : "tick odd", "middle")));
      const last = rows.length - 1, range = rows[last] - rows[0];
      const level = found => found === null ? null : 100 - (Math.min(Math.max(found === 0 ? -0.5
        : (found - 1) / range * last, -0.5), last + 0.5) + 0.5) / rows.length * 100;
      const marks = breaks.map((found, column) => [(column + 0.5) / columns.length * 100, level(found)]);
      const path = pathOf([[0, marks[0][1]], ...marks, [100, marks[marks.length - 1][1]]]);
      if (path !== "") {
        shapes.push(frame(left, 0, 100 - left, height, [[path, "frontier under"], [path, "frontier"]]));
      }
      return { shapes: shapes.concat(letters), height: height + 28, rows: table };
    }
    """#
}
