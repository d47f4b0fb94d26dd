"""Reads a scenario file for the judges: JSON5, quantities, inputs by path, changes to them.

Written from the README's "The file" and the files' own comments, in the plainest way, so that it shares nothing with
the program. It refuses what it does not know: a new input of the format is judged only once it is added here.
"""

import re
from fractions import Fraction

# ---------------------------------------------------------------------------------------------------------------------
# JSON5

TOKEN = re.compile(
    r"""(?:[\s\ufeff]|//[^\n]*|/\*.*?\*/)*(?:
    (?P<mark>[{}\[\]:,]) | "(?P<double>(?:[^"\\]|\\.)*)" | '(?P<single>(?:[^'\\]|\\.)*)'
    | (?P<number>[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?) | (?P<word>[\w$]+) )""", re.X | re.S)


def json5(text):
    """The value that a JSON5 text states; numbers stay exact."""
    tokens = []
    position, end = 0, len(text.rstrip())
    while position < end:
        match = TOKEN.match(text, position)
        if not match:
            rest = re.sub(r"//[^\n]*|/\*.*?\*/|\s", "", text[position:], flags=re.S)
            assert not rest, "not JSON5: %r" % text[position:position + 40]
            break
        kind = match.lastgroup
        tokens.append((kind, match.group(kind)))
        position = match.end()
    tokens.reverse()

    def value():
        kind, text = tokens.pop()
        if kind == "mark" and text == "{":
            members = {}
            while tokens[-1] != ("mark", "}"):
                kind, key = tokens.pop()
                key = string(key) if kind in ("double", "single") else key
                assert tokens.pop() == ("mark", ":") and key not in members, key
                members[key] = value()
                if tokens[-1] == ("mark", ","):
                    tokens.pop()
            tokens.pop()
            return members
        if kind == "mark" and text == "[":
            items = []
            while tokens[-1] != ("mark", "]"):
                items.append(value())
                if tokens[-1] == ("mark", ","):
                    tokens.pop()
            tokens.pop()
            return items
        if kind in ("double", "single"):
            return string(text)
        if kind == "number":
            return Fraction(text)
        return {"true": True, "false": False, "null": None}[text]

    def string(raw):
        assert "\\" not in raw, "the judges' own files have no escapes"
        return raw

    result = value()
    assert not tokens
    return result


# ---------------------------------------------------------------------------------------------------------------------
# Quantities: everything is kept in seconds, bytes and single tokens; a month is 730 hours.

HOUR = Fraction(3600)
MONTH = 730 * HOUR
UNITS = {
    "ms": Fraction(1, 1000), "s": Fraction(1), "min": Fraction(60), "h": HOUR, "day": 24 * HOUR, "week": 168 * HOUR,
    "month": MONTH, "quarter": 3 * MONTH, "year": 12 * MONTH,
    "token": Fraction(1), "Mtok": Fraction(10**6), "kB": Fraction(10**3), "MB": Fraction(10**6), "GB": Fraction(10**9),
    "TB": Fraction(10**12), "byte": Fraction(1),
}
UNITS.update((word, Fraction(1)) for word in (
    "task attempt call customer seat credit worker FTE run release share foreignmoney EUR USD").split())
CURRENCIES = {"$": "USD", "€": "EUR"}


def factor(unit):
    """How many of our own units one of a unit's is: "USD / worker / h" → 1/3600."""
    result = Fraction(1)
    for index, part in enumerate(unit.replace("foreign money", "foreignmoney").split("/")):
        for word in part.split():
            if word == "1":
                continue
            known = UNITS.get(word) or UNITS.get(word.rstrip("s"))
            assert known, "unknown unit %r" % word
            result = result * known if index == 0 else result / known
    return result


QUANTITY = re.compile(r"^\s*([$€]?)\s*([-+]?[\d.]+(?:[eE][-+]?\d+)?)\s*(%|[kM](?![A-Za-z])|)\s*(.*?)\s*$")


def quantity(stated, is_monthly=False):
    """Value in our own units, and the currency where one is written."""
    if not isinstance(stated, str):
        return stated / MONTH if is_monthly else stated, None
    match = QUANTITY.match(stated)
    assert match, "not a quantity: %r" % stated
    symbol, number, scale, unit = match.groups()
    value = Fraction(number) * {"": 1, "%": Fraction(1, 100), "k": 1000, "M": 10**6}[scale]
    words = re.findall(r"[A-Za-z]+", unit)
    currency = CURRENCIES.get(symbol) or next((word for word in words if word in ("USD", "EUR")), None)
    value *= factor(("1 " if unit.startswith("/") else "") + unit) if unit else 1
    if is_monthly and not set(words) & {"month", "year", "quarter", "day", "week", "h"}:
        value /= MONTH
    return value, currency


