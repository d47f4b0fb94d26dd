"""What both peers take from the Python that the program writes: its lines, and its helpers compiled."""

import math

import numba
import numpy as np


def compiled_helpers():
    """The helpers of the written source as numba compiles them."""
    space = {"math": math, "np": np, "nan": math.nan, "prange": numba.prange}
    for line in [
        "ratio = lambda a, b: a / b", "lower = lambda a, b: b if b < a else a",
        "upper = lambda a, b: b if b > a else a", "select = lambda c, a, b: a if c else b",
        "floor = lambda x: np.floor(x)", "ceil = lambda x: np.ceil(x)",
        "exp = lambda x: math.exp(x)", "log = lambda x: math.log(x)",
        "power = lambda a, b: a**b",
        "normal_cdf = lambda x: 0.5 * math.erfc(-x * 0.7071067811865476)",
    ]:
        name, function = line.split(" = ", 1)
        space[name] = numba.njit(eval(function, space), error_model="numpy")
    return space


def body(source):
    """The lines of the written function without its comments, and the names that it returns."""
    lines = source[source.index('"""Returns'):source.index("if __name__")].split("\n")[1:]
    lines = [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]
    results = lines.pop().removeprefix("return (").removesuffix(",)").split(", ")
    return lines, results
