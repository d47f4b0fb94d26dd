"""80-digit numbers, and what has no value: `UNDEFINED` swallows all that is computed from it."""

from fractions import Fraction

import mpmath
from mpmath import mp, mpf

mp.dps = 80


class Undefined:
    def _same(self, *_):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __neg__ = _same

    def __repr__(self):
        return "undefined"


UNDEFINED = Undefined()
TINY = mpf(10) ** -60  # below it, a difference is what 80 digits leave over


def number(value):
    return mpf(value.numerator) / value.denominator if isinstance(value, Fraction) else value


def over(above, below):
    if UNDEFINED in (above, below) or abs(below) < mpf(10) ** -300:
        return UNDEFINED
    return above / below


def largest(left, right):
    return UNDEFINED if UNDEFINED in (left, right) else max(left, right)


def smallest(left, right):
    return UNDEFINED if UNDEFINED in (left, right) else min(left, right)


def ceil(value):
    if value is UNDEFINED:
        return value
    near = mpmath.nint(value)
    return near if abs(value - near) < TINY * (1 + abs(value)) else mpmath.ceil(value)


def floor(value):
    return -ceil(-value)


def at_least(left, right):
    return left - right > -TINY


def total(values):
    result = mpf(0)
    for value in values:
        result = result + value
    return result