# ---------------------------------------------------------------------------------------------------------------------
# Inputs: pattern → (default, what it may be). No default: must be stated. "absent": may be missing.

SHARE, POSITIVE_SHARE, ANY, POSITIVE, AT_LEAST_ONE = "share", "positive share", "not negative", "positive", "≥ 1"
INCOMPLETE, INNER = "share below 1", "positive share below 1"
SUMMED = "share that stresses may carry past 1"
REASONS = ("policyBlocked", "ambiguity", "toolOutage", "modelError", "dataMissing")
RATES = ("input", "cacheRead", "cacheWrite", "cacheWrite1h", "output", "reasoning")

INPUTS = {
    "exchangeRates.*": (None, POSITIVE),
    "workUnit.humanBaseline.time": (None, ANY),
    "workUnit.humanBaseline.rate": (None, ANY),
    "workUnit.humanBaseline.occupancy": (1, POSITIVE_SHARE),
    "volume.segments.*.customers": (None, ANY),
    "volume.segments.*.tasksPerCustomer": (None, ANY),
    "volume.peakFactor": (1, AT_LEAST_ONE),
    "outcomes.maxAttempts": (1, (1, 20)),
    "outcomes.wrongResult": (None, SHARE),
    "outcomes.wrongDetected": (0, SHARE),
    "outcomes.humanCompletes": (1, SHARE),
    "inference.prices.*.batchDiscount": ("absent", SHARE),
    "inference.prices.*.tiers.*.above": (None, ANY),
    "inference.calls.*.perAttempt": (None, ANY),
    "inference.calls.*.share": (1, SHARE),
    "inference.calls.*.input": (None, ANY),
    "inference.calls.*.growth": (0, ANY),
    "inference.calls.*.output": (None, ANY),
    "inference.calls.*.reasoning": ("absent", ANY),
    "inference.calls.*.cacheRead": (0, SHARE),
    "inference.calls.*.cacheWrite": (0, SHARE),
    "inference.calls.*.batch": (0, SHARE),
    "inference.calls.*.billedRetries": (0, SHARE),
    "inference.calls.*.timeToFirstToken": (0, ANY),
    "inference.calls.*.speed": ("absent", POSITIVE),
    "tools.*.callsPerAttempt": (None, ANY),
    "tools.*.price": ("absent", ANY),
    "tools.*.priceByTime": ("absent", ANY),
    "tools.*.latency.p50": (None, POSITIVE),
    "tools.*.latency.p95": (None, POSITIVE),
    "tools.*.timeout": ("absent", POSITIVE),
    "tools.*.errorRate": (0, SHARE),
    "tools.*.maxRetries": (0, (0, 20)),
    "tools.*.backoff": (0, ANY),
    "tools.*.rateLimit": ("absent", POSITIVE),
    "tools.*.availability": (1, SHARE),
    "infrastructure.workers.price": (None, ANY),
    "infrastructure.workers.slots": (None, POSITIVE),
    "infrastructure.workers.targetUtilization": (1, POSITIVE_SHARE),
    "infrastructure.workers.minimum": (0, ANY),
    "infrastructure.monthly.*": (None, ANY),
    "infrastructure.perTask.*": (None, ANY),
    "infrastructure.perCustomer.*": (None, ANY),
    "infrastructure.traces.size": (None, ANY),
    "infrastructure.traces.retention": (None, ANY),
    "infrastructure.traces.ingest": (None, ANY),
    "infrastructure.traces.storage": (None, ANY),
    "infrastructure.evaluation.cases": (None, ANY),
    "infrastructure.evaluation.runs": (None, ANY),
    "infrastructure.shadow.share": (None, SHARE),
    "infrastructure.canary.share": (None, SHARE),
    "infrastructure.canary.duration": (None, ANY),
    "infrastructure.canary.releases": (None, ANY),
    "infrastructure.canary.costMultiplier": (None, AT_LEAST_ONE),
    "infrastructure.oneOff.*.amount": (None, ANY),
    "infrastructure.oneOff.*.over": (None, POSITIVE),
    "humanReview.rate": (None, ANY),
    "humanReview.occupancy": (1, POSITIVE_SHARE),
    "humanReview.hoursPerFTE": ("absent", POSITIVE),
    "humanReview.staffing.serviceLevel": (None, INNER),
    "humanReview.staffing.within": (None, ANY),
    "humanReview.staffing.shrinkage": (0, INCOMPLETE),
    "humanReview.staffing.openHours": (1, POSITIVE_SHARE),  # of the month's 730
    "humanReview.staffing.patience": ("absent", POSITIVE),
    "humanReview.sampling.share": (None, SHARE),
    "humanReview.sampling.time": (None, ANY),
    "humanReview.approvals.share": (None, SHARE),
    "humanReview.approvals.time": (None, ANY),
    "humanReview.rework.time": (None, ANY),
    "failures.perUndetected": ("absent", ANY),
    "plans.*.platformFee": (None, ANY),
    "plans.*.minimum": ("absent", ANY),
    "plans.*.paymentFee": ("absent", SHARE),
    "plans.*.clawback": ("absent", SHARE),
    "plans.*.discount": ("absent", SHARE),
    "plans.*.ramp.discount": (None, SHARE),
    "plans.*.ramp.months": (None, ANY),
    "plans.*.ramp.of": (None, POSITIVE),
    "plans.*.prepayment.discount": (None, SHARE),
    "plans.*.prepayment.share": (1, SHARE),
    "plans.*.slaCredit.belowTSR": (None, SHARE),
    "plans.*.slaCredit.credit": (None, SHARE),
    "plans.*.charges.*.exclusions.*": (None, SHARE),
    "plans.*.charges.*.convert.divideBy": ("absent", POSITIVE),
    "plans.*.charges.*.convert.multiplyBy": ("absent", POSITIVE),
    "plans.*.charges.*.included": ("absent", ANY),
    "plans.*.charges.*.discount": ("absent", SHARE),
    "plans.*.charges.*.maximum": ("absent", ANY),
    "plans.*.charges.*.minimum": ("absent", ANY),
    "plans.*.charges.*.roundTo": ("absent", POSITIVE),
    "plans.*.charges.*.credits.amount": (None, ANY),
    "plans.*.charges.*.credits.price": ("absent", ANY),
    "plans.*.charges.*.price": ("absent", ANY),
    "plans.*.charges.*.size": ("absent", POSITIVE),
    "plans.*.charges.*.rate": ("absent", SHARE),
    "plans.*.charges.*.value": ("absent", ANY),
    "plans.*.charges.*.perEvent": ("absent", ANY),
    "plans.*.charges.*.freeEvents": ("absent", ANY),
    "plans.*.charges.*.freeAmount": ("absent", ANY),
    "plans.*.charges.*.minimumPerEvent": ("absent", ANY),
    "plans.*.charges.*.maximumPerEvent": ("absent", ANY),
    "plans.*.charges.*.markup": ("absent", ANY),
    "plans.*.charges.*.tiers.*.upTo": ("absent", ANY),
    "plans.*.charges.*.tiers.*.price": ("absent", ANY),
    "plans.*.charges.*.tiers.*.flat": ("absent", ANY),
    "plans.*.charges.*.tiers.*.size": ("absent", POSITIVE),
    "plans.*.charges.*.tiers.*.rate": ("absent", SHARE),
    "plan.*": (None, SHARE),
    "volume.segments.*.plan.*": (None, SHARE),
    "volume.segments.*.seats": ("absent", ANY),
    "volume.segments.*.active": ("absent", SHARE),
    "plans.*.successKicker.amount": ("absent", ANY),
    "plans.*.successKicker.share": ("absent", SHARE),
    "plans.*.successKicker.value": ("absent", ANY),
    "plans.*.successKicker.aboveTSR": (0, SHARE),
}
for reason in REASONS:
    INPUTS["humanReview.handleTime." + reason] = ("absent", ANY)
    if reason != "toolOutage":
        INPUTS["outcomes.escalation." + reason] = (0, SUMMED)
