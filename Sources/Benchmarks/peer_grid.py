"""The peers of the grid benchmarks: numpy and numba on the program that `explain --format py` writes.

    peer_grid.py MODEL.py RUNS COUNT PATTERN=LOW..HIGH …

Each pattern is an axis of COUNT positions between two factors on the inputs that it matches. Without
a pattern all inputs move together along one axis. Prints a line a peer: its name and its best seconds.
"""

import inspect
import math
import re
import sys
import time

try:
    import numpy as np
    import numba
except ImportError as error:
    sys.exit(f"{error}: pip install numpy numba")

# Nothing is to be left beside the sources.
sys.dont_write_bytecode = True
import peer_source

source = open(sys.argv[1]).read()
runs, count = int(sys.argv[2]), int(sys.argv[3])
stated = [argument.split("=") for argument in sys.argv[4:]] or [[".*", "0.9..1"]]
patterns = [re.compile(pattern) for pattern, _ in stated]
ends = [tuple(float(end) for end in text.split("..")) for _, text in stated]
factors = [np.linspace(low, high, count) for low, high in ends]

plain = {}
exec(source, plain)
parameters = inspect.signature(plain["figures"]).parameters
defaults = {name: parameter.default for name, parameter in parameters.items()}
axes = {
    name: next((i for i, pattern in enumerate(patterns) if pattern.fullmatch(name)), None)
    for name in defaults
}

QUEUES = ["erlang_late", "erlang_agents"]  # the second calls the first


def best(work):
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def mesh():
    """numpy: an axis a dimension, so that it too works each formula out on just its own axes."""
    helpers = dict(
        ratio=np.divide, lower=np.minimum, upper=np.maximum, floor=np.floor, ceil=np.ceil,
        exp=np.exp, log=np.log, power=np.power, select=np.where,
        normal_cdf=np.vectorize(lambda x: 0.5 * math.erfc(-x / math.sqrt(2))),
    )
    space = {}
    exec(source, space)
    for name in set(QUEUES) & set(space):
        helpers[name] = np.vectorize(space[name])
    space.update(helpers)
    shaped = [
        factor.reshape([-1 if i == j else 1 for j in range(len(factors))])
        for i, factor in enumerate(factors)
    ]

    def work():
        with np.errstate(all="ignore"):
            space["figures"](**{
                name: value if axes[name] is None else value * shaped[axes[name]]
                for name, value in defaults.items()
            })

    return work


def compiled():
    """numba: the function's lines inside a loop over the axes, all cores, invariants left to LLVM."""
    space = peer_source.compiled_helpers()
    functions = dict(space)
    exec(source, functions)
    for name in QUEUES:
        if name in functions:
            space[name] = functions[name] = numba.njit(functions[name], error_model="numpy")
    body, results = peer_source.body(source)
    index = ", ".join(f"i{axis}" for axis in range(len(factors)))
    arguments = [f"F{axis}" for axis in range(len(factors))]
    arguments += [f"R{place}" for place in range(len(results))]
    lines = [f"def run({', '.join(arguments)}):"]
    for axis in range(len(factors)):
        loop = "prange" if axis == 0 else "range"
        lines.append("    " * (axis + 1) + f"for i{axis} in {loop}(F{axis}.shape[0]):")
        lines.append("    " * (axis + 2) + f"f{axis} = F{axis}[i{axis}]")
    indent = "    " * (len(factors) + 1)
    for name, value in defaults.items():
        factor = "" if axes[name] is None else f" * f{axes[name]}"
        lines.append(f"{indent}{name} = {value!r}{factor}")
    lines += [indent + line for line in body]
    lines += [f"{indent}R{place}[{index}] = {name}" for place, name in enumerate(results)]
    exec("\n".join(lines), space)
    run = numba.njit(space["run"], parallel=True, error_model="numpy")
    outputs = [np.empty([count] * len(factors)) for _ in results]
    run(*factors, *outputs)
    return lambda: run(*factors, *outputs)


if len(factors) > 1:
    print("numpy", best(mesh()))
print("numba", best(compiled()))
