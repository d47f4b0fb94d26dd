"""A bridge is worked out a second time: every mixture is a run of its own, and a share the mean over all orders."""

import itertools
import json
import os
from fractions import Fraction

from judging import check, closing, run

EXAMPLE = os.path.join("Tests", "CommandTests", "Fixtures", "worked-example.json5")

# What makes the second case from the first, setting by setting; some change values, some what the model is made of.
QUESTIONS = [
    (EXAMPLE, ["humanReview.rate=$45 / h", "outcomes.escalation.*=× 2", "tools.*.latency.*=× 3", "tools.crm.maxRetries=4"]),
    (EXAMPLE, ["plan=payAsYouGo", "inference.calls.triage.model=frontier", "humanReview.staffing=wholeFTE",
               "volume.segments.*.customers=× 0.5", 'infrastructure.monthly={platform: "$4000 / month", onCall: "$900 / month"}']),
    (os.path.join("Scenarios", "support-ticket.json5"),
     ["inference.calls.resolve.perAttempt=10", "inference.prices.main.output=$8 / Mtok", "infrastructure.workers.scaling=elastic",
      "plans.growth.minimum=$4000 / month"]),
    (os.path.join("Scenarios", "invoice-coding.json5"), ["exchangeRates.USD=1.2 EUR", "tools.*.price=× 2"]),
]
FIGURES = ["costPerCompletedTask", "grossMargin", "tsr", "totalCost"]


def figures(file, settings):
    words = [word for setting in settings for word in ("--set", setting)]
    outputs = json.loads(run("run", file, *words, "--format", "json").out)["scenarios"][0]["base"]["outputs"]
    return {name: Fraction(outputs[name]["value"]) for name in FIGURES}


def shares(worth, players):
    """The mean of what each player adds, over all orders, in exact fractions."""
    sums = {player: Fraction(0) for player in players}
    orders = list(itertools.permutations(players))
    for order in orders:
        joined = frozenset()
        for player in order:
            sums[player] += worth[joined | {player}] - worth[joined]
            joined |= {player}
    return {player: total / len(orders) for player, total in sums.items()}


for file, settings in QUESTIONS:
    mixtures = {frozenset(part): figures(file, part)
                for size in range(len(settings) + 1) for part in itertools.combinations(settings, size)}
    for figure in FIGURES:
        expected = shares({part: values[figure] for part, values in mixtures.items()}, settings)
        words = [word for setting in settings for word in ("--set", setting)]
        answer = json.loads(run("compare", file, *words, "--of", figure, "--format", "json").out)
        name = "%s of %s" % (figure, os.path.basename(file))
        drivers = {driver["name"]: driver for driver in answer["drivers"]}
        size = abs(float(mixtures[frozenset()][figure]))
        check("the drivers of %s are the settings" % name, set(drivers) == set(settings), set(drivers) ^ set(settings))
        for setting in settings:
            stated = drivers.get(setting, {"share": 0.0, "alone": 0.0, "last": 0.0})
            alone = mixtures[frozenset([setting])][figure] - mixtures[frozenset()][figure]
            last = mixtures[frozenset(settings)][figure] - mixtures[frozenset(settings) - {setting}][figure]
            for fact, value in (("share", expected[setting]), ("alone", alone), ("last", last)):
                check("the %s of %s in %s" % (fact, setting, name), abs(stated[fact] - float(value)) <= 1e-12 * size,
                      "%r and not %r" % (stated[fact], float(value)))
        total = sum(Fraction(driver["share"]) for driver in answer["drivers"])
        check("shares of %s add up" % name, abs(float(total) - answer["figure"]["difference"]) <= 1e-12 * size)

closing()