for rate in RATES:
    INPUTS["inference.prices.*." + rate] = ("absent", ANY)
    INPUTS["inference.prices.*.tiers.*." + rate] = ("absent", ANY)

# What a bare number means, where "a month" goes without saying.
MONTHLY = ("plans.*.charges.*.included", "plans.*.charges.*.tiers.*.upTo", "plans.*.charges.*.freeEvents", "volume.segments.*.tasksPerCustomer")
HELD = ("seat", "activeCustomer")
# Words, not numbers.
WORDS = ("name", "currency", "unitecon", "plan", "workUnit.name", "workUnit.kpi.*", "inference.calls.*.model",
         "inference.calls.*.cacheLifetime", "tools.*.kind", "infrastructure.workers.scaling", "humanReview.staffing",
         "humanReview.staffing.model",
         "plans.*.charges.*.metric", "plans.*.charges.*.model", "plans.*.minimumCounts", "volume.segments.*.plan",
         "plans.*.charges.*.convert.round", "plans.*.charges.*.includedComesOff", "plans.*.charges.*.round",
         "plans.*.charges.*.cost", "plans.*.charges.*.atZero", "plans.*.charges.*.beyondTiers",
         "plans.*.charges.*.roundEach",
         "plans.*.charges.*.tiers.*.from")  # where the tier before ends says it too


def fits(pattern, path):
    parts = pattern.split(".")
    return len(parts) == len(path) and all(want in ("*", part) for want, part in zip(parts, path))


