"""Scenarios of random structure: any parts of the format in any number, from nothing to far too much, the same for a seed.

    random_scenario.py SEED   # prints one
"""

import json
import random
import sys

REASONS = ("policyBlocked", "ambiguity", "toolOutage", "modelError", "dataMissing")
KINDS = ("input", "output", "cacheRead", "cacheWrite", "cacheWrite1h", "reasoning")


class Dice(random.Random):
    def chance(self, share=0.5):
        return self.random() < share

    def size(self, low, high):
        """A number between two, as likely of one magnitude as of another, in few digits."""
        return float("%.3g" % (low * (high / low) ** self.random()))

    def share(self, most=1.0):
        return "%g%%" % self.choice([0, 0.1, 100 * most] if self.chance(0.1) else [round(100 * most * self.random(), 2)])

    def money(self, low, high, unit=""):
        amount = 0 if self.chance(0.04) else self.size(low, high)
        return "$%.10g%s" % (amount, unit and " / " + unit)


def uncertain(dice, value):
    """A quantity with a word on how sure it is, now and then."""
    if dice.chance(0.85):
        return value
    return {"value": value, "source": "a guess", "note": "random"}


def rates(dice, kinds):
    first = dice.size(0.05, 20)
    return {kind: "$%.10g / Mtok" % (first * dice.size(0.1, 8)) for kind in kinds}


def price(dice):
    stated = rates(dice, ["input", "output"] + [kind for kind in KINDS[2:] if dice.chance()])
    stated["batchDiscount"] = dice.share()
    if dice.chance(0.4):
        above, tiers = 0, []
        for _ in range(dice.randint(1, 3)):
            above += dice.randint(1, 9) * 4000
            tiers.append({"above": "%d tokens" % above, **rates(dice, dice.sample(KINDS, dice.randint(1, 4)))})
        stated["tiers"] = tiers
    return stated


def call(dice, models):
    output = dice.randint(0, 4000)
    read = dice.random() if dice.chance(0.6) else 0
    stated = {"model": dice.choice(models), "perAttempt": dice.choice([0, 0.5, 1, 3, 7.25, 40]), "input": "%d tokens" % dice.randint(0, 30_000),
              "output": "%d tokens" % output}
    for key, value in dict(share=dice.share(), growth="%d tokens" % dice.randint(0, 4000), reasoning="%d tokens" % dice.randint(0, output),
                           cacheRead="%.4f%%" % (100 * read), cacheWrite="%.4f%%" % (99.9 * (1 - read) * dice.random()),
                           cacheLifetime=dice.choice(["5 min", "1 h"]), batch=dice.share(), billedRetries=dice.share(0.3),
                           timeToFirstToken="%g s" % dice.size(0.05, 9), speed="%g tokens / s" % dice.size(5, 500)).items():
        if dice.chance():
            stated[key] = value if key == "cacheLifetime" else uncertain(dice, value)
    return stated


def tool(dice):
    median = dice.size(0.02, 60)
    stated = {"callsPerAttempt": dice.choice([0, 0.15, 1, 2, 3.7, 12]),
              "latency": {"p50": "%.10g s" % median, "p95": "%.10g s" % (median * dice.size(1.01, 9))}}
    if dice.chance(0.8):
        stated["price"] = dice.money(1e-5, 0.5, "call")
    if "price" not in stated or dice.chance(0.3):
        stated["priceByTime"] = dice.money(1e-3, 5, "h")
    for key, value in dict(timeout="%.10g s" % (median * dice.size(0.5, 30)), errorRate=dice.share(0.4), maxRetries=dice.randint(0, 8),
                           backoff="%g s" % dice.size(0.01, 20), rateLimit="%g / min" % dice.size(1, 1e5),
                           availability="%g%%" % dice.choice([0, 50, 95, 99, 99.9, 100])).items():
        if dice.chance():
            stated[key] = uncertain(dice, value)
    return stated


def bounds(dice, count, unit=""):
    edge, found = 0, []
    for _ in range(count):
        edge += dice.randint(1, 60) * dice.choice([1, 25, 400])
        found.append("$%d / month" % edge if unit else edge)
    return found


