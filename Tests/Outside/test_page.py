"""The page: its script in node against the engine at many points, and the page itself in a browser."""

import hashlib
import base64
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
from html.parser import HTMLParser

import browser
from hostile import HOSTILE, hostile_scenario
from judging import HERE, PACKAGE, check, closing, run, skip

SCENARIOS = [os.path.join("Scenarios", name) for name in sorted(os.listdir(os.path.join(PACKAGE, "Scenarios")))
             if name.endswith(".json5")]
OTHERS = [os.path.join("Tests", "Outside", "every-feature.json5"), os.path.join("Tests", "Outside", "impatient-queue.json5"),
          os.path.join("Tests", "CommandTests", "Fixtures", "review-queue.json5")]
POINTS, FEW = int(os.environ.get("POINTS", "1000")), 60
# How many files the program reads at once.
BATCH = 100
PROMISED = 1e-12


def page_of(path, *more, folder=PACKAGE):
    ran = run("report", path, "--format", "html", *more, folder=folder)
    check(path + ": a page is written", ran.status in (0, 1), ran.err[-400:])
    return ran.out.decode("utf-8")


def data_of(html):
    return json.loads(re.search(r'<script type="application/json" id="data">([^<]*)</script>', html).group(1))


# ---------------------------------------------------------------------------------------------------------------------
# Figures

def random_moves(data, generator, lists=False):
    """A handful of inputs, each somewhere on its slider; what stands in a list no file can lay over."""
    movable = [place for place, item in enumerate(data["inputs"])
               if "slider" in item and (lists or ".tiers." not in item["path"])]
    moves = []
    for place in sorted(generator.sample(movable, min(len(movable), generator.randint(1, 12)))):
        low, high = data["inputs"][place]["slider"]
        value = low + (high - low) * generator.random()
        moves.append([place, float("%.*g" % (generator.choice((2, 4, 16)), value))])
    return moves


def is_sound(data, moves):
    """Whether the scenario can be so: a median lies below its 95th percentile, a value within what it can be."""
    values = {item["path"]: item["value"] for item in data["inputs"]}
    values.update({data["inputs"][place]["path"]: value for place, value in moves})
    for place, value in moves:
        item = data["inputs"][place]
        if not (item["low"] <= value <= item["high"]):
            return False
        if value in ([item["low"]] if item.get("above") else []) + ([item["high"]] if item.get("below") else []):
            return False
    return all(values[path] < values[path[:-3] + "p95"] for path in values if path.endswith(".p50"))


def named(case):
    """Every figure of a case by its path."""
    found = {}
    for name, figure in case["outputs"].items():
        found[name] = figure["value"]
    for name, figure in case.get("nodes", {}).items():
        found[name] = figure["value"]
    return found


def difference(page, engine, size):
    """How far two figures are apart, as a part of what they are made from."""
    if page is None or engine is None:
        return 0.0 if page is engine else float("inf")
    return abs(page - engine) / max(abs(engine), size, 1e-300) if page != engine else 0.0


def sizes_of(figures):
    """What differences of large numbers are made from: profits from revenue and cost, idle hours from paid ones."""
    money = abs(figures.get("totalCost") or 0) + abs(figures.get("revenue") or 0)
    return {"grossProfit": money, "grossMargin": 1.0, "contributionMargin": 1.0, "tsr": 1.0, "toolOutage": 1.0}


