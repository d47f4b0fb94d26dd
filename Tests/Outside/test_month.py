"""Months as they happen, judged by their samples: each invoice by hand, and how often what happens."""

import csv
import io
import json
import math
import os
import tempfile
from fractions import Fraction

from judging import check, closing, run

EXAMPLE = os.path.join("Tests", "CommandTests", "Fixtures", "worked-example.json5")
DRAWS, TASKS = 40000, {"midMarket": 90, "enterprise": 2500}
SETTINGS = [word for name, tasks in TASKS.items()
            for word in ("--set", "volume.segments.%s.tasksPerCustomer=%d / month" % (name, tasks))]


def growth(row):
    """The plan as the file states it: an allowance, two tiers, a kicker, a minimum."""
    tasks, successes = Fraction(row["tasks"]), Fraction(row["successes"])
    paid = max(successes - 500, 0)
    due = 1500 + min(paid, 5000) * Fraction("0.9") + max(paid - 5000, 0) * Fraction("0.7")
    if tasks and successes / tasks >= Fraction("0.92"):
        due += successes * Fraction("0.05")
    return max(due, 2000)


def pay_as_you_go(row):
    return Fraction(row["successes"]) * Fraction("0.99")


def poisson(count, mean):
    return math.exp(count * math.log(mean) - mean - math.lgamma(count + 1))


def binomial(count, trials, share):
    if not 0 <= count <= trials:
        return 0.0
    return math.exp(math.lgamma(trials + 1) - math.lgamma(count + 1) - math.lgamma(trials - count + 1)
                    + count * math.log(share) + (trials - count) * math.log1p(-share))


def moments(numbers):
    mean = math.fsum(numbers) / len(numbers)
    return mean, math.fsum((number - mean) ** 2 for number in numbers) / (len(numbers) - 1)


def likely(name, found, known, error):
    """Within what chance leaves open but once in ten thousand times and more."""
    check(name, abs(found - known) <= 4.2 * error, "%r and not %r ± %r" % (found, known, error))


nodes = {path: node["value"] for path, node in
         json.loads(run("run", EXAMPLE, *SETTINGS, "--format", "json").out)["scenarios"][0]["base"]["nodes"].items()}
with tempfile.TemporaryDirectory() as folder:
    file = os.path.join(folder, "months.csv")
    ran = run("simulate", EXAMPLE, *SETTINGS, "--month", "--draws", str(DRAWS), "--seed", "11", "--samples", file,
              "--format", "csv")
    check("is answered", ran.status in (0, 1), ran.err)
    with open(file, encoding="utf-8", newline="") as stream:
        rows = [{name.split(" (")[0]: cell for name, cell in row.items()} for row in csv.DictReader(stream)]
facts = {(row["section"], row["segment"], row["item"], row["fact"]): row["value"]
         for row in csv.DictReader(io.StringIO(ran.out.decode("utf-8"), newline=""))}
check("a row a month", len(rows) == DRAWS * len(TASKS), len(rows))

# A case of people's time: its share of tasks, its mean minutes, both as the file states them.
minutes = {"policyBlocked": 6, "ambiguity": 9, "dataMissing": 8, "modelError": 12, "toolOutage": 10}
cases = [(nodes["escalationByReason." + reason], time / 60) for reason, time in minutes.items()]
cases.append((nodes["failedRate"] * 0.6, 14 / 60))
hours = sum(value for path, value in nodes.items() if path.startswith("humanHours."))
hourly = nodes["humanReviewCost"] / hours
machine = nodes["variableCostPerTask"] - (nodes["humanReviewCost"] + nodes["failuresCost"]) / nodes["tasksSubmitted"]

for segment, mean in TASKS.items():
    own = [row for row in rows if row["segment"] == segment]
    for plan, bill in (("growth", growth), ("payAsYouGo", pay_as_you_go)):
        wrong = [row for row in own if abs(float(bill(row)) - float(row["plans.%s.revenue" % plan])) > 1e-9]
        check("%s: invoices on %s" % (segment, plan), not wrong, wrong[:1])
        average = moments([float(row["plans.%s.revenue" % plan]) for row in own])[0]
        stated = float(facts["customer", segment, "plans.%s.revenue" % plan, "mean"])
        check("%s: the mean on %s is that of the samples" % (segment, plan), math.isclose(average, stated, rel_tol=1e-12))
    off = [row for row in own if not math.isclose(
        float(row["cost"]), float(row["tasks"]) * machine + float(row["humanHours"]) * hourly
        + float(row["undetectedWrongResults"]) * 12 + 35, rel_tol=1e-9)]
    check("%s: cost" % segment, not off, off[:1])

    tasks = [int(row["tasks"]) for row in own]
    reach = range(max(0, int(mean - 8 * mean ** 0.5)), int(mean + 8 * mean ** 0.5))
    # Cells of counts that at least five months are expected in; chi-squared, by Wilson and Hilferty's normal.
    cells, cell = [], [0.0, 0]
    for count in reach:
        cell = [cell[0] + DRAWS * poisson(count, mean), cell[1] + tasks.count(count)]
        if cell[0] >= 5:
            cells.append(cell)
            cell = [0.0, 0]
    free = len(cells) - 1
    distance = sum((found - known) ** 2 / known for known, found in cells)
    z = ((distance / free) ** (1 / 3) - (1 - 2 / (9 * free))) / (2 / (9 * free)) ** 0.5
    check("%s: tasks are Poisson" % segment, abs(z) < 4, (distance, free))

    tsr = nodes["tsr"]
    spread = math.fsum((int(row["successes"]) - n * tsr) ** 2 / (n * tsr * (1 - tsr))
                       for row, n in zip(own, tasks) if n)
    likely("%s: successes are binomial of tasks" % segment, spread / len(own), 1, (2.2 / len(own)) ** 0.5)
    needed = {n: next((k for k in range(int(0.92 * n), n + 1) if n and Fraction(k, n) >= Fraction("0.92")), n + 1)
              for n in reach}
    earned = math.fsum(poisson(n, mean) * math.fsum(binomial(k, n, tsr) for k in range(needed[n], n + 1)) for n in reach)
    likely("%s: the kicker is earned" % segment, float(facts["chance", segment, "growth", "kickerEarned"]), earned,
           (earned * (1 - earned) / DRAWS) ** 0.5)

    # A Poisson number of exponential times t has mean λt and variance λ·2t².
    handled = [float(row["humanHours"]) - int(row["tasks"]) * 0.03 / 60
               - (int(row["successes"]) + int(row["detectedWrongResults"]) + int(row["undetectedWrongResults"])) * 0.05 * 2 / 60
               for row in own]
    average, variance = moments(handled)
    known = sum(mean * share * 2 * time ** 2 for share, time in cases)
    fourth = moments([(value - average) ** 2 for value in handled])[1]
    likely("%s: hours" % segment, average, sum(mean * share * time for share, time in cases), (known / DRAWS) ** 0.5)
    likely("%s: the spread of hours" % segment, variance, known, (fourth / DRAWS) ** 0.5)

closing()
