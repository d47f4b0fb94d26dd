"""Every figure of the program against exact_model.py: shipped scenarios, and seeded random variations of them."""

import glob
import json
import os
import random
import sys
import tempfile
from fractions import Fraction

from mpmath import mpf

import exact_figures
from exact_model import UNDEFINED, figures, number
from judging import HERE, PACKAGE, check, closing, run
from scenario_file import INPUTS, MONTH, ScenarioFile, applied, factor, fits, held, pattern_of, quantity

TOLERANCE = mpf(10) ** -12
# Of the numbers that a small difference is made from, what their last places can hold.
LAST_PLACES = mpf(10) ** -14
# Smaller numbers count nothing.
NOTHING = mpf(10) ** -30
VARIATIONS = int(os.environ.get("VARIATIONS", "60"))


def settled(file, settings):
    """The file with --set settings worked in; later ones win."""
    for path, stated in settings:
        names = tuple(path.split("."))
        if names in file.words or stated.isalpha():
            file.words[names] = stated
            continue
        targets = [name for name in file.inputs if fits(path, name)]
        assert targets, "nothing fits %s" % path
        for name in targets:
            if stated.startswith("×"):
                file.inputs[name] = held(name, applied(stated, name, file.inputs[name]))
            else:
                bare = Fraction(stated) if stated.replace(".", "").isdigit() else stated
                file.inputs[name], _ = quantity(bare, False)
    return file


def flattened(case):
    """A case of the program's JSON, figure by figure with its path: (path, {"value": …})."""
    yield from case["outputs"].items()
    yield from ((name + "Cost", figure) for name, figure in case["components"].items())
    for line in case["lines"]:
        yield line["path"], line["cost"]
        yield line["path"] + ".quantity", line["quantity"]
        yield line["path"] + ".price", line["price"]
    segments = [("segments.", case["segments"])]
    for plan, figures_of_plan in case["plans"].items():
        for name, figure in figures_of_plan.items():
            if name == "segments":
                segments.append(("plans.%s.segments." % plan, figure))
            elif name == "revenuePerCustomer":
                for segment, bill in figure.items():
                    yield "plans.%s.revenuePerCustomer.%s" % (plan, segment), bill
            else:
                yield "plans.%s.%s" % (plan, name), figure
    for stem, named in segments:
        for segment, members in named.items():
            for name, figure in members.items():
                # What a customer costs is the same on every plan.
                yield ("segments." if name == "cost" else stem) + segment + "." + name, figure


def is_same(shown, exact, size=0, tolerance=TOLERANCE):
    if exact is UNDEFINED or shown["value"] is None:
        return exact is UNDEFINED and shown["value"] is None and bool(shown.get("reason"))
    unit = number(factor(shown["unit"]))
    exact = exact / unit
    allowed = tolerance * abs(exact) + (0 if size is UNDEFINED else LAST_PLACES * size / unit)
    return abs(mpf(shown["value"]) - exact) <= max(allowed, NOTHING)


def judge(title, arguments, file, stresses, name):
    ran = run("run", name, "--format", "json", *arguments)
    if not check(title + ": is answered", ran.status in (0, 1), ran.err[-400:]):
        return
    shown = json.loads(ran.out)["scenarios"][0]
    cases = [("base", [])] + [(stress, list(changes.items())) for stress, changes in stresses.items()]
    check(title + ": cases", [c for c, _ in cases[1:]] == list(shown["stresses"]))
    wrong, seen, exact_cases, tolerances = [], 0, {}, {}
    for case, changes in cases:
        inputs = file.changed(changes)
        exact = exact_cases[case] = figures(file, inputs)
        # Where hardly a task comes to an end, what does is a small difference, and all that follows from it.
        ended = 1 - exact["toolOutage"] if exact["toolOutage"] is not UNDEFINED else mpf(1)
        tolerance = tolerances[case] = max(TOLERANCE, LAST_PLACES / ended) if ended > 0 else TOLERANCE
        if tolerance >= 1:
            continue  # not one task in 10¹⁴: a double cannot tell it from none
        part = shown["base"] if case == "base" else shown["stresses"][case]
        pairs = list(flattened(part))
        if case == "base":
            stated = {".".join(path): path for path in inputs}
            for path, figure in part["nodes"].items():
                if path in stated:
                    pairs.append((path, dict(figure, exact=number(inputs[stated[path]]))))
                else:
                    pairs.append((path, figure))
        shown_lines = sorted(line["path"] for line in part["lines"])
        exact_lines = sorted(path[:-9] for path in exact if path.endswith(".quantity"))
        if shown_lines != exact_lines:
            wrong.append((case, "lines", sorted(set(shown_lines) ^ set(exact_lines)), ""))
        for path, figure in pairs:
            seen += 1
            expected = figure.get("exact", exact.get(path))
            if expected is None:
                # An output that this scenario does not have is there, and is undefined.
                if figure["value"] is not None or not figure.get("reason"):
                    wrong.append((case, path, figure["value"], "not judged"))
            elif not is_same(figure, expected, exact.sizes.get(path, 0), tolerance):
                unit = figure.get("unit", "")
                told = "undefined" if expected is UNDEFINED else float(expected / number(factor(unit)))
                wrong.append((case, path, figure["value"], told))
    for verdict in shown["checks"]:
        case = verdict["stress"] or "base"
        path = verdict["output"]
        seen += 1
        exact, tolerance = exact_cases[case].get(path, UNDEFINED), tolerances[case]
        if tolerance >= 1:
            continue
        if exact is UNDEFINED:
            right = verdict["value"] is None and not verdict["passed"] and verdict["reason"]
        else:
            unit = number(factor(verdict["unit"]))
            limit = mpf(verdict["limit"])
            gap = (exact / unit - limit) * (1 if verdict["side"] == "min" else -1)
            near = abs(gap) <= tolerance * abs(limit)
            right = is_same(verdict, exact, exact_cases[case].sizes.get(path, 0), tolerance) and (near or verdict["passed"] == (gap >= 0))
            right = right and abs(mpf(verdict["distance"]) - gap) <= 4 * tolerance * (abs(limit) + abs(exact / unit))
        if not right:
            wrong.append((case, "check " + verdict["name"], verdict, str(exact)))
    check("%s: status" % title, ran.status == (0 if all(v["passed"] for v in shown["checks"]) else 1), ran.status)
    text = "; ".join("%s %s is %s, exactly %s" % tuple(item) for item in wrong[:6])
    check("%s: %d figures" % (title, seen), not wrong, "%d differ: %s   %s" % (len(wrong), text, " ".join(arguments)))