def judge_figures(path, count, folder):
    """The page's figures at the base case and at random points, each a file that the page itself lays over the scenario."""
    name = os.path.basename(path)
    html = page_of(path)
    place = os.path.join(folder, "page.html")
    with open(place, "w", encoding="utf-8") as stream:
        stream.write(html)
    data = data_of(html)
    generator = random.Random(20260726)
    points = [[]]
    while len(points) <= count:
        moves = random_moves(data, generator)
        if is_sound(data, moves):
            points.append(moves)
    # The last point is not laid over the scenario, but set; so it may move what stands in lists.
    points.append([])
    while not (points[-1] and is_sound(data, points[-1])):
        points[-1] = random_moves(data, generator, lists=True)
    done = subprocess.run(["node", os.path.join(HERE, "page_figures.js")], capture_output=True, timeout=600,
                          input=json.dumps({"page": place, "points": points}).encode())
    if not check(name + ": node runs the script", done.returncode == 0, done.stderr.decode()[-600:]):
        return
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    check(name + ": an address brings back what it carries", all(answer["returns"] for answer in answers))
    shutil.copy(os.path.join(PACKAGE, path), os.path.join(folder, name))
    files = []
    for number, answer in enumerate(answers[:-1]):
        files.append("point-%d.json5" % number)
        with open(os.path.join(folder, files[-1]), "w", encoding="utf-8") as stream:
            stream.write(answer["overlay"])
    worst, wrong, judged = 0.0, [], 0
    refused = set()
    for start in range(0, len(files), BATCH):
        batch = files[start:start + BATCH]
        ran = run("run", *batch, "--format", "json", folder=folder)
        if ran.status == 2:
            # Inputs that contradict each other, such as shares of more than a whole.
            refused |= {file for file in batch if run("check", file, folder=folder).status == 2}
            batch = [file for file in batch if file not in refused]
            ran = run("run", *batch, "--format", "json", folder=folder)
        if not check("%s: the page's overlays are scenarios" % name, ran.status in (0, 1), ran.err[-600:]):
            return
        for scenario in json.loads(ran.out)["scenarios"]:
            number = files.index(scenario["file"])
            engine = named(scenario["base"])
            sizes = sizes_of(engine)
            for figure, value in zip(data["figures"], answers[number]["figures"]):
                if figure not in engine:
                    wrong.append((number, figure, "the engine has none"))
                    continue
                judged += 1
                apart = difference(value, engine[figure], sizes.get(figure.split(".")[-1], 0))
                worst = max(worst, apart)
                if apart > PROMISED:
                    wrong.append((points[number], figure, value, engine[figure]))
            if number == 0:
                for at, case in enumerate(data["cases"][1:], 1):
                    stressed = named(scenario["stresses"][case["name"]])
                    for figure, value in zip(data["figures"], answers[0]["cases"][at] if case["changes"] is not None else []):
                        if figure not in stressed:
                            continue
                        judged += 1
                        apart = difference(value, stressed[figure], sizes.get(figure.split(".")[-1], 0))
                        if apart > PROMISED:
                            wrong.append((case["name"], figure, value, stressed.get(figure)))
    check(name + ": few overlays contradict themselves", 2 * len(refused) < len(files), len(refused))
    check("%s: %d figures at %d points are the engine's to 1e-12 (at most %.1e apart)" % (name, judged, len(files) - len(refused), worst),
          not wrong, wrong[:4])
    line = answers[-1]["line"].replace("unitecon report", "run", 1).replace(" -o report.html", "--format json")
    arguments = subprocess.run(["bash", "-c", "printf '%s\\0' " + line.replace("\\\n", " ")], capture_output=True).stdout
    again = run(*arguments.decode().split("\0")[:-1])
    if check(name + ": the page's command line runs", again.status in (0, 1), again.err[-400:]):
        figures = named(json.loads(again.out)["scenarios"][0]["base"])
        check(name + ": and says the same", all(
            difference(value, figures[figure], sizes_of(figures).get(figure.split(".")[-1], 0)) <= PROMISED
            for figure, value in zip(data["figures"], answers[-1]["figures"])))


# ---------------------------------------------------------------------------------------------------------------------
# Markup

