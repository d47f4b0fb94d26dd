"""Scenarios of random structure: exact arithmetic, every reading the same figures, and an answer from every verb."""

import csv
import io
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time

from judging import check, closing, run
from random_scenario import Dice, scenario
from scenario_file import ScenarioFile
from test_exact_arithmetic import judge

SECONDS = int(os.environ.get("FUZZ_SECONDS", "40"))
FIRST = int(os.environ.get("FUZZ_SEED", "1"))
# Not a number, and infinity, however a language spells them.
NO_NUMBER = re.compile(r"(?<![A-Za-z])(-?nan|NaN|-?inf|-?Infinity|∞)(?![A-Za-z])")


def numbers_of(text):
    """What looks like a figure in a page, in order."""
    return re.findall(r"[-−]?[$€]?\d[\d,]*(?:\.\d+)?[kM%]?", text)


def judge_forms(title, path, shown):
    """JSON, CSV, Markdown and text carry the same figures."""
    table = list(csv.DictReader(io.StringIO(run("run", path, "--format", "csv").out.decode())))
    outputs = {row["figure"]: row["value"] for row in table if row["section"] == "output" and row["case"] == "base"}
    wrong = [(name, outputs.get(name), figure["value"]) for name, figure in shown["base"]["outputs"].items()
             if outputs.get(name, "missing") != ("" if figure["value"] is None else outputs.get(name))
             or figure["value"] is not None and float(outputs[name]) != figure["value"]]
    check(title + ": CSV has JSON's outputs, bit for bit", not wrong and outputs, wrong[:3])
    text, page = (run("run", path, "--format", form, "--width", "1000").out.decode() for form in ("txt", "md"))
    cells = [cell.strip().strip("*") for line in page.splitlines() if line.startswith("|") for cell in line.strip("|").split("|")]
    figures = {figure for cell in cells for figure in numbers_of(cell)}
    missing = figures - set(numbers_of(text))
    check(title + ": every figure in Markdown's tables stands in the text", not missing, sorted(missing)[:5])
    for form, words in (("text", text), ("Markdown", page)):
        check("%s: no figure that is none, %s" % (title, form), not NO_NUMBER.search(words), NO_NUMBER.search(words))


def judge_python(title, path, shown):
    """The model as Python has the headline figures of the base case."""
    source = run("explain", path, "--format", "py")
    if not check(title + ": the model as Python", source.status == 0, source.err[-300:]):
        return
    done = subprocess.run([sys.executable, "-c", source.out.decode()], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    lines = [line.rsplit(" ", 1) for line in done.stdout.decode().splitlines()]
    wrong = []
    for name, text in lines:
        value, own = float(text), shown["base"]["outputs"].get(name, {}).get("value")
        if own is None:
            if not math.isnan(value):
                wrong.append((name, value, own))
        elif not math.isclose(value, own, rel_tol=1e-9, abs_tol=1e-9 * abs(shown["base"]["outputs"]["totalCost"]["value"] or 1)):
            wrong.append((name, value, own))
    check(title + ": Python has %d figures" % len(lines), lines and not wrong, (wrong[:3], done.stderr[-300:]))


def judge_batch(title, path, file, dice):
    """A point of a sweep is what --set gives, to the last bit."""
    paths = [".".join(name) for name in sorted(file.inputs) if name[0] in ("outcomes", "tools", "inference", "humanReview", "volume")
             and name[-1] not in ("maxAttempts", "maxRetries", "above", "upTo") and file.inputs[name] > 0]
    varied = dice.choice(paths)
    axis = "%s=×0.5..×1:3" % varied
    swept = run("stress", path, "--axis", axis, "--figure", "totalCost", "--figure", "tsr", "--format", "csv")
    if swept.status == 2 and "error" in swept.err:
        return  # an input that may not move so far
    if not check("%s: sweep %s" % (title, axis), swept.status in (0, 1), swept.err[-300:]):
        return
    rows = list(csv.DictReader(io.StringIO(swept.out.decode())))
    for row, factor in zip(rows, ("0.5", "0.75", "1")):
        alone = run("run", path, "--set", "%s=× %s" % (varied, factor), "--format", "json")
        if alone.status == 2:
            continue
        outputs = json.loads(alone.out)["scenarios"][0]["base"]["outputs"]
        for name in ("totalCost", "tsr"):
            key = next((key for key in row if key.split(" ")[0] == name), None)
            own = outputs[name]["value"]
            right = key is not None and (row[key] == "" if own is None else row[key] != "" and float(row[key]) == own)
            check("%s: %s of the sweep at × %s of %s" % (title, name, factor, varied), right, (row, own))


def judge_verbs(title, path, shown):
    """Every verb answers, or says why not."""
    stress = list(shown["stresses"])[:1]
    for words in (["check"], ["stress", "--pack"], ["sensitivity"], ["simulate", "--draws", "2000", "--seed", "7"], ["plans"],
                  ["simulate", "--month", "--draws", "500", "--seed", "7"], ["explain"], ["assumptions", "export"],
                  ["solve", "--for", "humanReview.rate", "--target", "totalCost=1"],
                  ["readiness", "--on", "2026-11-22"], ["report", "--format", "html"], *(["compare", "--stress", name] for name in stress)):
        for form in (["json"] if words[0] in ("check", "stress", "simulate", "plans", "solve", "compare", "sensitivity") else [None]):
            before = words[:2] if words[0] == "assumptions" else words[:1]
            ran = run(*before, path, *words[len(before):], *(["--format", form] if form else []))
            name = "%s: %s" % (title, " ".join(words[:2]))
            refused = ran.status == 2 and re.search(r"error: ", ran.err) and not ran.out
            check(name + " answers, or says why not", ran.status in (0, 1) or refused, (ran.status, ran.err[-300:]))
            text = ran.out.decode("utf-8", "replace")
            if words[0] != "report":
                check(name + ": no figure that is none", not NO_NUMBER.search(text), NO_NUMBER.search(text))
            if form == "json" and ran.status in (0, 1):
                json.loads(text, parse_constant=lambda word: check(name + ": JSON has numbers only", False, word))


def main():
    start, seed, answered = time.monotonic(), FIRST, 0
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() - start < SECONDS or seed < FIRST + 5:
            tree, dice = scenario(seed), Dice(seed)
            path = os.path.join(folder, "random-%d.json5" % seed)
            with open(path, "w", encoding="utf-8") as stream:
                json.dump(tree, stream, ensure_ascii=False)
            title = "FUZZ_SEED=%d" % seed
            ran = run("run", path, "--format", "json")
            seed += 1
            if not check(title + ": is answered", ran.status in (0, 1), ran.err[-400:]):
                continue
            answered += 1
            shown = json.loads(ran.out)["scenarios"][0]
            file = ScenarioFile(json.dumps(tree, ensure_ascii=False))
            judge(title, [], file, tree["stresses"], path)
            judge_forms(title, path, shown)
            judge_python(title, path, shown)
            judge_batch(title, path, file, dice)
            judge_verbs(title, path, shown)
            os.remove(path)
    print("  %d scenarios, seeds %d to %d" % (answered, FIRST, seed - 1))
    closing()


if __name__ == "__main__":
    main()