# ---------------------------------------------------------------------------------------------------------------------
# Variations

SPECIAL = [
    ("outcomes.maxAttempts", ["1", "2", "3", "7"]), ("tools.*.maxRetries", ["0", "1", "4", "11"]),
    ("tools.*.callsPerAttempt", ["0", "0.37", "1", "2.5", "9.99"]),
    ("inference.calls.*.perAttempt", ["0", "0.4", "1.75", "6.5", "33.3"]),
    ("volume.peakFactor", ["1", "2.5", "40"]), ("volume.segments.*.customers", ["0", "0.5", "1", "1234"]),
    ("volume.segments.*.tasksPerCustomer", ["0 / month", "0.25 / h", "3.3k / month"]),
    ("tools.*.errorRate", ["0%", "35%", "100%"]), ("tools.*.availability", ["100%", "80%", "0%"]),
    ("tools.*.latency.*", ["× 0.1", "× 7", "× 60"]), ("outcomes.humanCompletes", ["0%", "55%"]),
    ("outcomes.wrongDetected", ["0%", "100%"]), ("humanReview.occupancy", ["33.3%"]),
    ("inference.calls.*.growth", ["0 tokens", "12345.6 tokens"]), ("inference.calls.*.input", ["250k tokens"]),
    ("plans.*.platformFee", ["0 / month"]), ("infrastructure.workers.minimum", ["0", "2.5", "1000"]),
    ("humanReview.staffing.serviceLevel", ["1%", "50%", "99.5%"]), ("humanReview.staffing.within", ["0 s", "1000 s"]),
    ("humanReview.staffing.shrinkage", ["0%", "45%"]), ("humanReview.staffing.patience", ["20 s", "1000 s"]),
    ("infrastructure.workers.scaling", ["elastic", "whole"]), ("plans.*.successKicker.aboveTSR", ["0%", "99.9%"]),
]
STRESSES = [
    {"outcomes.escalation.*": "× 20"}, {"outcomes.escalation.*": "× 9", "outcomes.wrongResult": "× 30"},
    {"tools.*.latency.*": "× 12.5", "volume.peakFactor": "× 3"}, {"tools.*.availability": "− 15%"},
    {"tools.*.maxRetries": "× 2.4", "outcomes.maxAttempts": "+ 2"}, {"tools.*.errorRate": "+ 60%"},
    {"inference.calls.*.perAttempt": "× 3.21", "inference.calls.*.growth": "× 1.7"},
    {"volume.segments.*.customers": "× 0"}, {"volume.segments.*.tasksPerCustomer": "= 77.7 / month"},
    {"humanReview.*": "× 1.9"}, {"plans.*.charges.*.included": "× 100", "plans.*.platformFee": "× 0"},
    {"inference.calls.*.cacheRead": "+ 70%", "inference.calls.*.cacheWrite": "× 2.5"},
    {"inference.calls.*.output": "× 0.2"}, {"inference.prices.*.*": "× 1.7"}, {"outcomes.*": "× 1.3"},
    {"inference.calls.*.billedRetries": "+ 40%"}, {"tools.*.callsPerAttempt": "× 0.19"},
    {"infrastructure.workers.*": "× 0.5"}, {"outcomes.maxAttempts": "= 20", "tools.*.timeout": "× 0.2"},
]


