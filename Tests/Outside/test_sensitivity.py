"""Sensitivities against exact_model.py: the figure at both ends of every range, and every limit put back."""

import glob
import json
import os
from fractions import Fraction

from mpmath import mpf

from exact_model import UNDEFINED, figures, number
from judging import HERE, PACKAGE, check, closing, run
from scenario_file import ScenarioFile, factor
from test_exact_arithmetic import is_same

# What is promised of a value put back.
PROMISED = mpf(10) ** -9
# How much of the way to a limit is left where nothing may fail yet.
NEARLY = 1e-9


def gap(verdict, exact):
    """How far a check's figure lies on the good side, in the unit of its limit; None where it has no value."""
    figure = exact.get(verdict["output"], UNDEFINED)
    if figure is UNDEFINED:
        return None
    distance = figure / number(factor(verdict["unit"])) - mpf(verdict["limit"])
    return distance if verdict["side"] == "min" else -distance


def judge(path):
    title = os.path.basename(path)
    with open(path, encoding="utf-8") as stream:
        file = ScenarioFile(stream.read())
    ran = run("sensitivity", path, "--format", "json")
    if not check(title + ": is answered", ran.status in (0, 1), ran.err[-400:]):
        return
    shown = json.loads(ran.out)
    stated = {".".join(name): name for name in file.inputs}
    check(title + ": every input once", sorted(stated) == sorted(item["path"] for item in shown["inputs"]))

    def moved(item, value):
        base, name = file.inputs, stated[item["path"]]
        file.inputs = base | {name: Fraction(value) * factor(item["unit"])}
        inputs = file.changed([])  # a part at most what it is a part of
        file.inputs = base
        if name[-2:] in (("latency", "p50"), ("latency", "p95")):
            if inputs[name[:-1] + ("p50",)] >= inputs[name[:-1] + ("p95",)]:
                return None  # such latencies contradict each other
        return figures(file, inputs)

    holding = [verdict for verdict in shown["checks"] if verdict["passed"]]
    ends, limits, free, before = [], [], [], []
    judged = {"ends": 0, "limits": 0, "free": 0}
    for item in shown["inputs"]:
        for end, figure in (("low", "atLow"), ("high", "atHigh")):
            if item[end] == item["value"]:
                continue
            exact = moved(item, item[end])
            if exact is None:
                check("%s: %s has no figure" % (title, item["path"]), item[figure] is None and item["reason"])
                continue
            told = {"value": item[figure], "unit": shown["unit"], "reason": item.get("reason")}
            judged["ends"] += 1
            if not is_same(told, exact[shown["output"]], exact.sizes.get(shown["output"], 0)):
                ends.append((item["path"], item[end], item[figure]))
        for way in ("falling", "rising"):
            side = item.get(way)
            if side is None or side["lookedUpTo"] == item["value"]:
                continue
            limit = side["limit"]
            if limit is None:
                judged["free"] += 1
                exact = moved(item, side["lookedUpTo"])
                if exact is None or any(gap(verdict, exact) is None or gap(verdict, exact) < 0 for verdict in holding):
                    free.append((item["path"], side["lookedUpTo"]))
                continue
            if limit["kind"] == "undefined":
                continue  # a median above its p95 has no exact figures either
            judged["limits"] += 1
            # At a jump the last place of a double decides; just before it nothing does.
            exact = moved(item, limit["at"] - NEARLY * (limit["at"] - item["value"]))
            if any(gap(verdict, exact) is None or gap(verdict, exact) < 0 for verdict in holding):
                before.append((item["path"], limit["at"]))
            if limit["kind"] == "reached":
                verdict = next(verdict for verdict in holding if verdict["name"] == limit["check"])
                left = gap(verdict, moved(item, limit["at"]))
                again = run("check", path, "--set", limit["set"], "--format", "json")
                told = next(other for other in json.loads(again.out)["scenarios"][0]["checks"]
                            if other["name"] == limit["check"] and other["stress"] is None)
                allowed = PROMISED * max(abs(verdict["limit"]), 1)
                if abs(left) > allowed or abs(told["distance"]) > allowed:
                    limits.append((limit["set"], float(left), told["distance"]))
    check("%s: %d ends of ranges" % (title, judged["ends"]), not ends, ends[:5])
    check("%s: %d limits put back" % (title, judged["limits"]), not limits, limits[:5])
    check("%s: no check fails before a limit" % title, not before, before[:5])
    check("%s: %d ways without a limit" % (title, judged["free"]), not free, free[:5])


def main():
    files = sorted(glob.glob(os.path.join(PACKAGE, "Scenarios", "*.json5")))
    files.append(os.path.join(PACKAGE, "Tests", "CommandTests", "Fixtures", "worked-example.json5"))
    files.append(os.path.join(HERE, "every-feature.json5"))
    for path in files:
        judge(path)
    closing()


if __name__ == "__main__":
    main()
