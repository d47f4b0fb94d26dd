extension PageScript {
  /// What follows when an input is moved, and how the page opens.
  static let page = #"""
    // The page: what follows when an input is moved.
    function results() {
      const all = allCases(values), base = all[0];
      return { results: all, base, curves: page.curves && curvesOf(values), map: page.map && mapOf(values),
        tornado: page.tornado && tornadoOf(values, base) };
    }
    function setText(element, text) {
      if (element.textContent !== text) element.textContent = text;
    }
    function setVerdict(element, word) {
      element.classList.remove("passed", "failed", "warning");
      element.classList.add(word);
    }
    // A cell says what it follows: f3@0, r3,7@0, c2@1, x@1.
    function follow(element, { results }) {
      const [source, at] = element.dataset.l.split("@");
      const figures = results[+at], style = element.dataset.s;
      const [first, second] = source.slice(1).split(",").map(Number);
      if (source[0] === "f" || source[0] === "r") {
        const value = source[0] === "f" ? figures[first]
          : figures[second] === 0 ? NaN : figures[first] / figures[second];
        // What has no value keeps the mark of its footnote.
        if (!Number.isNaN(value) || !element.textContent.startsWith(say("followsNot"))) {
          setText(element, show(value, style));
        }
        if (Number.isNaN(value)) delete element.dataset.v; else element.dataset.v = value;
        if (element.dataset.base) showBefore(element, value, statedResults[first], style);
      } else if (page.cases[+at].changes === null) {
        setText(element, say("followsNot"));
      } else if (source[0] === "c") {
        const check = page.checks[first], holds = holdsIn(check, figures);
        setText(element, say(holds ? "passed" : "failed", { value: show(figures[check.figure], style) }));
        setVerdict(element, holds ? "passed" : "failed");
      } else {
        const failing = page.checks.filter(
          check => check.cases.includes(+at) && !holdsIn(check, figures));
        setText(element, failing.length === 0 ? say("allPass")
          : say("failing", { names: failing.map(check => check.name).join(", ") }));
        setVerdict(element, failing.length === 0 ? "passed" : "failed");
      }
    }
    function showBefore(element, value, before, style) {
      let note = element.parentElement.querySelector(".was");
      const text = show(before, style);
      if (show(value, style) === text) { note?.remove(); return; }
      if (!note) element.after(note = make("small", { class: "was" }));
      setText(note, say("was", { value: text }));
    }
    function redraw(element, drawing) {
      const svg = element.querySelector(":scope > svg");
      svg.setAttribute("height", place(drawing.height));
      svg.replaceChildren(...drawing.shapes);
      const body = element.querySelector("tbody");
      const heads = [...element.querySelectorAll("thead th")].map(head => head.className);
      body.replaceChildren(...drawing.rows.map(row => make("tr", {}, ...row.map((text, at) => {
        const cell = make(at === 0 ? "th" : "td", at === 0 ? { scope: "row" } : {}, text);
        if (heads[at]) cell.className = heads[at];
        return cell;
      }))));
    }
    function refresh() {
      const now = results();
      for (const element of document.querySelectorAll("[data-l]")) follow(element, now);
      for (const element of document.querySelectorAll("[data-say]")) {
        const said = findings[element.dataset.say](now);
        if (Array.isArray(said)) {
          const mark = { passed: "✓ ", failed: "✗ ", warning: "! " }[said[0]];
          setText(element, mark + said[1]);
          setVerdict(element, said[0]);
        } else setText(element, said);
      }
      for (const element of document.querySelectorAll("[data-plot]")) {
        redraw(element, drawings[element.dataset.plot](now));
      }
      for (const update of levers) update();
      showBench(now);
    }
    function showBench({ base, results }) {
      const count = movedPlaces().length, bench = document.getElementById("bench");
      bench.classList.toggle("on", count > 0);
      const again = document.getElementById("again");
      again.classList.toggle("on", count > 0);
      if (count === 0) return;
      const parts = [["costPerCompletedTask", "money"], ["grossMargin", "share"], ["tsr", "share"]]
        .filter(([path]) => !Number.isNaN(figure(base, path)))
        .map(([path, style]) => make("span", {}, page.outputs[path] + " ",
          make("b", {}, show(figure(base, path), style))));
      const [word, text] = findings.verdict({ results });
      const verdict = make("span", { class: "verdict " + word },
        { passed: "✓ ", failed: "✗ ", warning: "! " }[word] + text.split(/[:.]/)[0]);
      const reset = make("button", { type: "button", class: "act" }, say("reset"));
      reset.addEventListener("click", () => {
        values = stated.slice();
        move(0, values[0]);
      });
      const isFocused = bench.contains(document.activeElement);
      bench.replaceChildren(make("span", {}, say(count === 1 ? "movedOne" : "moved",
        { count: String(count) })), ...parts, verdict, reset);
      if (isFocused) reset.focus();
      again.replaceChildren(make("h3", {}, say("again")), make("pre", { tabindex: "0" }, commandLine()),
        make("h3", {}, say("overlay")), make("pre", { tabindex: "0" }, overlayFile()));
      const listed = movedPlaces().filter(isInList).map(at => page.inputs[at].path);
      if (listed.length > 0) {
        again.append(make("p", { class: "note" }, say("inList", { paths: listed.join(", ") })));
      }
    }
    // Tables that sort: by number where there is one, sums stay at the end.
    function sortable(table) {
      table.querySelectorAll("thead th").forEach((head, column) => {
        if (head.textContent === "") return;
        const button = make("button", { type: "button", title: say("sort",
          { column: head.textContent }) }, head.textContent);
        head.replaceChildren(button);
        button.addEventListener("click", () => {
          const isDown = head.getAttribute("aria-sort") === "ascending";
          for (const other of table.querySelectorAll("thead th")) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
          const body = table.tBodies[0], key = row => {
            const cell = row.cells[column], text = cell?.textContent ?? "";
            const number = cell?.dataset.v ?? (cell?.classList.contains("n")
              ? text.replaceAll(",", "").match(/-?\d+(\.\d+)?/)?.[0] : undefined);
            return number === undefined ? text : Number(number);
          };
          const rows = [...body.rows].filter(row => !row.classList.contains("total"));
          const order = (a, b) => typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0)
            : typeof a === "number" ? -1 : 1;
          rows.sort((a, b) => order(key(a), key(b)) * (isDown ? -1 : 1));
          body.prepend(...rows);
        });
      });
    }
    function openPage() {
      page = JSON.parse(document.getElementById("data").textContent);
      stated = page.inputs.map(input => input.value);
      statedResults = evaluate(stated);
      document.documentElement.classList.add("script");
      document.body.append(make("div", { id: "bench", class: "bench", role: "status" }));
      buildLevers();
      document.querySelectorAll("table.sorts").forEach(sortable);
      const follow = () => { values = readAddress(location.hash); refresh(); };
      addEventListener("hashchange", follow);
      addEventListener("beforeprint", () =>
        document.querySelectorAll("section > details").forEach(one => { one.open = true; }));
      follow();
    }
    if (typeof document !== "undefined") openPage();
    """#
}