def is_possible(file):
    """Whether the program should answer: what must hold between inputs does."""
    inputs = file.inputs
    for path, value in inputs.items():
        domain = INPUTS[pattern_of(path)][1]
        if str(domain).startswith("positive") and value == 0 or str(domain).endswith("below 1") and value == 1:
            return False
        if value > 10**14:
            return False
        # What is charged beside a missing time of a person, or bounds that do not rise, is refused.
        if path[-1] == "p50" and inputs[path[:-1] + ("p95",)] <= value:
            return False
        if path[-1] == "cacheRead" and path[1] == "calls" and value + inputs[path[:-1] + ("cacheWrite",)] > 1:
            return False
        if path[-1] == "reasoning" and path[1] == "calls" and value > inputs[path[:-1] + ("output",)]:
            return False
        if path[-1] in ("upTo", "above") and value <= inputs.get(path[:-2] + (str(int(path[-2]) - 1), path[-1]), -1):
            return False
    for path, start in file.words.items():
        # A tier that says where it begins must begin where the one before ends.
        if path[-1] == "from" and path[-2] != "0":
            end = inputs[path[:-2] + (str(int(path[-2]) - 1), "upTo")] * MONTH
            if start not in (end, end + 1):
                return False
    mixes = {}
    for path, value in inputs.items():
        if path[-2] == "plan":
            mixes[path[:-1]] = mixes.get(path[:-1], 0) + value
    if any(abs(whole - 1) > Fraction(1, 10**10) for whole in mixes.values()):
        return False
    escalation = sum(value for path, value in inputs.items() if path[:2] == ("outcomes", "escalation"))
    return escalation + inputs["outcomes", "wrongResult"] <= 1


def variation(text, chance):
    """Settings and stresses that fit the scenario."""
    while True:
        file = ScenarioFile(text)
        settings = []
        shares = {path for path in file.inputs if "share" in str(INPUTS[pattern_of(path)][1])}
        paths = sorted(file.inputs)
        for path in chance.sample(paths, chance.randint(3, min(40, len(paths)))):
            domain = INPUTS[pattern_of(path)][1]
            times = "%.*f" % (chance.randint(1, 6), chance.choice((0.3, 0.7, 0.9, 1.1, 1.5, 3)) * chance.uniform(0.8, 1.25))
            if path in shares and file.inputs[path] * Fraction(times) > 1 or not isinstance(domain, str):
                continue
            if domain == "≥ 1" and file.inputs[path] * Fraction(times) < 1:
                continue
            settings.append((".".join(path), "× " + times))
        for pattern, values in chance.sample(SPECIAL, 5):
            words = [".".join(path) for path in file.words if fits(pattern, path)]
            fitting = [".".join(path) for path in file.inputs if fits(pattern, path)]
            everywhere = [pattern] if "successKicker" not in pattern else []  # which not every plan has
            if fitting or words or pattern.endswith(".scaling"):
                path = chance.choice(everywhere + fitting) if fitting else pattern
                value = chance.choice(values)
                # No input twice: a factor scales what the file states, whatever the order.
                settings = [item for item in settings if not fits(path, tuple(item[0].split(".")))
                            and not fits(item[0], tuple(path.split(".")))]
                settings.append((path, "$" + value if "platformFee" in path else value))
        stresses = {"stress%d" % i: changes for i, changes in enumerate(chance.sample(STRESSES, 4))
                    if all(any(fits(path, name) for name in file.inputs) for path in changes)}
        try:
            if is_possible(settled(file, settings)):
                return settings, stresses
        except AssertionError:
            continue


def with_stresses(text, stresses):
    """The same text with other stresses, and no check that speaks of the old ones."""
    start = text.index("  stresses: {")
    body = json.dumps(stresses, ensure_ascii=False)
    text = text[:start] + "  stresses: " + body + ",\n}\n"
    while "stresses: [" in text:
        start = text.index("stresses: [")
        text = text[:start] + text[text.index("]", start) + 1:].lstrip(",")
    return text


def main():
    files = sorted(glob.glob(os.path.join(PACKAGE, "Scenarios", "*.json5")))
    files.append(os.path.join(PACKAGE, "Tests", "CommandTests", "Fixtures", "worked-example.json5"))
    files.append(os.path.join(PACKAGE, "Tests", "CommandTests", "Fixtures", "review-queue.json5"))
    files.append(os.path.join(HERE, "impatient-queue.json5"))
    files.append(os.path.join(HERE, "every-feature.json5"))
    texts = []
    for path in files:
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        texts.append(text)
        file = ScenarioFile(text)
        judge(os.path.basename(path), [], file, file.tree.get("stresses", {}), path)
    edge = os.path.join(HERE, "on-the-edge.json5")  # which no variation would leave there
    with open(edge, encoding="utf-8") as stream:
        file = ScenarioFile(stream.read())
    judge(os.path.basename(edge), [], file, file.tree["stresses"], edge)
    exact_figures.judge()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(VARIATIONS):
            chance = random.Random(seed)
            text = texts[seed % len(texts)]
            settings, stresses = variation(text, chance)
            text = with_stresses(text, stresses)
            path = os.path.join(folder, "variation-%d.json5" % seed)
            with open(path, "w", encoding="utf-8") as stream:
                stream.write(text)
            arguments = [part for name, value in settings for part in ("--set", "%s=%s" % (name, value))]
            judge("variation %d" % seed, arguments, settled(ScenarioFile(text), settings), stresses, path)
    closing()


if __name__ == "__main__":
    main()
