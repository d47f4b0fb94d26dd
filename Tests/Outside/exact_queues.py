"""Erlang C and A in 80-digit arithmetic, by incomplete gamma functions instead of sums over the line.

Times are multiples of the handle time; `leaving` is handle time / patience, 0 where nobody leaves.
"""

import mpmath
from mpmath import mpf


def busy_below(load, agents):
    """The weights of 0 … n − 1 agents busy, that of n − 1 being 1."""
    weight, sum_ = mpf(1), mpf(0)
    for busy in range(agents - 1, -1, -1):
        sum_ += weight
        weight *= mpf(busy) / load
    return sum_


def late(load, agents, wait, leaving):
    """The share of all who come that is not answered within `wait`; None: however late."""
    if load == 0:
        return mpf(0)
    if agents == 0:
        return mpf(1)
    below = busy_below(load, agents)
    if leaving == 0:
        if agents <= load:
            return mpf(1)
        waiting = load / (agents - load) / (below + load / (agents - load))
        return mpf(0) if wait is None else waiting * mpmath.exp(-(agents - load) * wait)
    x, a = load / leaving, agents / leaving
    # The integrals of the virtual wait's density, of all who wait and of those who are answered.
    line = mpmath.exp(x - a * mpmath.log(x)) * mpmath.gammainc(a, 0, x) / leaving
    total = below + load * line
    abandoned = (1 + (load - agents) * line) / total
    if wait is None:
        return abandoned
    start = x * mpmath.exp(-wait * leaving)
    answered_late = mpmath.exp(x - (a + 1) * mpmath.log(x)) * mpmath.gammainc(a + 1, 0, start) / leaving
    return abandoned + load * answered_late / total


def agents(load, level, wait, leaving):
    """The least number of agents that answer a share of all within `wait`; None where none does."""
    if level >= 1:
        return None
    if load == 0:
        return 0
    low = int(mpmath.floor(load)) if leaving == 0 else 0
    high, step = low + 1, 1
    while late(load, high, wait, leaving) > 1 - level:
        low, high, step = high, high + step, 2 * step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if late(load, middle, wait, leaving) > 1 - level else (low, middle)
    return high
