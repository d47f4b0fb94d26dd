// Runs the script of a page in node: reads {"page": file, "points": [[place, value]…]…} and writes, a line a point, the
// figures, the overlay file that the page offers for it, and at the end whether the texts agree.
const fs = require("fs"), vm = require("vm");
const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const html = fs.readFileSync(asked.page, "utf8");
const script = html.slice(html.lastIndexOf("<script>") + 8, html.lastIndexOf("</script>"));
const data = JSON.parse(html.match(/<script type="application\/json" id="data">([^<]*)<\/script>/)[1]);
vm.runInThisContext(script + `
  globalThis.asPage = { open(data) { page = data; stated = page.inputs.map(input => input.value); values = stated.slice(); },
    at(moves) { values = stated.slice(); for (const [place, value] of moves) values[place] = value;
      return { figures: evaluate(values).map(v => Number.isNaN(v) ? null : v), overlay: overlayFile(), line: commandLine(),
        address: movedPlaces().map(at => encodeURIComponent(page.inputs[at].path) + "=" + values[at]).join("&"),
        cases: allCases(values).map(all => all.map(v => Number.isNaN(v) ? null : v)) }; },
    again(address) { return readAddress("#" + address); }, now() { return values; } };`);
asPage.open(data);
for (const moves of asked.points) {
  const answer = asPage.at(moves);
  const back = asPage.again(answer.address);
  answer.returns = back.every((value, at) => value === asPage.now()[at]);
  if (moves.length > 0 && !asked.cases) delete answer.cases;
  process.stdout.write(JSON.stringify(answer) + "\n");
}
