extension PageScript {
  /// Sliders and fields, the address of the page, and lines to write it back.
  static let levers = #"""
    // Sliders and fields, the address that carries what was moved, and the lines to write it back.
    let stated, values, statedResults;
    const levers = [];
    function make(name, attributes = {}, ...content) {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.append(...content);
      return element;
    }
    // A share is typed in per cent; the decimal digits are shifted, so that 5.6 % is 0.056 to the last bit.
    const shifted = (value, places) => {
      const [mantissa, power] = value.toExponential().split("e");
      return Number(mantissa + "e" + (+power + places));
    };
    const typed = (input, value) => String(input.kind === "share" ? shifted(value, 2) : value);
    const read = (input, text) => text.trim() === "" ? NaN
      : input.kind === "share" ? shifted(Number(text), -2) : Number(text);
    function allowed(input, value) {
      const isOver = input.exceeds ? false : input.below ? value >= input.high : value > input.high;
      return Math.abs(value) <= 1e15 && !isOver && !(input.above ? value <= input.low : value < input.low);
    }
    function lever(input, at) {
      const id = "lever-" + at;
      const name = make("label", { class: "name", for: id }, input.words.charAt(0).toUpperCase()
        + input.words.slice(1), make("code", {}, input.path));
      const field = make("input", { id, type: "number", step: "any", inputmode: "decimal" });
      const row = make("div", { class: "lever" }, name);
      let slider = null;
      if (input.slider) {
        const [low, high] = input.slider;
        slider = make("input", { type: "range", min: String(low), max: String(high),
          step: String((high - low) / 200), "aria-label": input.path });
        slider.addEventListener("input", () => {
          const v = Number(slider.value), grain = (high - low) / 400;
          move(at, Math.abs(v - input.value) <= grain ? input.value : Number(v.toPrecision(4)));
        });
        row.append(slider);
      } else {
        row.append(make("span"));
      }
      row.append(field, make("span", { class: "unit" }, input.shown));
      const problem = make("span", { class: "problem", role: "alert" });
      field.addEventListener("change", () => {
        const v = read(input, field.value), isRight = allowed(input, v);
        field.setAttribute("aria-invalid", String(!isRight));
        problem.remove();
        if (isRight) return move(at, v);
        problem.textContent = say("outside", { path: input.path, low: amount(input, input.low),
          high: amount(input, Math.min(input.high, 1e15)) });
        row.append(problem);
      });
      const back = make("button", { type: "button" }, say("resetOne"));
      back.addEventListener("click", () => { move(at, input.value); field.focus(); });
      const note = make("span", { class: "back" },
        say("stated", { value: amount(input, input.value) }), " ", back);
      levers[at] = () => {
        const v = values[at], isMoved = v !== input.value;
        if (slider) {
          slider.value = String(v);
          slider.setAttribute("aria-valuetext", amount(input, v));
        }
        if (document.activeElement !== field || read(input, field.value) !== v) field.value = typed(input, v);
        field.setAttribute("aria-invalid", "false");
        problem.remove();
        row.classList.toggle("moved", isMoved);
        if (isMoved) row.append(note); else note.remove();
      };
      return row;
    }
    function buildLevers() {
      const home = document.getElementById("levers");
      const groups = new Map([[say("most important"), page.leading]]);
      page.inputs.forEach((input, at) => {
        if (page.leading.includes(at)) return;
        const section = input.path.split(/[.[]/)[0].replace(/([A-Z])/g, " $1").toLowerCase();
        const title = input.unstated ? say("others") : section.charAt(0).toUpperCase() + section.slice(1);
        groups.set(title, [...(groups.get(title) ?? []), at]);
      });
      const last = groups.get(say("others"));
      if (last) { groups.delete(say("others")); groups.set(say("others"), last); }
      let isFirst = true;
      for (const [title, places] of groups) {
        if (places.length === 0) continue;
        const block = make("details", isFirst ? { open: "" } : {},
          make("summary", {}, title + " (" + places.length + ")"));
        block.append(...places.map(at => lever(page.inputs[at], at)));
        home.append(block);
        isFirst = false;
      }
    }
    const movedPlaces = () => page.inputs.map((_, at) => at).filter(
      at => values[at] !== page.inputs[at].value);
    function move(at, value) {
      values[at] = value;
      refresh();
      const parts = movedPlaces().map(
        place => encodeURIComponent(page.inputs[place].path) + "=" + values[place]);
      history.replaceState(null, "", parts.length > 0 ? "#" + parts.join("&")
        : location.pathname + location.search);
    }
    // What an address says of inputs; what is no input, or lies beyond what one can be, is left as stated.
    function readAddress(fragment) {
      const result = page.inputs.map(input => input.value);
      for (const part of fragment.replace(/^#/, "").split("&")) {
        const split = part.lastIndexOf("=");
        if (split < 1) continue;
        let path;
        try { path = decodeURIComponent(part.slice(0, split)); } catch { continue; }
        const at = page.inputs.findIndex(input => input.path === path);
        const text = part.slice(split + 1), value = Number(text);
        if (at >= 0 && text !== "" && allowed(page.inputs[at], value)) result[at] = value;
      }
      return result;
    }
    const quantity = at => {
      const { unit } = page.inputs[at];
      return unit === "" ? String(values[at]) : values[at] + " " + unit;
    };
    const quoted = text => "'" + text.replaceAll("'", "'\\''") + "'";
    const commandLine = () => ["unitecon report " + quoted(page.file)].concat(
      [...page.settings, ...movedPlaces().map(at => page.inputs[at].path + "=" + quantity(at))]
        .map(text => "--set " + quoted(text))).concat("-o report.html").join(" \\\n  ");
    // The names in a path; those that are no plain words stand in brackets and quotes.
    const namesIn = path => [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g)].map(
      found => found[1] === undefined ? found[2] : JSON.parse('"' + found[1] + '"'));
    const isInList = at => /\.tiers\.\d+\./.test(page.inputs[at].path);
    function overlayFile() {
      const tree = new Map();
      for (const at of movedPlaces().filter(place => !isInList(place))) {
        let node = tree;
        const names = namesIn(page.inputs[at].path), last = names.pop();
        for (const name of names) {
          if (!node.has(name)) node.set(name, new Map());
          node = node.get(name);
        }
        node.set(last, quantity(at));
      }
      const key = name => /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
      const write = node => typeof node === "string" ? JSON.stringify(node)
        : "{ " + [...node].map(([name, value]) => key(name) + ": " + write(value)).join(", ") + " }";
      const parts = [...tree].map(([name, value]) => "  " + key(name) + ": " + write(value) + ",\n");
      return "{\n  extends: " + JSON.stringify(page.file.split("/").pop()) + ",\n" + parts.join("") + "}";
    }
    """#
}
