extension PageScript {
  /// What the page says of its figures, and what it draws.
  static let findings = #"""
    // What the page says, said anew of the figures as they are now.
    const findings = {
      verdict({ results }) {
        if (page.checks.length === 0) return ["warning", say("notJudged")];
        const failures = verdicts(results).filter(one => !(one.distance >= 0));
        const count = String(page.checks.length);
        if (failures.length === 0) return ["passed", say("ready", { checks: count })];
        const inBase = failures.filter(one => one.at === 0);
        const excess = ({ check, distance }) => Number.isNaN(distance) ? Infinity
          : -distance / Math.max(Math.abs(check.limit), 1e-9);
        const worst = (inBase.length > 0 ? inBase : failures)
          .reduce((most, one) => excess(one) > excess(most) ? one : most);
        return ["failed", say("notReady", {
          failing: String(new Set(failures.map(one => one.check)).size), checks: count,
          check: worst.check.name, figure: worst.check.words, value: show(worst.value, worst.check.style),
          place: worst.at === 0 ? "" : say("under", { stress: page.cases[worst.at].name }),
          bound: say(worst.check.isLeast ? "least" : "most"),
          limit: show(worst.check.limit, worst.check.style) })];
      },
      cost({ base }) {
        const total = figure(base, "totalCost"), first = dearest(base)[0];
        if (!(total > 0)) return say("noCost", { task: page.task });
        return say("cost", { component: first.words, task: page.task,
          share: show(base[first.figure] / total, "share") });
      },
      outcomes: ({ base }) => say("outcomes", { tsr: show(figure(base, "tsr"), "share"),
        escalation: show(figure(base, "escalationRate"), "share"), task: page.task }),
      plans({ base }) {
        const known = page.plans.filter(plan => !Number.isNaN(base[plan.margin]));
        if (known.length === 0) return say("noLead");
        const best = known.reduce((a, b) => base[b.margin] > base[a.margin] ? b : a);
        return say(known.length > 1 ? "plans" : "onePlan",
          { plan: best.name, margin: show(base[best.margin], "share") });
      },
      curves({ curves: { first, overtaking } }) {
        if (overtaking === null) return say("leads", { plan: first.name });
        return say("overtakes", { plan: overtaking.plan.name, before: overtaking.before.name,
          factor: times(overtaking.factor), tasks: show(overtaking.tasks, "count"), task: page.task });
      },
      stresses({ results }) {
        const { figure, isMargin, style } = page.main;
        const known = page.cases.map((one, at) => [one.name, results[at][figure]]).slice(1)
          .filter(([, value]) => !Number.isNaN(value));
        if (known.length === 0) return say("noStress", { figure: page.main.words });
        const worst = known.reduce((a, b) => (isMargin ? b[1] < a[1] : b[1] > a[1]) ? b : a);
        return say("stressed", { stress: worst[0], figure: page.main.words,
          base: show(results[0][figure], style), value: show(worst[1], style) });
      },
      map({ map: { breaks } }) {
        if (page.checks.length === 0) return say("noChecks");
        const first = breaks[0], last = breaks[breaks.length - 1];
        const slow = times(page.map.columns[page.map.columns.length - 1]);
        if (first === 0) return say("failsAtOnce");
        const beginning = first === null
          ? say("holds", { factor: times(page.map.rows[page.map.rows.length - 1]) })
          : say("breaks", { factor: times(first) });
        if (last === 0) return beginning + say("breaksSlowAtOnce", { slow });
        return last === null ? beginning : beginning + say("breaksSlow", { slow, other: times(last) });
      },
      tornado({ base, tornado }) {
        const here = base[page.main.figure], first = tornado[0];
        if (first === undefined) return say("noMover", { figure: page.main.words });
        const ends = [here, ...first.ends.filter(v => !Number.isNaN(v))];
        return say("moves", { input: first.input.path, figure: page.main.words,
          low: show(Math.min(...ends), page.main.style), high: show(Math.max(...ends), page.main.style) });
      },
    };
    const figure = (figures, path) => figures[page.figures.indexOf(path)];
    const dearest = base => page.components.map((part, at) => [part, at]).sort(
      (a, b) => (base[b[0].figure] || 0) - (base[a[0].figure] || 0) || a[1] - b[1]).map(pair => pair[0]);
    const drawings = {
      cost({ base }) {
        const completed = figure(base, "completedTasks"), total = figure(base, "totalCost");
        let reached = 0;
        const bars = dearest(base).map(part => {
          const value = base[part.figure] / completed, start = reached;
          reached += value;
          const label = part.words.charAt(0).toUpperCase() + part.words.slice(1);
          return { label, value, start, share: base[part.figure] / total };
        });
        bars.push({ label: page.total, value: total / completed, start: 0 });
        return drawBars(bars, "money", null, true);
      },
      stresses: ({ results }) => drawBars(
        page.cases.map((one, at) => ({ label: one.name, value: results[at][page.main.figure], start: 0 })),
        page.main.style, page.main.limit === null ? null : { value: page.main.limit,
          text: page.limitWord + " " + show(page.main.limit, page.main.style) }, false),
      map: ({ map }) => drawMap(map),
      tornado: ({ base, tornado }) => drawTornado(tornado, base[page.main.figure]),
      margins: ({ curves: { points } }) => drawLines(
        page.plans.map(plan => points.map(point => point[plan.margin])), "share:0", false),
      revenues: ({ curves: { points } }) => drawLines(
        [...page.plans.map(plan => plan.revenue), page.curves.cost]
          .map(at => points.map(point => point[at])), "money", true),
    };
    """#
}
