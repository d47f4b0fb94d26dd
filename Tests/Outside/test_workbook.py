"""Other spreadsheet programs recalculate the workbook, from nothing but its formulas, to the program's own figures."""

import csv
import io
import json
import os
import random
import shutil
import subprocess
import tempfile
import zipfile

from judging import HERE, PACKAGE, check, closing, run, skip

try:
    import openpyxl
except ImportError:
    skip("workbook", "openpyxl is not installed")
    closing()

SCENARIOS = [os.path.join("Scenarios", name) for name in sorted(os.listdir(os.path.join(PACKAGE, "Scenarios")))
             if name.endswith(".json5")] + [os.path.join("Scenarios", "plans", "market-shapes.json5"),
                                            os.path.join("Tests", "Outside", "every-feature.json5"),
                                            os.path.join("Tests", "CommandTests", "Fixtures", "worked-example.json5")]
CHANGES = 20
ERRORS = ("#N/A", "#DIV/0!", "#NUM!", "#VALUE!")


def write(folder, scenario, *settings):
    """The workbook of a scenario, as the program writes it."""
    place = os.path.join(folder, "model.xlsx")
    answer = run("report", scenario, "-o", place, *sum((["--set", s] for s in settings), []))
    check("%s: report -o model.xlsx" % scenario, answer.status in (0, 1) and not answer.err, answer.err)
    return place


def figures(scenario, *settings):
    """Each case's named figures, as the program computes them."""
    answer = run("run", scenario, "--format", "json", *sum((["--set", s] for s in settings), []))
    if answer.status not in (0, 1):
        return None, answer.err
    own = json.loads(answer.out)["scenarios"][0]
    return own, None


def named(case):
    """A case's figures by their paths: all of the base case, what a stress is told by."""
    if "nodes" in case:
        return case["nodes"]
    found = dict(case["outputs"])
    for line in case["lines"]:
        found[line["path"]] = line["cost"]
    for segment, members in case["segments"].items():
        found.update({"segments.%s.%s" % (segment, name): figure for name, figure in members.items()})
    for plan, members in case["plans"].items():
        found.update({"plans.%s.%s" % (plan, name): figure for name, figure in members.items() if "value" in figure})
    return found