class Markup(HTMLParser):
    """What a browser would see: every element, whether all are closed, and attributes that fetch or run."""
    EMPTY = {"meta", "br", "hr"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.faults = [], set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for key, value in attrs:
            if key.startswith("on") or key in ("src", "href", "style", "action", "srcset", "data", "xlink:href"):
                self.faults.append((tag, key, value))
            if key == "xmlns":
                continue
            if value and re.match(r"\s*(javascript|data|https?|file):", value, re.I):
                self.faults.append((tag, key, value))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(("closes", tag, self.getpos()))


TAGS = {"html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "h3", "p", "ul", "li", "span", "strong",
        "small", "section", "figure", "figcaption", "svg", "text", "rect", "line", "path", "details", "summary", "div", "table",
        "caption", "thead", "tbody", "tr", "th", "td", "code", "footer", "script"}


def judge_markup(title, html):
    markup = Markup()
    markup.feed(html)
    markup.close()
    check(title + ": every element is closed, and none fetches or runs", not markup.faults and not markup.open,
          (markup.faults[:4], markup.open))
    check(title + ": no element but the page's own", markup.tags <= TAGS, markup.tags - TAGS)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html).group(1).replace("&#39;", "'")
    style = html[html.index("<style>") + 7:html.index("</style>")]
    script = html[html.rindex("<script>") + 8:html.rindex("</script>")]
    for kind, text in (("style", style), ("script", script)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        check("%s: the policy names the %s by its SHA-256" % (title, kind), "%s-src 'sha256-%s'" % (kind, digest) in policy)
    check(title + ": the policy allows nothing else", policy.startswith("default-src 'none';") and "unsafe" not in policy)
    check(title + ": nothing of another place", not re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", style + script))


def judge_hostile(chrome):
    names = HOSTILE + ["</script><script>pwned=1</script>", "=cmd()", "\"><img src=x onerror=pwned=1>", "<!--<script>", "*/pwned=1/*",
                       "\u2028pwned=1//", "`${pwned=1}`", "{task}", "__proto__", "constructor"]
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(names):
            for parts in (False, True):
                title = "%s %s" % ("parts named" if parts else "texts", ascii(name)[:40])
                file = "hostile-%d-%d.json5" % (number, parts)
                with open(os.path.join(folder, file), "w", encoding="utf-8") as stream:
                    stream.write(hostile_scenario(name, parts))
                ran = run("report", file, "--format", "html", folder=folder)
                if ran.status == 2:
                    continue  # such a name is refused by the reader
                html = ran.out.decode("utf-8")
                judge_markup(title, html)
                place = os.path.join(folder, "page.html")
                with open(place, "w", encoding="utf-8") as stream:
                    stream.write(html)
                done = subprocess.run(["node", os.path.join(HERE, "page_figures.js")], capture_output=True,
                                      input=json.dumps({"page": place, "points": [[], [[0, 1]]]}).encode())
                check(title + ": its script runs", done.returncode == 0, done.stderr.decode()[-300:])
                if chrome and parts:
                    chrome.open("file://" + place)
                    chrome.evaluate("values[page.leading[0] ?? 0] *= 1.01; refresh()")
                    check(title + ": inert in a browser",
                          not chrome.complaints() and chrome.evaluate("typeof pwned") == "undefined", chrome.complaints()[:2])


# ---------------------------------------------------------------------------------------------------------------------
# In a browser

SNAPSHOT = """JSON.stringify([...document.querySelectorAll('[data-l],[data-say],figure[data-plot] > svg,figure[data-plot] tbody')]
  .map(one => [one.dataset.l ?? one.dataset.say ?? one.closest('figure').dataset.plot + ' ' + one.tagName,
    (one.tagName === 'svg' ? one.getAttribute('height') + one.innerHTML : one.textContent).replace(/\\n/g, '')]))"""


def judge_in_browser(chrome, path, folder):
    name = os.path.basename(path)
    place = os.path.join(folder, "page.html")
    with open(place, "w", encoding="utf-8") as stream:
        stream.write(page_of(path))
    chrome.window(1200)
    chrome.call("Emulation.setScriptExecutionDisabled", value=True)
    chrome.open("file://" + place)
    chrome.call("Emulation.setScriptExecutionDisabled", value=False)
    before = snapshot(chrome.evaluate(SNAPSHOT))
    chrome.open("file://" + place)
    check(name + ": opens without a complaint, and fetches nothing", not chrome.complaints(), chrome.complaints()[:3])
    after = snapshot(chrome.evaluate(SNAPSHOT))
    different = differences(before, after)
    check("%s: the script draws and says what was written without it, %d times" % (name, len(before)),
          len(before) == len(after) and not different, different[:3])
    if not after:
        return
    data = json.loads(chrome.evaluate("JSON.stringify(page)"))
    shown = "document.querySelector('.kpis strong').textContent"
    place_of = data["leading"][0]
    item = data["inputs"][place_of]
    old = chrome.evaluate(shown)
    chrome.evaluate("document.querySelector('#lever-%d').closest('.lever').querySelector('[type=range]').focus()" % place_of)
    for _ in range(30):
        chrome.press("ArrowRight", 39)
    value = chrome.evaluate("values[%d]" % place_of)
    check("%s: the keyboard moves a slider" % name, value > item["value"], (item["path"], value))
    setting = "%s=%s" % (item["path"], chrome.evaluate("quantity(%d)" % place_of))
    ran = run("run", path, "--set", setting, "--format", "json")
    engine = named(json.loads(ran.out)["scenarios"][0]["base"])["costPerCompletedTask"]
    text = chrome.evaluate("show(%r, 'money')" % engine)
    check("%s: and the figure becomes the engine's, %s where %s was" % (name, text, old), chrome.evaluate(shown) == text,
          chrome.evaluate(shown))
    moved = snapshot(chrome.evaluate(SNAPSHOT))
    check(name + ": the verdict of the command is the page's",
          (ran.status == 0) == (chrome.evaluate("document.querySelector('.lead').classList.contains('passed')")))
    address = chrome.evaluate("location.href")
    chrome.open(address)
    check(name + ": the address brings the moved page back", snapshot(chrome.evaluate(SNAPSHOT)) == moved)
    ran = run("report", path, "--set", setting, "--format", "html")
    with open(place, "w", encoding="utf-8") as stream:
        stream.write(ran.out.decode("utf-8"))
    chrome.call("Emulation.setScriptExecutionDisabled", value=True)
    chrome.open("file://" + place)
    chrome.call("Emulation.setScriptExecutionDisabled", value=False)
    written = snapshot(chrome.evaluate(SNAPSHOT))
    different = [one for one in differences(written, moved) if "tornado" not in one[0]]
    check(name + ": the moved page says what a page written with --set says", not different, different[:3])
    with open(place, "w", encoding="utf-8") as stream:
        stream.write(page_of(path))
    chrome.open(address)
    chrome.evaluate("document.querySelector('#bench button').click()")
    check(name + ": a reset leads back to what is stated", snapshot(chrome.evaluate(SNAPSHOT)) == after)
    chrome.window(390, phone=True)
    chrome.open("file://" + place)
    check(name + ": no sideways scrolling on a phone", chrome.evaluate("document.documentElement.scrollWidth") <= 390)
    check(name + ": no complaint to the end", not chrome.complaints(), chrome.complaints()[:3])


def differences(left, right):
    """Where two snapshots differ, each with what stands around it."""
    found = []
    for one, other in zip(left, right):
        if one != other:
            at = len(os.path.commonprefix([one[1], other[1]]))
            found.append((one[0], one[1][max(0, at - 60):at + 60], other[1][max(0, at - 60):at + 60]))
    return found


def snapshot(text):
    """What a page shows, the marks of footnotes left out; of a tornado what it says, since of equal bars either is first."""
    shown = [(name, re.sub("n/a[\u00b9\u00b2\u00b3\u2070-\u2079]+", "n/a", said)) for name, said in json.loads(text)]
    return [(name, " ".join(sorted(re.findall(">([^<]+)<", said))) if name == "tornado svg" else
             "".join(sorted(said)) if name.startswith("tornado") else said) for name, said in shown]


def main():
    chrome = None
    if browser.program():
        chrome = browser.Browser()
    else:
        skip("the page in a browser", "there is no chromium")
    try:
        for path in SCENARIOS + OTHERS:
            judge_markup(os.path.basename(path), page_of(path))
        if shutil.which("node"):
            for path in SCENARIOS + OTHERS:
                with tempfile.TemporaryDirectory() as folder:
                    judge_figures(path, POINTS if path == SCENARIOS[-1] else FEW, folder)
            judge_hostile(chrome)
        else:
            skip("the page's script", "there is no node")
        for path in (SCENARIOS + OTHERS) if chrome else []:
            with tempfile.TemporaryDirectory() as folder:
                judge_in_browser(chrome, path, folder)
    finally:
        if chrome:
            chrome.close()
    closing()


if __name__ == "__main__":
    main()