def charge(dice):
    model = dice.choice(["standard", "graduated", "volume", "package", "percentage", "graduatedPercentage", "passThrough"])
    stated = {} if model == "passThrough" else {
        "metric": dice.choice(["submitted", "completed", "autonomousSuccess", "escalation", "attempt", "toolCall", "seat", "activeCustomer"])}
    held = stated.get("metric") in ("seat", "activeCustomer")
    if model != "standard" or dice.chance(0.3):
        stated["model"] = model
    price = lambda: dice.money(0.001, 9, " month" if held else "")
    if model in ("standard", "package"):
        stated["price"] = price()
    if model == "package":
        stated["size"] = dice.randint(1, 200)
        if dice.chance():
            stated["round"] = dice.choice(["up", "down"])
    if model in ("graduated", "volume"):
        stated["tiers"] = [{"upTo": edge, "price": price()} for edge in bounds(dice, dice.randint(0, 3))] + [{"price": price()}]
        if dice.chance(0.2) and len(stated["tiers"]) > 1:
            stated["tiers"].pop()
            stated["beyondTiers"] = "lastTier"
        for tier in stated["tiers"]:
            if dice.chance(0.3):
                tier["flat"] = dice.money(0.5, 90, "month")
        if dice.chance(0.3):
            stated["atZero"] = dice.choice(["charged", "free"])
    if model == "percentage":
        stated.update(rate=dice.share(0.2), value=dice.money(0.1, 90, "task"))
        for key, value in dict(perEvent=dice.money(0.01, 1), freeEvents=dice.randint(0, 900), freeAmount=dice.money(1, 900, "month"),
                               minimumPerEvent="$0.02", maximumPerEvent="$%g" % dice.size(0.03, 9)).items():
            if dice.chance(0.4):
                stated[key] = value
        stated["metric"] = dice.choice(["submitted", "completed", "autonomousSuccess"])
    if model == "graduatedPercentage":
        stated.update(value=dice.money(0.1, 90, "task"), metric=dice.choice(["submitted", "completed", "autonomousSuccess"]))
        stated["tiers"] = [{"upTo": edge, "rate": dice.share(0.2)} for edge in bounds(dice, dice.randint(0, 3), "$")] + [{"rate": dice.share(0.2)}]
    if model == "passThrough":
        stated.update(cost=dice.choice(["inference", "tools", "humanReview"]), markup=dice.share(0.6))
    elif not held and model not in ("percentage", "graduatedPercentage"):
        if dice.chance(0.4):
            stated["included"] = dice.randint(0, 2000)
        if dice.chance(0.2):
            stated["exclusions"] = {"tests": dice.share(0.4), "own": dice.share(0.4)}
        if dice.chance(0.2) and model == "standard":
            stated["convert"] = {dice.choice(["divideBy", "multiplyBy"]): dice.choice([3, 20, 1000]), "round": dice.choice(["none", "up", "down"])}
    if dice.chance(0.2):
        stated["discount"] = dice.share(0.9)
    if dice.chance(0.2):
        stated["minimum"] = dice.money(0.5, 500, "month")
    if dice.chance(0.2):
        stated["maximum"] = dice.money(500, 50_000, "month")
    if dice.chance(0.15):
        stated["credits"] = {"amount": dice.money(5, 500, "month"), "price": dice.money(5, 500, "month")}
    return stated


def plan(dice):
    stated = {"platformFee": dice.money(1, 20_000, "month"), "charges": {"charge%d" % i: charge(dice) for i in range(dice.randint(0, 4))}}
    for key, value in dict(successKicker={"amount": dice.money(0.01, 1), "aboveTSR": dice.share()}, clawback=dice.share(0.2),
                           discount=dice.share(0.5), ramp={"discount": dice.share(), "months": "3 months", "of": "12 months"},
                           prepayment={"discount": dice.share(0.5), "share": dice.share()}, minimum=dice.money(5, 9000, "month"),
                           minimumCounts=dice.choice(["usage", "everything"]), paymentFee=dice.share(0.05),
                           slaCredit={"belowTSR": dice.share(), "credit": dice.share()}).items():
        if dice.chance(0.3):
            stated[key] = value
    return stated


def people(dice):
    minutes = lambda: "%.10g min" % dice.size(0.1, 90)
    stated = {"rate": dice.money(5, 200, "h"), "occupancy": "%g%%" % dice.choice([20, 75, 85, 100]), "hoursPerFTE": "140 h / month",
              "handleTime": {reason: minutes() for reason in REASONS}}
    stated["rework"] = {"time": minutes()}
    for key in ("sampling", "approvals"):
        if dice.chance():
            stated[key] = {"share": dice.share(), "time": minutes()}
    kind = dice.choice(["variable", "wholeFTE", "erlangC", "erlangA", None])
    if kind in ("variable", "wholeFTE"):
        stated["staffing"] = kind
    if kind in ("erlangC", "erlangA"):
        stated["staffing"] = {"model": kind, "serviceLevel": "%g%%" % dice.choice([10, 80, 95]), "within": "%g s" % dice.size(5, 3000)}
        if dice.chance():
            stated["staffing"].update(shrinkage=dice.share(0.6), openHours="%d h / month" % dice.randint(100, 730))
        if kind == "erlangA":
            stated["staffing"]["patience"] = "%g s" % dice.size(20, 3000)
    return stated


