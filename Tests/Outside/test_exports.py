"""What leaves the program is read back by other readers, and carries no harm with it."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
from html.parser import HTMLParser

from hostile import EXAMPLE, HOSTILE, hostile_scenario
from judging import PACKAGE, check, closing, run, skip

SCENARIOS = sorted(os.path.join("Scenarios", name) for name in os.listdir(os.path.join(PACKAGE, "Scenarios"))
                   if name.endswith(".json5"))
FORMATS = ("txt", "md", "csv", "json")


def rows(data, delimiter=","):
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), delimiter=delimiter, strict=True))


def numbers_of_case(case):
    """The figures of a case in the JSON by (section, item, figure), as the CSV names them."""
    found = {("output", "", name): figure for name, figure in case["outputs"].items()}
    found.update({("component", name, "cost"): figure for name, figure in case["components"].items()})
    for line in case["lines"]:
        for name in ("quantity", "price", "cost"):
            found["line", "%s.%s" % (line["component"], line["name"]), name] = line[name]
    for segment, members in case["segments"].items():
        found.update({("segment", segment, name): figure for name, figure in members.items()})
    for plan, members in case["plans"].items():
        found.update({("plan", plan, name): figure for name, figure in members.items() if "value" in figure})
    return found


# ---------------------------------------------------------------------------------------------------------------------
# CSV

def judge_csv(files):
    table = rows(run("run", *files, "--format", "csv").out)
    head, body = table[0], table[1:]
    check("CSV has one width", {len(row) for row in body} == {len(head)}, {len(row) for row in table})
    check("CSV is RFC 4180: CRLF ends every row, or LF every row",
          len({line.endswith(b"\r\n") for line in run("run", files[0], "--format", "csv").out.splitlines(True)}) == 1)
    check("CSV: no column is named twice", len(set(head)) == len(head))
    answer = json.loads(run("run", *files, "--format", "json").out)
    facts = [dict(zip(head, row)) for row in body]
    for scenario in answer["scenarios"]:
        name, wrong, judged = scenario["file"], [], 0
        cases = dict(scenario["stresses"], base=scenario["base"])
        for case, part in cases.items():
            expected = numbers_of_case(part)
            own = [fact for fact in facts if fact["file"] == name and fact["case"] == case]
            seen = {(f["section"], f["item"], f["figure"]): f for f in own if f["section"] not in ("check", "outcome")}
            if set(seen) != set(expected):
                wrong.append((case, sorted(set(seen) ^ set(expected))[:4]))
            for key in set(seen) & set(expected):
                judged += 1
                fact, figure = seen[key], expected[key]
                if figure["value"] is None:
                    right = fact["value"] == "" and fact["reason"] == figure["reason"]
                else:
                    right = fact["value"] != "" and float(fact["value"]) == figure["value"] and fact["reason"] == ""
                if not right or fact["unit"] != figure.get("unit", ""):
                    wrong.append((case, key, fact, figure))
        for verdict in scenario["checks"]:
            judged += 1
            own = {f["figure"]: f["value"] for f in facts if f["file"] == name and f["section"] == "check"
                   and f["item"] == verdict["name"] and f["case"] == (verdict["stress"] or "base")}
            right = own["passed"] == str(int(verdict["passed"])) and float(own["limit"]) == verdict["limit"]
            right = right and (own["value"] == "" if verdict["value"] is None else float(own["value"]) == verdict["value"])
            if not right:
                wrong.append(("check", verdict, own))
        check("CSV and JSON of %s carry the same %d numbers, bit for bit" % (name, judged), not wrong, wrong[:3])

    plain = rows(run("run", *files, "--format", "csv").out)
    column = plain[0].index("value")
    for title, flags, delimiter, mark in (
            ("decimal comma", ["--decimal", ","], ";", ","), ("tabs", ["--delimiter", "tab"], "\t", "."),
            ("decimal comma and tabs", ["--decimal", ",", "--delimiter", "tab"], "\t", ",")):
        ran = run("run", *files, "--format", "csv", *flags)
        if not check("CSV with %s is written" % title, ran.status in (0, 1), ran.err):
            continue
        other = rows(ran.out, delimiter)
        same = [row[:column] + [row[column].replace(mark, ".")] + row[column + 1:] for row in other] == plain
        check("CSV with %s reads back the same" % title, same and len(other) == len(plain))
        check("CSV with %s has no other mark" % title,
              mark == "." or not any("." in row[column] for row in other[1:]))
    marked = run("run", *files, "--format", "csv", "--excel").out
    check("CSV for Excel begins with one byte-order mark",
          marked.startswith(b"\xef\xbb\xbf") and marked.count(b"\xef\xbb\xbf") == 1)
    check("CSV for Excel is the same behind it", rows(marked[3:]) == plain)
    check("CSV: utf-8-sig reads the first column's name",
          next(csv.reader(io.StringIO(marked.decode("utf-8-sig"))))[0] == "scenario")


# ---------------------------------------------------------------------------------------------------------------------
# Names that are up to something

FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    handle_startendtag = handle_starttag


def markdown_tables(text):
    """Runs of lines that begin with a bar, each with the number of cells a GitHub reader would see."""
    tables, current = [], []
    for line in text.split("\n") + [""]:
        if line.startswith("|"):
            bare = re.sub(r"\\[\\|]", "", line.strip())
            current.append(bare.count("|"))
        elif current:
            tables.append(current)
            current = []
    return tables


CONTROL = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"


def judge_hostile():
    reference = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in ["plain"] + HOSTILE:
            for parts in (False, True):
                title = "%s %s" % ("parts named" if parts else "texts", ascii(name)[:40])
                # The file itself is named so too, where a file can be.
                path = "s.json5" if parts or "/" in name or "\0" in name or len(name) > 200 else name + ".json5"
                with open(os.path.join(folder, path), "w", encoding="utf-8") as stream:
                    stream.write(hostile_scenario(name, parts))
                judge_name(title, name, path if not path.startswith("-") else "./" + path, folder, parts, reference)


def judge_name(title, name, path, folder, parts, reference):
    def answer(*words):
        return run(*words, folder=folder)

    ran = {shape: answer("run", path, "--format", shape, "--color", "never") for shape in FORMATS}
    ran["explain"] = answer("explain", path, "failedRate", "--format", "csv")
    ran["explain.md"] = answer("explain", path, "totalCost", "--format", "md")
    ran["check.csv"] = answer("check", path, "--format", "csv")
    ran["check.json"] = answer("check", path, "--format", "json")
    refused = {shape for shape, one in ran.items() if one.status not in (0, 1)}
    if refused:
        # A name of a part may be refused; then everywhere, with a message, and without its own control codes.
        check(title + ": only names of parts are refused", parts, ran["csv"].err[:300])
        check(title + ": refused everywhere or nowhere", len(refused) == len(ran), sorted(refused))
        check(title + ": refused with words", all(one.status == 2 and one.err and not one.out for one in ran.values()),
              ran["csv"].err[:300])
        check(title + ": the message carries no control codes", not re.search(CONTROL, ran["csv"].err), ascii(ran["csv"].err[:300]))
        return
    for shape in ("csv", "explain", "check.csv"):
        table = rows(ran[shape].out)
        check("%s: %s has one width" % (title, shape), len({len(row) for row in table}) == 1)
        live = [cell for row in table for cell in row if cell.startswith(FORMULA) and not is_number(cell)]
        check("%s: no cell of %s is a formula" % (title, shape), not live, live[:3])
        count = reference.setdefault((shape, parts), len(table))
        check("%s: as many rows in %s" % (title, shape), len(table) == count, (len(table), count))
    for shape in ("json", "check.json"):
        found = json.loads(ran[shape].out)["scenarios"][0]
        check("%s: %s keeps the name" % (title, shape), found["name"] == name + " scenario", ascii(found["name"]))
    if parts:
        check(title + ": JSON keeps the names of parts",
              list(json.loads(ran["json"].out)["scenarios"][0]["base"]["segments"]) == [name])
    for shape in ("md", "explain.md"):
        text = ran[shape].out.decode("utf-8")
        tags = Tags()
        # Behind a backslash, and in a span or block of code, nothing is a tag.
        bare = re.sub(r"```.*?```", "", re.sub(r"\\(.)", "", text), flags=re.S)
        bare = re.sub(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", "", bare)
        tags.feed(bare)
        check("%s: no tags in %s" % (title, shape), not set(tags.tags) - {"br", "details", "summary", "b"}, tags.tags[:3])
        tables = markdown_tables(text)
        check("%s: tables of %s are square" % (title, shape), all(len(set(table)) == 1 for table in tables), tables)
        sizes = [len(table) for table in tables]
        check("%s: %s has as many table rows" % (title, shape), sizes == reference.setdefault((shape, parts), sizes),
              (sizes, reference[shape, parts]))
        check("%s: no live link in %s" % (title, shape), "](" not in bare)
        check("%s: no control codes in %s" % (title, shape), not re.search(CONTROL, text))
    text = ran["txt"].out.decode("utf-8")
    check(title + ": no control codes in text", not re.search(CONTROL, text),
          ascii(re.findall(".{0,10}" + CONTROL + ".{0,10}", text)[:2]))


def is_number(cell):
    try:
        float(cell)
        return True
    except ValueError:
        return False


# ---------------------------------------------------------------------------------------------------------------------
# Folders of files

LIVE = [name for name in HOSTILE if name.startswith(FORMULA) or "<" in name or "\x1b" in name]


def judge_folders():
    """Names that are up to something, in every file that report --all writes."""
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(LIVE):
            title = "folder, %s" % ascii(name)[:30]
            for kind in ("a", "b"):
                with open(os.path.join(folder, "%s%d.json5" % (kind, number)), "w", encoding="utf-8") as stream:
                    stream.write(hostile_scenario(name, True))
            ran = run("report", "a%d.json5" % number, "b%d.json5" % number, "--all", "-o", "out", folder=folder)
            if ran.status == 2:
                check(title + ": refused with words, and nothing written", ran.err and not ran.out and not os.path.exists(
                    os.path.join(folder, "out", "a%d" % number)), ran.err[:300])
                continue
            check(title + ": written", ran.status in (0, 1), ran.err[:300])
            place = os.path.join(folder, "out", "a%d" % number)
            for file in sorted(os.listdir(place)):
                with open(os.path.join(place, file), "rb") as stream:
                    data = stream.read()
                if file.endswith(".csv"):
                    table = rows(data)
                    live = [cell for row in table for cell in row if cell.startswith(FORMULA) and not is_number(cell)]
                    check("%s: no cell of %s is a formula" % (title, file), not live, live[:3])
                    check("%s: %s has one width" % (title, file), len({len(row) for row in table}) == 1)
                elif file.endswith(".txt"):
                    check("%s: no control codes in %s" % (title, file), not re.search(CONTROL, data.decode("utf-8")))
            tags = Tags()
            with open(os.path.join(folder, "out", "index.html"), encoding="utf-8") as stream:
                text = stream.read()
            tags.feed(text)
            check(title + ": the index has its own tags only", set(tags.tags) <= INDEX_TAGS, set(tags.tags) - INDEX_TAGS)
            check(title + ": the index runs nothing", "script-src" not in text or "<script" not in text)
            judge_sheets(title, os.path.join(place, "model.xlsx"), name)


INDEX_TAGS = {"html", "head", "meta", "title", "style", "body", "main", "header", "h1", "p", "div", "table", "thead", "tbody",
              "tr", "th", "td", "a", "section", "figure", "figcaption", "svg", "rect", "text", "line", "g", "details",
              "summary", "footer", "ul", "li", "tspan"}


def judge_sheets(title, file, name):
    try:
        import openpyxl
    except ImportError:
        return skip(title, "openpyxl is not installed")
    texts = [cell for sheet in openpyxl.load_workbook(file) for row in sheet for cell in row
             if isinstance(cell.value, str) and cell.value.startswith(name[:4])]
    live = [cell.value for cell in texts if cell.data_type == "f"]
    check(title + ": names are texts in the workbook", texts and not live, live[:3])


def judge_locales():
    """LibreOffice opens the CSV of a reader's locale with numbers as numbers and texts as texts."""
    try:
        import openpyxl
    except ImportError:
        return skip("CSV in LibreOffice", "openpyxl is not installed")
    if not shutil.which("soffice"):
        return skip("CSV in LibreOffice", "soffice is not installed")
    with tempfile.TemporaryDirectory() as folder:
        for title, flags, sign, language in (("en", (), 44, 1033), ("de", ("--decimal", ","), 59, 1031)):
            place = os.path.join(folder, title)
            run("report", SCENARIOS[-1], "--format", "csv", "-o", place + "/", *flags)
            files = [name for name in sorted(os.listdir(place)) if name.endswith(".csv")]
            subprocess.run(
                ["soffice", "-env:UserInstallation=file://%s/profile" % folder, "--headless",
                 "--infilter=CSV:%d,34,UTF8,1,,%d" % (sign, language), "--convert-to", "xlsx", "--outdir", place,
                 *[os.path.join(place, name) for name in files]],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
            for name in files:
                with open(os.path.join(place, name), "rb") as stream:
                    table = rows(stream.read(), chr(sign))
                made = os.path.join(place, name[:-3] + "xlsx")
                if not check("CSV in LibreOffice, %s: %s opens" % (title, name), os.path.exists(made)):
                    continue
                sheet = openpyxl.load_workbook(made).active
                wrong, numbers = [], 0
                for own, row in zip(table, sheet.iter_rows(values_only=True)):
                    for text, value in zip(own, row):
                        if is_number(text.replace(",", ".") if title == "de" else text):
                            numbers += 1
                            right = isinstance(value, (int, float)) and abs(
                                value - float(text.replace(",", "."))) <= 1e-14 * abs(value)
                        else:
                            right = (value or "") == text
                        if not right:
                            wrong.append((text, value))
                check("CSV in LibreOffice, %s: %s keeps its types" % (title, name), not wrong and sheet.max_row == len(table),
                      (numbers, wrong[:3]))


# ---------------------------------------------------------------------------------------------------------------------
# The same bytes everywhere

def judge_sameness():
    commands = [("run", *SCENARIOS, "--format", shape) for shape in FORMATS]
    commands += [("run", SCENARIOS[0]), ("check", EXAMPLE), ("explain", EXAMPLE, "grossMargin")]
    variants = [("a second run", {}, ())]
    variants += [("locale " + name, {"LC_ALL": name, "LANG": name}, ()) for name in ("C", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG")]
    variants += [("time zone " + name, {"TZ": name}, ()) for name in ("Asia/Kathmandu", "America/St_Johns", "nonsense")]
    variants += [("hash seed", {"SWIFT_DETERMINISTIC_HASHING": "1"}, ())]
    if shutil.which("taskset"):
        variants.append(("one core", {}, ("taskset", "-c", "0")))
        if (os.cpu_count() or 1) > 1:
            variants.append(("two cores", {}, ("taskset", "-c", "0,1")))
    else:
        skip("one core", "there is no taskset")
    for command in commands:
        first = run(*command)
        title = " ".join(word for word in command if "json5" not in word)
        for name, environment, before in variants:
            other = run(*command, environment=environment, before=before)
            check("%s: same bytes by %s" % (title, name), other.out == first.out and other.status == first.status)


judge_csv([*SCENARIOS, EXAMPLE])
judge_hostile()
judge_folders()
judge_locales()
judge_sameness()
closing()
