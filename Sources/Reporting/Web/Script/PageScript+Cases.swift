extension PageScript {
  /// The model read for what the page shows: cases, checks, map, tornado, curves.
  static let cases = #"""
    // The model read again and again: cases, checks, and what is solved along a way.
    let page;
    const wholePoint = values => page.slots.map(slot => slot === null ? NaN : values[slot]);
    const evaluate = values => figures(wholePoint(values), new Array(page.figures.length));
    function held(input, value) {
      return Math.min(Math.max(value, input.low), input.exceeds ? 1e15 : input.high);
    }
    function changed(values, changes) {
      const result = values.slice();
      for (const [place, kind, amount] of changes) {
        const v = result[place];
        const wanted = kind === "multiply" ? v * amount : kind === "add" ? v + amount
          : kind === "subtract" ? v - amount : amount;
        result[place] = held(page.inputs[place], wanted);
      }
      return result;
    }
    const scaled = (values, places, factor) =>
      changed(values, places.map(place => [place, "multiply", factor]));
    const nothing = () => new Array(page.figures.length).fill(NaN);
    const allCases = values => page.cases.map(
      one => one.changes === null ? nothing() : evaluate(changed(values, one.changes)));
    // How far a check's figure lies on the good side of its limit.
    const distance = (check, figures) => check.isLeast
      ? figures[check.figure] - check.limit : check.limit - figures[check.figure];
    const holdsIn = (check, figures) => distance(check, figures) >= 0;
    const allHold = figures => page.checks.every(check => holdsIn(check, figures));
    // What every check comes to in every case where it must hold; a case that does not follow is left out.
    function verdicts(results) {
      return page.checks.flatMap(check => check.cases.filter(at => page.cases[at].changes !== null).map(
        at => ({ check, at, value: results[at][check.figure], distance: distance(check, results[at]) })));
    }
    // Where between two ends a condition changes, halved until nobody sees the rest.
    function turn(low, high, isLow) {
      for (let step = 0; step < 44; step += 1) {
        const middle = (low + high) / 2;
        if (middle <= low || middle >= high) break;
        if (isLow(middle)) low = middle; else high = middle;
      }
      return high;
    }
    function mapOf(values) {
      const { rows, columns, down, across } = page.map;
      const points = rows.map(row => columns.map(column =>
        evaluate(scaled(scaled(values, down, row), across, column))));
      const breaks = columns.map((column, at) => {
        if (page.checks.length === 0) return null;
        const slow = scaled(values, across, column);
        const holds = factor => allHold(evaluate(scaled(slow, down, factor)));
        if (!allHold(points[0][at])) return 0;
        const first = rows.findIndex((_, row) => !allHold(points[row][at]));
        return first < 0 ? null : turn(rows[first - 1], rows[first], holds);
      });
      return { points, breaks };
    }
    // How much is left of the distance to the limits that the first point has.
    function headroom(figures, start) {
      if (page.checks.length === 0) return 1;
      return Math.min(...page.checks.map(check => {
        const left = distance(check, figures), whole = distance(check, start);
        if (Number.isNaN(left)) return -Infinity;
        return whole === 0 || Number.isNaN(whole) ? (left < 0 ? -1 : 1) : left / Math.abs(whole);
      }));
    }
    // How far an input is moved to either side: its stated range, else a tenth of it or of what it leaves.
    function span(input, value) {
      if (input.range && value === input.value) return input.range;
      const hasRest = input.kind === "share" && input.low === 0 && input.high === 1 && !input.above
        && value <= 1;
      const step = 0.1 * (hasRest ? Math.min(value, 1 - value) : Math.abs(value));
      return [held(input, value - step), held(input, value + step)];
    }
    function tornadoOf(values, base) {
      const figure = page.main.figure, here = base[figure];
      const bars = page.inputs.map((input, place) => {
        const [low, high] = span(input, values[place]);
        const at = end => end === values[place] ? here
          : evaluate(changed(values, [[place, "set", end]]))[figure];
        const ends = [at(low), at(high)];
        const seen = [here, ...ends.filter(v => !Number.isNaN(v))];
        const swing = Math.max(...seen) - Math.min(...seen);
        return { input, low, high, ends, swing: swing > Math.abs(here) * 1e-13 ? swing : 0 };
      });
      const moving = bars.filter(bar => bar.swing > 0 || bar.ends.some(Number.isNaN));
      // Of bars that differ in nothing but rounding, the file's order decides.
      return moving.map((bar, at) => [Number(bar.swing.toPrecision(9)), at, bar])
        .sort((a, b) => b[0] - a[0] || a[1] - b[1]).map(rank => rank[2]).slice(0, page.tornado);
    }
    function curvesOf(values) {
      const { inputs, factors } = page.curves;
      const read = factor => evaluate(scaled(values, inputs, factor));
      const points = factors.map(read);
      const margin = (figures, plan) => Number.isNaN(figures[plan.margin]) ? -Infinity
        : figures[plan.margin];
      const leader = figures => page.plans.reduce(
        (best, plan) => margin(figures, plan) > margin(figures, best) ? plan : best);
      const leaders = points.map(leader);
      const at = leaders.findIndex((plan, place) => place > 0 && plan !== leaders[place - 1]);
      if (at < 0) return { points, first: leaders[0], overtaking: null };
      const [before, plan] = [leaders[at - 1], leaders[at]];
      const factor = turn(factors[at - 1], factors[at], f => {
        const figures = read(f);
        return margin(figures, before) > margin(figures, plan);
      });
      return { points, first: leaders[0],
        overtaking: { before, plan, factor, tasks: read(factor)[page.curves.tasks] } };
    }
    """#
}