def infrastructure(dice):
    parts = {
        "workers": {"price": dice.money(0.05, 5, "h"), "slots": dice.randint(1, 20), "targetUtilization": "%d%%" % dice.randint(10, 100),
                    "minimum": dice.randint(0, 5), "scaling": dice.choice(["elastic", "whole"])},
        "monthly": {"item%d" % i: dice.money(1, 9000, "month") for i in range(dice.randint(0, 3))},
        "perTask": {"stamp": dice.money(1e-5, 1, "task")}, "perCustomer": {"tenant": dice.money(0.1, 100, "month")},
        "traces": {"size": "%g kB" % dice.size(1, 9e4), "retention": "%d months" % dice.randint(0, 24), "ingest": dice.money(0.01, 2, "GB"),
                   "storage": dice.money(0.01, 1, "GB / month")},
        "evaluation": {"cases": dice.randint(0, 5000), "runs": "%d / month" % dice.randint(0, 60)}, "shadow": {"share": dice.share()},
        "canary": {"share": dice.share(), "duration": "48 h", "releases": "4 / month", "costMultiplier": dice.choice([1, 1.2, 3])},
        "oneOff": {"audit": {"amount": dice.money(10, 90_000), "over": "%d months" % dice.randint(1, 48)}},
    }
    return {name: part for name, part in parts.items() if dice.chance(0.6)}


STRESSES = {
    "outcomes.escalation.*": ("× 0.5", "× 3", "× 40"), "tools.*.latency.*": ("× 0.5", "× 4", "× 90"),
    "tools.*.availability": ("− 5%", "× 0.5"), "volume.segments.*.customers": ("× 0", "× 12"), "volume.peakFactor": ("× 6",),
    "inference.calls.*.perAttempt": ("× 2.5",), "inference.prices.*.*": ("× 1.7", "× 0"), "outcomes.maxAttempts": ("+ 2", "= 1"),
    "tools.*.maxRetries": ("= 0", "+ 3"), "humanReview.rate": ("× 2",), "plans.*.platformFee": ("× 0", "× 2"),
}


def scenario(seed):
    """One scenario as a tree of plain JSON."""
    dice = Dice(seed)
    prices = {"model%d" % i: price(dice) for i in range(dice.randint(1, 3))}
    plans = {"plan%d" % i: plan(dice) for i in range(dice.randint(1, 4))}
    segments = {"segment%d" % i: {
        "customers": dice.choice([0, 1, 2.5, 40, 3000]), "tasksPerCustomer": "%.10g / month" % dice.choice([0, 1, 17.5, 1200, dice.size(1, 1e6)]),
        "seats": dice.choice([0, 1, 12.5, 400]), "active": dice.share()} for i in range(dice.randint(1, 4))}
    left, escalation = 1.0, {}
    for reason in REASONS:
        if reason != "toolOutage" and dice.chance(0.7):
            rate = round(left * dice.random() * 0.3, 4)
            left -= rate
            escalation[reason] = "%.10g%%" % round(rate * 100, 6)
    tree = {
        "unitecon": 1, "name": "random %d" % seed, "currency": "USD", "workUnit": {"name": "task done"},
        "volume": {"segments": segments, "peakFactor": dice.choice([1, 2.5, 9])},
        "outcomes": {"maxAttempts": dice.randint(1, 6), "escalation": escalation, "wrongResult": "%g%%" % round(100 * left * 0.3 * dice.random(), 3),
                     "wrongDetected": dice.share(), "humanCompletes": dice.share()},
        "inference": {"prices": prices, "calls": {"call%d" % i: call(dice, list(prices)) for i in range(dice.randint(0, 4))}},
        "tools": {"tool%d" % i: tool(dice) for i in range(dice.randint(0, 5))},
        "infrastructure": infrastructure(dice), "humanReview": people(dice), "plans": plans,
    }
    if dice.chance():
        tree["workUnit"]["humanBaseline"] = {"time": "9 min", "rate": "$40 / h", "occupancy": "80%"}
    if dice.chance(0.7):
        tree["failures"] = {"perUndetected": dice.money(0.1, 500, "task")}
    names = list(plans)
    tree["plan"] = names[0] if len(names) == 1 or dice.chance(0.6) else {names[0]: "62.5%", names[1]: "37.5%"}
    tree["checks"] = {"margin": {"output": "grossMargin", "min": dice.share()}, "cost": {"output": "costPerCompletedTask", "max": dice.money(0.01, 90, "task")},
                      "busy": {"output": "concurrency", "max": dice.randint(1, 900)}}
    if not tree["tools"]:
        for stated in [stated for plan in plans.values() for stated in plan["charges"].values()]:
            if stated.get("metric") == "toolCall":
                stated["metric"] = "attempt"
    tree["stresses"] = {}
    for pattern in dice.sample(sorted(STRESSES), 3):
        if not (pattern.startswith("tools") and not tree["tools"] or "calls" in pattern and not tree["inference"]["calls"]
                or "escalation" in pattern and not escalation or ".availability" in pattern and not tree["tools"]):
            tree["stresses"]["stress%d" % len(tree["stresses"])] = {pattern: dice.choice(STRESSES[pattern])}
    for check in tree["checks"].values():
        check["stresses"] = list(tree["stresses"])
    # What is not sure: for the readings that draw it.
    tree["humanReview"]["rate"] = {"value": "$40 / h", "low": "$30 / h", "high": "$60 / h"}
    tree["outcomes"]["humanCompletes"] = {"value": "90%", "distribution": {"beta": {"successes": dice.randint(1, 99), "trials": 100}}}
    return tree


if __name__ == "__main__":
    print(json.dumps(scenario(int(sys.argv[1])), indent=2, ensure_ascii=False))
