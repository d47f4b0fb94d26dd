"""What a charge comes to for one customer, in 80-digit arithmetic, from Scenarios/README.md, "Plans", alone.

    Charge(file, given, path, cost_a_task).amount(usage) → money a second, as all flows are kept

Amounts a month become amounts a second only at the end: packages and roundings are of a month. Nothing here was taken
from the program's own source.
"""

from mpmath import mpf

from exact_numbers import TINY, UNDEFINED, ceil, floor, largest, number, smallest
from scenario_file import HELD, MONTH

MONTHS = number(MONTH)


class Charge:
    def __init__(self, file, given, path, cost_a_task):
        self.file, self.own, self.path = file, given, path
        self.cost_a_task = cost_a_task
        self.metric = file.words.get(path + ("metric",), "submitted")
        self.model = file.words.get(path + ("model",), "standard")
        # What is counted a month is counted in months here; seats are there, and not a month's.
        self.period = mpf(1) if self.metric in HELD else MONTHS
        self.rounds = file.words.get(path + ("roundEach",), "charge")

    def given(self, *name):
        return self.own(*self.path, *name)

    def word(self, name, default):
        return self.file.words.get(self.path + tuple(name.split(".")), default)

    def count(self, *name):
        """A stated number of units."""
        stated = self.given(*name)
        return None if stated is None else stated * self.period

    def money(self, *name):
        stated = self.given(*name)
        return None if stated is None else stated * MONTHS

    def price(self, *name):
        """Money for one unit: of what is held, a month's."""
        stated = self.given(*name)
        if stated is None:
            return None
        return stated * MONTHS if self.metric in HELD else stated

    # -----------------------------------------------------------------------------------------------------------------

    def units(self, usage):
        """What is billed of a month's usage."""
        units = usage * self.period
        excluded = sum((self.given("exclusions", name) for name in self.file.names(*self.path, "exclusions")), mpf(0))
        units = units * max(mpf(0), 1 - excluded)
        free = self.count("included") or mpf(0)
        if "convert" not in self.file.names(*self.path):
            return largest(mpf(0), units - free) if free else units
        divisor, factor = self.given("convert", "divideBy"), self.given("convert", "multiplyBy")
        credits = units / divisor if divisor is not None else units * factor
        how = {"none": lambda x: x, "up": ceil, "down": floor, "nearest": lambda x: floor(x + mpf(1) / 2)}[
            self.word("convert.round", "none")]
        if self.word("includedComesOff", "afterRounding") == "beforeRounding":
            return how(largest(mpf(0), credits - free))
        return largest(mpf(0), how(credits) - free)

    def amount(self, usage):
        """What is paid in a month, spread over its seconds."""
        amount = self.priced(self.units(usage))
        amount = amount * (1 - (self.given("discount") or 0))
        most, least = self.money("maximum"), self.money("minimum")
        amount = amount if most is None else smallest(amount, most)
        amount = amount if least is None else largest(amount, least)
        if self.rounds == "charge":
            amount = self.rounded(amount)
        if "credits" in self.file.names(*self.path):
            covered, paid = self.money("credits", "amount"), self.money("credits", "price")
            amount = (covered if paid is None else paid) + largest(mpf(0), amount - covered)
        return amount / MONTHS

    def rounded(self, amount):
        step = self.given("roundTo")
        return amount if step is None else floor(amount / step + mpf(1) / 2) * step

    def priced(self, units):
        if self.model == "percentage":
            return self.percentage(units)
        if units is UNDEFINED:
            return UNDEFINED
        if self.model == "standard":
            return units * self.price("price")
        if self.model == "package":
            whole = (ceil if self.word("round", "up") == "up" else floor)(units / self.given("size"))
            return (max(mpf(1), whole) if self.word("atZero", "free") == "charged" else whole) * self.price("price")
        if self.model == "passThrough":
            return units * self.cost_a_task[self.word("cost", "total")] * (1 + self.given("markup"))
        if self.model == "graduatedPercentage":
            return self.graduated(units * self.price("value"), "rate", self.money)
        return (self.volume if self.model == "volume" else self.graduated)(units, "price", self.count)

    # -----------------------------------------------------------------------------------------------------------------

    def tiers(self, bound):
        """Where each tier begins and ends; the last one nowhere, where its price holds beyond it."""
        names, start = self.file.names(*self.path, "tiers"), mpf(0)
        for tier in names:
            end = bound("tiers", tier, "upTo")
            if tier == names[-1] and self.word("beyondTiers", "refused") == "lastTier":
                end = None
            yield tier, start, end
            start = start if end is None else end

    def tier(self, tier, units, price, is_entered):
        size = self.given("tiers", tier, "size")
        sold = units if size is None else ceil(units / size)
        rate = self.given("tiers", tier, "rate") if price == "rate" else self.price("tiers", tier, "price")
        amount = sold * rate + (self.money("tiers", tier, "flat") or 0) * is_entered
        return self.rounded(amount) if self.rounds == "tier" else amount

    def is_free_at_zero(self):
        return self.word("atZero", "charged") == "free"

    def graduated(self, units, price, bound):
        amount = mpf(0)
        for tier, start, end in self.tiers(bound):
            within = largest(mpf(0), (units if end is None else smallest(units, end)) - start)
            is_entered = units - start > TINY or (tier == "0" and not self.is_free_at_zero())
            amount = amount + self.tier(tier, within, price, is_entered)
        return amount

    def volume(self, units, price, bound):
        for tier, _, end in self.tiers(bound):
            if end is None or units - end <= TINY:
                return self.tier(tier, units, price, units > 0 or not self.is_free_at_zero())

    def percentage(self, events):
        value, fee = self.price("value"), self.price("perEvent") or mpf(0)
        least, most = self.price("minimumPerEvent"), self.price("maximumPerEvent")

        def each(part):
            pays = value * part * self.given("rate") + fee
            pays = pays if most is None else min(pays, most)
            return pays if least is None else max(pays, least)

        free_events, free_amount = self.count("freeEvents"), self.money("freeAmount")
        self.event_price, self.first_price, self.paid_events = each(mpf(1)), None, mpf(0)
        if value == 0:
            self.first_price = None if free_amount is None else UNDEFINED
            return mpf(0)
        by_amount = None if free_amount is None else free_amount / value
        whole = None if by_amount is None else floor(by_amount)
        free = min([limit for limit in (free_events, whole) if limit is not None], default=mpf(0))
        reached = min([limit for limit in (free_events, by_amount) if limit is not None], default=mpf(0))
        if free_amount is not None:
            self.first_price = each(1 - (reached - free))
        if events is UNDEFINED:
            self.paid_events = UNDEFINED
            return UNDEFINED
        paid = self.paid_events = max(mpf(0), events - free)
        first = min(mpf(1), paid)
        return first * each(1 - (reached - free)) + (paid - first) * each(mpf(1))
