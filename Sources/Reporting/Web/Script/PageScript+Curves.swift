extension PageScript {
  /// Lines over scale, by the rules of ``LinePlot`` and ``PlotScale``.
  static let curves = #"""
    // Lines over a grid with round heights.
    function evenScale(low, high) {
      const range = high > low ? high - low : Math.max(Math.abs(high), 1);
      let power = 1;
      while (power * 10 <= range) power *= 10;
      while (power > range) power /= 10;
      const step = [0.1, 0.2, 0.25, 0.5, 1].map(part => part * power).find(s => range / s <= 8) ?? power;
      const first = Math.floor(low / step), last = Math.max(first + 1, Math.ceil(high / step));
      const ticks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
      const [from, to] = [ticks[0], ticks[ticks.length - 1]];
      return { ticks, part: v => v >= from && v <= to ? (v - from) / (to - from) : null };
    }
    function factorScale(low, high) {
      let power = 1;
      while (power > low) power /= 10;
      while (power * 10 <= low) power *= 10;
      const steps = [];
      while (steps.length < 3 || steps[steps.length - 3] < high) {
        steps.push(power, power * 2, power * 5);
        power *= 10;
      }
      const first = Math.max(0, steps.findLastIndex(step => step <= low));
      const found = steps.findIndex(step => step >= high);
      const last = Math.max(first + 1, found < 0 ? steps.length - 1 : found);
      const within = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      const ticks = (within.length > 7 ? within.filter(at => at % 3 === 0) : within).map(at => steps[at]);
      const [from, to] = [steps[first], steps[last]];
      return { ticks, part: v => v >= from && v <= to ? Math.log(v / from) / Math.log(to / from) : null };
    }
    function evenly(most, count) {
      if (count <= most) return Array.from({ length: count }, (_, at) => at);
      const last = count - 1;
      for (let step = 1; step <= last; step += 1) {
        if (last % step !== 0 || last / step >= most) continue;
        if (last / step + 1 < Math.max(Math.floor((most + 1) / 2), Math.min(most, 3))) break;
        return Array.from({ length: last / step + 1 }, (_, at) => at * step);
      }
      return Array.from({ length: most },
        (_, at) => Math.floor((at * last + Math.floor((most - 1) / 2)) / (most - 1)));
    }
    function drawLines(series, style, isMoney) {
      const top = 20, plotted = 240, labels = page.curves.factors.map(times), last = labels.length - 1;
      const all = series.flat();
      const isLogarithmic = isMoney && all.every(v => Number.isNaN(v) || v > 0);
      const drawn = all.filter(v => Math.abs(v) < Infinity && (isMoney || v >= -0.25 && v <= 1));
      const shapes = [];
      if (drawn.length > 0) {
        const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
        const scale = isLogarithmic ? factorScale(low, high) : evenScale(low, high);
        const heights = scale.ticks.map(tick => top + (1 - scale.part(tick)) * plotted);
        heights.forEach((y, at) =>
          shapes.push(line(0, y, 100, y, scale.ticks[at] === 0 ? "zero" : "grid")));
        const x = Math.floor(labels.length / 2) / last * 100;
        shapes.push(line(x, top - 6, x, top + plotted, "marked"));
        shapes.push(words(x, top - 9, page.statedWord, "faint", "middle"));
        shapes.push(frame(0, top, 100, plotted, series.map((values, index) => [
          pathOf(values.map((v, at) => {
            const part = scale.part(v);
            return [at / last * 100, part === null ? null : (1 - part) * 100];
          })), "line series" + index % 7])));
        heights.forEach((y, at) => shapes.push(words(0, y - 4, show(scale.ticks[at], style), "tick")));
      }
      for (const tick of evenly(5, labels.length)) {
        shapes.push(words(tick / last * 100, top + plotted + 18, labels[tick], "tick",
          tick === 0 ? "start" : tick === last ? "end" : "middle"));
      }
      return { shapes, height: top + plotted + 26,
        rows: evenly(9, labels.length).map(at => [labels[at], ...series.map(v => show(v[at], style))]) };
    }
    """#
}
