"""The peers of the simulation benchmark: numpy and numba on the program that `explain --format py` writes.

    peer_simulate.py MODEL.py INPUTS DRAWS RUNS

INPUTS has a line for each uncertain input: its name in the program, its family, the parameters. numba draws
with Philox4x32-10 and inverse transforms (AS 241 for normals, tables of 4096 cells elsewhere), both cores, and
sorts for exact quantiles; numpy draws with its own generator in blocks. Prints a line a peer: its name and
its best seconds, quantiles included.
"""

import inspect
import math
import sys
import time

try:
    import numba
    import numpy as np
    from scipy import stats
except ImportError as error:
    sys.exit(f"{error}: pip install numpy numba scipy")

# Nothing is to be left beside the sources.
sys.dont_write_bytecode = True
import peer_source

source = open(sys.argv[1]).read()
inputs = [line.split() for line in open(sys.argv[2]) if line.strip()]
draws, runs = int(float(sys.argv[3])), int(sys.argv[4])
SHARES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]

plain = {}
exec(source, plain)
defaults = {
    name: parameter.default
    for name, parameter in inspect.signature(plain["figures"]).parameters.items()
}


def frozen(family, numbers):
    """The distribution as scipy has it."""
    if family == "uniform":
        return stats.uniform(numbers[0], numbers[1] - numbers[0])
    if family == "triangular":
        low, mode, high = numbers
        return stats.triang((mode - low) / (high - low), low, high - low)
    if family == "pert":
        low, mode, high = numbers
        first = 1 + 4 * (mode - low) / (high - low)
        return stats.beta(first, 6 - first, low, high - low)
    if family == "beta":
        return stats.beta(numbers[0], numbers[1])
    if family == "gamma":
        return stats.gamma(numbers[0], scale=numbers[1])
    if family == "normal":
        return stats.norm(numbers[0], numbers[1])
    return stats.lognorm(numbers[1], scale=numbers[0])


laws = {name: (family, [float(n) for n in rest]) for name, family, *rest in inputs}


def best(work):
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def blocked():
    """numpy: blocks that stay in the cache, its own generator and distributions."""
    space = {}
    exec(source, space)
    space.update(
        ratio=np.divide, lower=np.minimum, upper=np.maximum, floor=np.floor, ceil=np.ceil,
        exp=np.exp, log=np.log, power=np.power, select=np.where,
        normal_cdf=np.vectorize(lambda x: 0.5 * math.erfc(-x / math.sqrt(2))),
    )
    from scipy.special import ndtr

    space["normal_cdf"] = ndtr

    def drawn(generator, family, numbers, count):
        if family == "uniform":
            return generator.uniform(*numbers, count)
        if family == "triangular":
            return generator.triangular(*numbers, count)
        if family == "pert":
            low, mode, high = numbers
            first = 1 + 4 * (mode - low) / (high - low)
            return low + (high - low) * generator.beta(first, 6 - first, count)
        if family == "beta":
            return generator.beta(numbers[0], numbers[1], count)
        if family == "gamma":
            return generator.gamma(numbers[0], numbers[1], count)
        if family == "normal":
            return generator.normal(numbers[0], numbers[1], count)
        return generator.lognormal(math.log(numbers[0]), numbers[1], count)

    def work():
        generator = np.random.Generator(np.random.Philox(1))
        results = [[], []]
        for start in range(0, draws, 16_384):
            count = min(16_384, draws - start)
            values = dict(defaults)
            for name, (family, numbers) in laws.items():
                values[name] = drawn(generator, family, numbers, count)
            with np.errstate(all="ignore"):
                for kept, value in zip(results, space["figures"](**values)):
                    kept.append(np.broadcast_to(value, count))
        for kept in results:
            whole = np.concatenate(kept)
            whole.mean(), whole.std(), np.quantile(whole, SHARES)

    return work