BY_LENGTH = {}
for _pattern in INPUTS:
    BY_LENGTH.setdefault(len(_pattern.split(".")), []).append(_pattern)


def pattern_of(path):
    # A name stands before a wildcard: outcomes.escalation.ambiguity is no wildcard's.
    found = [pattern for pattern in BY_LENGTH.get(len(path), []) if fits(pattern, path)]
    return min(found, key=lambda pattern: pattern.count("*"), default=None)


class ScenarioFile:
    """Inputs by path (a tuple of names), words by path, and the tree they were read from."""

    def __init__(self, text):
        self.tree = json5(text)
        self.currency = self.tree["currency"]
        # What the scenario calls a task may stand for one: "ticket resolved" makes "4k tickets" of it.
        UNITS.setdefault(self.tree["workUnit"]["name"].split()[0].lower(), Fraction(1))
        self.inputs, self.foreign, self.words = {}, {}, {}
        self._read({k: v for k, v in self.tree.items() if k not in ("checks", "stresses", "rollback", "readiness")}, ())
        self._defaults()

    def _read(self, node, path):
        pattern = pattern_of(path)
        if pattern:
            stated = node["value"] if isinstance(node, dict) else node
            value, currency = quantity(stated, pattern in MONTHLY and not self._is_held(path))
            self.inputs[path] = value
            if currency and currency != self.currency:
                self.foreign[path] = currency
        elif isinstance(node, dict):
            for name, member in node.items():
                self._read(member, path + (name,))
        elif isinstance(node, list):
            for index, item in enumerate(node):
                self._read(item, path + (str(index),))
        else:
            assert any(fits(word, path) for word in WORDS), "the judge does not know %s" % ".".join(path)
            self.words[path] = node

    def _is_held(self, path):
        """Whether a charge counts what is there, and not what happens in a month: seats."""
        return path[0] == "plans" and self.tree["plans"][path[1]]["charges"][path[3]].get("metric") in HELD

    def _defaults(self):
        """Inputs that are not stated, of every section that is there."""
        for pattern, (default, _) in INPUTS.items():
            if default == "absent":
                continue
            *above, last = pattern.split(".")
            for place in self.places(".".join(above)):
                if pattern_of(place + (last,)) == pattern and place + (last,) not in self.inputs:
                    assert default is not None or last == "*", "%s is missing" % ".".join(place + (last,))
                    if last != "*":
                        self.inputs[place + (last,)] = Fraction(default)

    def places(self, pattern):
        """The objects that a pattern of names finds in the file."""
        found = [((), self.tree)]
        for part in pattern.split("."):
            found = [(path + (str(name),), member) for path, node in found
                     for name, member in (enumerate(node) if isinstance(node, list) else node.items())
                     if part in ("*", str(name)) and isinstance(member, (dict, list))]
        return [path for path, node in found if isinstance(node, dict)]

    def names(self, *path):
        """The names in a section, in the file's order."""
        node = self.tree
        for part in path:
            node = node.get(part, {}) if isinstance(node, dict) else node[int(part)]
        return [str(index) for index in range(len(node))] if isinstance(node, list) else list(node)

    def changed(self, changes):
        """The inputs after changes, made one after the other: [("tools.*.latency.*", "× 3"), …]."""
        inputs = dict(self.inputs)
        for wanted, change in changes:
            paths = [path for path in inputs if fits(wanted, path)]
            assert paths, "nothing fits %s" % wanted
            for path in paths:
                inputs[path] = held(path, applied(change, path, inputs[path]))
        # A part is at most what it is a part of, however far a change would carry it.
        for path in inputs:
            call = path[:-1]
            if path[:2] == ("inference", "calls") and path[-1] == "cacheRead":
                inputs[path] = min(inputs[path], 1 - inputs[call + ("cacheWrite",)])
            if path[:2] == ("inference", "calls") and path[-1] == "reasoning":
                inputs[path] = min(inputs[path], inputs[call + ("output",)])
        return inputs


def applied(change, path, value):
    sign, stated = change[0], change[1:].strip()
    stated = Fraction(stated) if re.fullmatch(r"[-+\d.eE]+", stated) else stated
    if sign == "×":
        return value * stated
    amount, _ = quantity(stated, pattern_of(path) in MONTHLY)
    return {"+": value + amount, "−": value - amount, "-": value - amount, "=": amount}[sign]


def held(path, value):
    """The nearest value that an input can take."""
    domain = INPUTS[pattern_of(path)][1]
    if isinstance(domain, tuple):
        value = min(max(value, domain[0]), domain[1])
        whole = int(value + Fraction(1, 2))  # half goes up, as the numbers are not negative
        return Fraction(whole)
    low = 1 if domain == AT_LEAST_ONE else 0
    return min(max(value, low), 1) if domain in (SHARE, POSITIVE_SHARE, INCOMPLETE, INNER) else max(value, low)
