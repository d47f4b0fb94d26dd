"""Figures by exact_model.py as tables that `swift test` reads: every named formula of some scenarios, case by case.

    python3 Tests/Outside/exact_figures.py        # says whether the committed tables are what the exact model says
    python3 Tests/Outside/exact_figures.py write  # writes them anew

A table has a row for each formula. `unit` is what the program shows it in, and only that is taken from the program; `within`
is what the last places of a double leave open where a figure is a small difference of large numbers.
"""

import csv
import io
import json
import os
import sys

import mpmath

from exact_model import UNDEFINED, figures, number
from judging import HERE, PACKAGE, check, closing, run
from scenario_file import ScenarioFile, factor

FOLDER = os.path.join(PACKAGE, "Tests", "UnitEconomicsTests", "Fixtures")
SCENARIOS = ["Tests/CommandTests/Fixtures/worked-example.json5", "Tests/CommandTests/Fixtures/review-queue.json5",
             "Tests/Outside/every-feature.json5", "Tests/Outside/impatient-queue.json5", "Tests/Outside/on-the-edge.json5"]
LAST_PLACES = mpmath.mpf(10) ** -14


def table(scenario):
    """The table of one scenario as CSV."""
    with open(os.path.join(PACKAGE, scenario), encoding="utf-8") as stream:
        file = ScenarioFile(stream.read())
    shown = json.loads(run("run", scenario, "--format", "json").out)["scenarios"][0]["base"]["nodes"]
    stresses = file.tree.get("stresses", {})
    cases = {"base": figures(file, file.changed([]))}
    cases.update((name, figures(file, file.changed(list(changes.items())))) for name, changes in stresses.items())
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["path", "unit", "within", *cases])
    for path in cases["base"]:
        if path not in shown:
            continue
        unit = number(factor(shown[path]["unit"]))
        sizes = [exact.sizes[path] for exact in cases.values() if exact.sizes.get(path, UNDEFINED) is not UNDEFINED]
        within = max(sizes, default=mpmath.mpf(0)) * LAST_PLACES / unit
        values = ["" if exact[path] is UNDEFINED else repr(float(exact[path] / unit)) for exact in cases.values()]
        writer.writerow([path, shown[path]["unit"], "%.1e" % within if within else "", *values])
    return text.getvalue()


def place(scenario):
    return os.path.join(FOLDER, os.path.basename(scenario).replace(".json5", ".csv"))


def judge():
    """Whether each committed table is what the exact model says now."""
    for scenario in SCENARIOS:
        with open(place(scenario), encoding="utf-8") as stream:
            check("%s: the table that swift test reads is the exact model's" % scenario, stream.read() == table(scenario),
                  "write it anew with exact_figures.py write")


if __name__ == "__main__":
    if sys.argv[1:] == ["write"]:
        os.makedirs(FOLDER, exist_ok=True)
        for scenario in SCENARIOS:
            with open(place(scenario), "w", encoding="utf-8") as stream:
                stream.write(table(scenario))
    else:
        judge()
        closing()