@numba.njit(inline="always")
def uniform(draw, stream, seed):
    c0, c1 = draw >> np.uint64(1), np.uint64(0)
    c2, c3 = stream, np.uint64(0)
    k0, k1 = seed, np.uint64(0)
    mask = np.uint64(0xFFFFFFFF)
    for _ in range(10):
        p0 = c0 * np.uint64(0xD2511F53)
        p1 = c2 * np.uint64(0xCD9E8D57)
        c0, c1 = (p1 >> np.uint64(32)) ^ c1 ^ k0, p1 & mask
        c2, c3 = (p0 >> np.uint64(32)) ^ c3 ^ k1, p0 & mask
        k0 = (k0 + np.uint64(0x9E3779B9)) & mask
        k1 = (k1 + np.uint64(0xBB67AE85)) & mask
    first = ((c1 << np.uint64(32) | c0) >> np.uint64(12)) * 2.0**-52 + 2.0**-53
    second = ((c3 << np.uint64(32) | c2) >> np.uint64(12)) * 2.0**-52 + 2.0**-53
    return first, second


A = (3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
     45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727)
B = (1.0, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
     21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610)
C = (1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
     1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833,
     7.74545014278341407640e-4)
D = (1.0, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
     0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4,
     1.05075007164441684324e-9)


@numba.njit(inline="always")
def quotient(over, under, r):
    a = ((((((over[7] * r + over[6]) * r + over[5]) * r + over[4]) * r + over[3]) * r + over[2])
         * r + over[1]) * r + over[0]
    b = ((((((under[7] * r + under[6]) * r + under[5]) * r + under[4]) * r + under[3]) * r
          + under[2]) * r + under[1]) * r + under[0]
    return a / b


@numba.njit(inline="always")
def normal(u):
    q = u - 0.5
    if abs(q) <= 0.425:
        return q * quotient(A, B, 0.180625 - q * q)
    r = math.sqrt(-math.log(min(u, 1 - u)))
    size = quotient(C, D, r - 1.6)
    return size if q > 0 else -size


@numba.njit(inline="always")
def tabulated(table, u):
    place = u * 4096
    cell = min(int(place), 4095)
    return table[cell] + (place - cell) * (table[cell + 1] - table[cell])


def compiled():
    """numba: a loop over pairs of draws, both cores, tables for what has no short inverse."""
    space = peer_source.compiled_helpers()
    space.update(uniform=uniform, normal=normal, tabulated=tabulated)
    body, results = peer_source.body(source)
    lines = ["def run(R0, R1, tables):", "    for pair in prange(R0.shape[0] // 2):"]
    tables = []
    for stream, (name, (family, numbers)) in enumerate(laws.items()):
        lines.append(
            f"        u{stream}, v{stream} = "
            f"uniform(np.uint64(2 * pair), np.uint64({stream}), np.uint64(1))")
    for half in "uv":
        for stream, (name, (family, numbers)) in enumerate(laws.items()):
            u = f"{half}{stream}"
            if family == "uniform":
                text = f"{numbers[0]!r} + {numbers[1] - numbers[0]!r} * {u}"
            elif family == "normal":
                text = f"{numbers[0]!r} + {numbers[1]!r} * normal({u})"
            elif family == "lognormal":
                text = f"math.exp({math.log(numbers[0])!r} + {numbers[1]!r} * normal({u}))"
            elif family == "triangular":
                low, mode, high = numbers
                text = (
                    f"{low!r} + math.sqrt({u} * {(high - low) * (mode - low)!r}) "
                    f"if {u} < {(mode - low) / (high - low)!r} else "
                    f"{high!r} - math.sqrt((1 - {u}) * {(high - low) * (high - mode)!r})")
            else:
                if half == "u":
                    shares = np.linspace(0, 1, 4097)
                    shares[0], shares[-1] = 2.0**-53, 1 - 2.0**-53
                    tables.append(frozen(family, numbers).ppf(shares))
                place = [n for n, (f, _) in laws.items() if f in ("pert", "beta", "gamma")].index(name)
                text = f"tabulated(tables[{place}], {u})"
            lines.append(f"        {name} = {text}")
        for name, value in defaults.items():
            if name not in laws:
                lines.append(f"        {name} = {value!r}")
        lines += ["        " + line for line in body]
        offset = 0 if half == "u" else 1
        lines += [f"        R{i}[2 * pair + {offset}] = {name}" for i, name in enumerate(results)]
    exec("\n".join(lines), space)
    run = numba.njit(space["run"], parallel=True, error_model="numpy")
    outputs = [np.empty(draws) for _ in range(2)]
    table = np.array(tables)
    run(*outputs, table)

    def work():
        run(*outputs, table)
        for output in outputs:
            output.mean(), output.std()
            np.quantile(output, SHARES)

    return work


print("numpy", best(blocked()))
print("numba", best(compiled()))
