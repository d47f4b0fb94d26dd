extension PageScript {
  /// How numbers are shown: ``NumberStyle`` once more, in JavaScript.
  static let numbers = #"""
    // Numbers as people read them, by the rules of the program that wrote this page.
    function digitsOf(value) {
      const [mantissa, power] = Math.abs(value).toExponential().split("e");
      const digits = mantissa.replace(".", "").replace(/0+$/, "");
      return { negative: value < 0, digits, point: digits === "" ? 0 : +power + 1 };
    }
    function rounded(number, places) {
      const kept = number.point + places;
      if (kept >= number.digits.length) return number;
      const nothing = { negative: false, digits: "", point: 0 };
      if (kept < 0) return nothing;
      let digits = number.digits.slice(0, kept), point = number.point;
      if (number.digits[kept] >= "5") {
        const nines = digits.match(/9*$/)[0].length;
        const rest = digits.slice(0, digits.length - nines);
        if (rest === "") { digits = "1"; point += 1; }
        else digits = rest.slice(0, -1) + (+rest.slice(-1) + 1);
      }
      digits = digits.replace(/0+$/, "");
      return digits === "" ? nothing : { negative: number.negative, digits, point };
    }
    function plain(number, places) {
      const whole = number.point > 0 ? number.digits.slice(0, number.point).padEnd(number.point, "0") : "0";
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
      if (places <= 0) return grouped;
      const part = number.point > 0 ? number.digits.slice(number.point)
        : "0".repeat(-number.point) + number.digits;
      return grouped + "." + part.padEnd(places, "0").slice(0, places);
    }
    function scientific(number) {
      const short = rounded(number, 3 - number.point);
      const digits = short.digits.padEnd(3, "0");
      return digits[0] + "." + digits.slice(1, 3) + "e" + (short.point - 1);
    }
    const rules = {
      money: n => n.digits === "" || n.point > 3 ? 0 : Math.max(2, 3 - n.point),
      price: n => n.digits === "" ? 0
        : Math.min(rules.money(n), Math.max(2, n.digits.length - n.point)),
      share: n => n.digits === "" ? 1 : Math.max(1, 2 - n.point),
      count: n => n.point > 2 ? 0 : rules.quantity(n, 3),
      quantity: (n, count) => Math.max(0, Math.min(n.digits.length - n.point, count - n.point)),
    };
    // A style is `money`, `share:1`, `+share`, `quantity:3:min`; nothing for what has no value.
    function show(value, style, prefix = page.prefix) {
      if (!(Math.abs(value) < Infinity)) return say("followsNot");
      const saysPlus = style[0] === "+";
      const [name, count, unit] = (saysPlus ? style.slice(1) : style).split(":");
      const kind = name === "pp" ? "share" : name === "factor" || name === "seconds" ? "quantity" : name;
      const isFixed = kind !== "quantity" && count !== undefined && count !== "";
      let number = digitsOf(value);
      if (kind === "share" && number.digits !== "") number = { ...number, point: number.point + 2 };
      const significant = name === "quantity" ? +count : 3;
      const placesOf = n => isFixed ? +count : rules[kind](n, significant);
      let places = placesOf(number), shown = rounded(number, places);
      if (shown.point > number.point) places = Math.min(places, placesOf(shown));
      shown = rounded(shown, places);
      const isTiny = number.digits !== "" && number.point < -5 && !isFixed;
      const isWide = shown.point > 15 || isTiny;
      const body = isWide ? scientific(number) : plain(shown, places);
      if (isWide) shown = number;
      const sign = shown.negative ? "-" : saysPlus && shown.digits !== "" ? "+" : "";
      const before = kind === "money" || kind === "price" ? prefix : "";
      const behind = kind === "share" ? (name === "pp" ? " pp" : "%") : name === "factor" ? "×"
        : name === "seconds" ? " s" : unit ? (kind === "quantity" ? " " : " / ") + unit : "";
      return sign + before + body + behind;
    }
    // An input's value without what goes without saying beside its path; not the same text as another's.
    function amount(input, value, other) {
      const text = (v, digits) => {
        if (input.kind === "share") {
          let count = digits;
          for (let rest = 1 - v; rest > 0 && rest < 0.1 && count < 15; count += 1) rest *= 10;
          return show(Math.round(v * 1e14) / 1e12, "quantity:" + count) + "%";
        }
        const quiet = +v.toPrecision(12);
        const style = input.kind !== "money" ? "quantity:" + digits
          : digits > 4 ? "money:" + (digits - 2) : "price";
        return show(quiet, style, input.prefix) + (input.spoken ? " " + input.spoken : "");
      };
      for (let digits = 4; digits < 12; digits += 1) {
        const shown = text(value, digits);
        if (other === undefined || other === value || shown !== text(other, digits)) return shown;
      }
      return text(value, 12);
    }
    const times = factor => "× " + show(factor, "quantity:3");
    // A sentence of the page with words put in; one that is named with a capital is written so.
    function say(key, words = {}) {
      return page.words[key].replace(/\{(\w+)\}/g, (_, name) => {
        const lowered = name[0].toLowerCase() + name.slice(1);
        const word = words[lowered] ?? "";
        return lowered === name ? word : word.charAt(0).toUpperCase() + word.slice(1);
      });
    }
    """#
}