def converters():
    """How each program that is there turns one workbook into another, recalculated."""
    found = {}
    if shutil.which("soffice"):
        def libreoffice(source, target):
            folder = tempfile.mkdtemp(dir=os.path.dirname(target))
            profile = "-env:UserInstallation=file://" + os.path.join(os.path.dirname(target), "profile")
            subprocess.run(["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", folder, source],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
            os.replace(os.path.join(folder, os.path.basename(source)), target)
        found["LibreOffice"] = libreoffice
    else:
        skip("workbook in LibreOffice", "soffice is not installed")
    if shutil.which("ssconvert"):
        def gnumeric(source, target):
            subprocess.run(["ssconvert", "--recalc", source, target], stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, timeout=300)
        found["Gnumeric"] = gnumeric
    else:
        skip("workbook in Gnumeric", "ssconvert is not installed")
    return found


def is_near(own, other):
    if own is None or isinstance(own, str):
        return not isinstance(other, (int, float))
    return isinstance(other, (int, float)) and abs(own - other) <= 1e-9 * max(1e-3, abs(own))


def judge_values(name, book, own):
    """Model, plans, stresses and checks of a recalculated workbook against the program."""
    wrong, judged = [], 0
    cases = {"base case": own["base"], **own["stresses"]}
    known = {title: named(case) for title, case in cases.items()}
    model = book["Model"]
    titles = [cell.value for cell in model[1]]
    for row in model.iter_rows(min_row=2, values_only=True):
        for title in cases:
            figure = known[title].get(row[0])
            if figure is None:
                continue
            judged += 1
            value = row[titles.index(title)]
            if not is_near(figure["value"], value):
                wrong.append((row[0], title, figure["value"], value))
    check("%s: every figure of the model" % name, not wrong and judged > 100, (judged, wrong[:5]))

    wrong = []
    for row in book["Checks"].iter_rows(min_row=2, values_only=True):
        stress = None if row[1] == "base case" else row[1]
        found = [c for c in own["checks"] if c["name"] == row[0] and c.get("stress") == stress]
        if len(found) != 1 or row[7] != ("passed" if found[0]["passed"] else "failed") \
                or not is_near(found[0]["limit"], row[5]) or not is_near(found[0]["value"], row[3]):
            wrong.append((row, found))
    check("%s: every check" % name, not wrong, wrong[:2])

    wrong = []
    if "Plans" in book.sheetnames:
        head = [cell.value for cell in book["Plans"][1]]
        words = {"revenue": "revenue", "payment fees": "paymentFees", "gross profit": "grossProfit",
                 "gross margin": "grossMargin", "contribution margin": "contributionMargin"}
        for row in book["Plans"].iter_rows(min_row=2, values_only=True):
            members = cases[row[1]]["plans"][row[0]]
            wrong += [(row[0], row[1], word) for word, figure in words.items()
                      if not is_near(members[figure]["value"], row[head.index(word)])]
        check("%s: every plan in every case" % name, not wrong, wrong[:3])

    wrong = []
    head = [cell.value for cell in book["Stresses"][1]]
    for row in book["Stresses"].iter_rows(min_row=2, max_row=1 + len(cases), values_only=True):
        outputs = cases[row[0]]["outputs"]
        failed = sum(1 for c in own["checks"] if (c.get("stress") or "base case") == row[0] and not c["passed"])
        for word, figure in (("cost per completed task", "costPerCompletedTask"), ("task success rate", "tsr"),
                             ("escalation rate", "escalationRate"), ("gross margin", "grossMargin")):
            if not is_near(outputs[figure]["value"], row[head.index(word)]):
                wrong.append((row[0], figure))
        if row[head.index("checks failed")] != failed:
            wrong.append((row[0], "checks failed", failed, row[head.index("checks failed")]))
    check("%s: every stress" % name, not wrong, wrong[:3])


def changes(book, seed):
    """New values for some inputs that formulas follow, within what each can be."""
    chance = random.Random(seed)
    sheet = book["Inputs"]
    rows = [row for row in sheet.iter_rows(min_row=2)
            if row[1].font.color and row[1].font.color.rgb == "FF1F3FBF" and row[1].value]
    result = {}
    for row in chance.sample(rows, min(CHANGES, len(rows))):
        path, value, unit = row[0].value, row[1].value, row[2].value or ""
        factor = chance.uniform(0.8, 1.1)
        if unit == "share" and value * factor > 0.97:
            factor = 0.97 / value
        result[path] = (row[1].coordinate, value * factor, factor)
    return result


def judge(folder, scenario, programs):
    source = write(folder, scenario)
    own, _ = figures(scenario)
    book = openpyxl.load_workbook(source)
    judge_values("%s as it is written" % scenario, openpyxl.load_workbook(source, data_only=True), own)
    longest = max(len(cell.value) for sheet in book for row in sheet for cell in row
                  if isinstance(cell.value, str) and cell.value.startswith("="))
    check("%s: no formula is longer than spreadsheets take" % scenario, longest < 8192, longest)
    check("%s: every input has a name" % scenario,
          sum(1 for name in book.defined_names if name.startswith("in_")) == book["Inputs"].max_row - 1)
    # openpyxl writes formulas without the values they had, so that nobody can repeat what was written.
    bare = os.path.join(folder, "bare.xlsx")
    book.save(bare)
    moved = os.path.join(folder, "moved.xlsx")
    news = changes(book, scenario)
    settings = ["%s=× %r" % (path, factor) for path, (_, _, factor) in news.items()]
    other, fault = figures(scenario, *settings)
    check("%s: the same changes with --set" % scenario, other is not None, fault)
    for path, (cell, new, _) in news.items():
        book["Inputs"][cell].value = new
    book.save(moved)
    for name, convert in programs.items():
        for what, file, expected in (("", bare, own), (" after %d changes" % len(news), moved, other)):
            target = os.path.join(folder, "recalculated.xlsx")
            convert(file, target)
            if expected is None or not check("%s: %s writes it" % (scenario, name), os.path.exists(target)):
                continue
            judge_values("%s in %s%s" % (scenario, name, what), openpyxl.load_workbook(target, data_only=True),
                         expected)
            os.remove(target)


def judge_container(folder):
    source = write(folder, SCENARIOS[0])
    with zipfile.ZipFile(source) as archive:
        check("container: every checksum holds", archive.testzip() is None)
    first = open(source, "rb").read()
    check("container: the same input gives the same bytes", open(write(folder, SCENARIOS[0]), "rb").read() == first)
    named = os.path.join(folder, "named.json5")
    text = open(os.path.join(PACKAGE, SCENARIOS[-1]), encoding="utf-8").read()
    evil = "=cmd()|' /C calc'!A1"
    text = text.replace('name: "Support tickets at target scale"', "name: %s" % json.dumps(evil))
    check("container: the fixture takes another name", evil[:6] in text)
    open(named, "w", encoding="utf-8").write(text)
    book = openpyxl.load_workbook(write(folder, named))
    cell = book["Summary"]["A1"]
    check("container: a name that looks like a formula is a text", cell.data_type in ("s", "inlineStr")
          and cell.value == evil, (cell.data_type, cell.value))


def judge_inputs(folder, scenario):
    """The sheet of inputs, saved as CSV, is taken back as assumptions and is the same scenario."""
    book = openpyxl.load_workbook(write(folder, scenario))
    table = [[cell.value for cell in row] for row in book["Inputs"].iter_rows()]
    place = os.path.join(folder, "inputs.csv")

    def save():
        with open(place, "w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(["" if value is None else value for value in row] for row in table)

    save()
    for verb in (("run", "--format", "csv"), ("assumptions", "export")):
        words = verb[:2] if verb[0] == "assumptions" else verb[:1]
        plain = run(*words, scenario, *verb[len(words):])
        again = run(*words, scenario, *verb[len(words):], "--assumptions", place)
        check("%s: the sheet of inputs is the scenario again, %s" % (scenario, verb[0]),
              again.out == plain.out and plain.out and again.status in (0, 1), again.err)
    row = next(row for row in table if row[0].endswith("humanReview.rate"))
    # A factor of --set scales the range too.
    row[1], row[3], row[4] = (value and value * 1.5 for value in (row[1], row[3], row[4]))
    save()
    own, fault = figures(scenario, "humanReview.rate=× 1.5")
    changed = json.loads(run("run", scenario, "--format", "json", "--assumptions", place).out)["scenarios"][0]
    check("%s: a changed cell is a changed input" % scenario, own and all(
        is_near(figure["value"], changed["base"]["outputs"][name]["value"])
        for name, figure in own["base"]["outputs"].items()), fault)


def judge_sweep(folder, programs):
    """Points of a sweep on a sheet are those of its CSV, in every program."""
    axes = ["--axis", "outcomes.escalation.*=×1..×4:13", "--axis", "tools.*.latency.*=×1..×5:9"]
    place = os.path.join(folder, "sweep.xlsx")
    ran = run("stress", SCENARIOS[0], *axes, "-o", place)
    check("sweep: it is written", ran.status in (0, 1), ran.err)
    table = list(csv.reader(io.StringIO(run("stress", SCENARIOS[0], *axes, "--format", "csv").out.decode("utf-8"))))
    books = {"as it is written": place}
    for name, convert in programs.items():
        books[name] = os.path.join(folder, "sweep-%s.xlsx" % name)
        convert(place, books[name])
    for name, file in books.items():
        sheet = openpyxl.load_workbook(file)["Points"]
        wrong = []
        for own, row in zip(table, sheet.iter_rows(values_only=True)):
            for text, value in zip(own, row):
                if value is None:
                    right = text == ""
                else:
                    # LibreOffice saves fifteen digits.
                    right = value == text if isinstance(value, str) else abs(
                        value - float(text)) <= 1e-14 * abs(value)
                if not right:
                    wrong.append((text, value))
        check("sweep: every point, %s" % name, not wrong and sheet.max_row == len(table), (sheet.max_row, wrong[:3]))


def main():
    programs = converters()
    with tempfile.TemporaryDirectory() as folder:
        for scenario in SCENARIOS:
            judge(folder, scenario, programs)
            judge_inputs(folder, scenario)
        judge_sweep(folder, programs)
        judge_container(folder)
    closing()


main()
