"""Traces and run logs reckoned anew in exact decimals, and readers that no input stops."""

import csv
import glob
import io
import json
import os
import random
import shutil
import subprocess
import tempfile
from decimal import Decimal

from judging import HERE, PACKAGE, check, closing, run, skip

FUZZ_SECONDS = int(os.environ.get("FUZZ_SECONDS", "120"))
PRICES = {"m-1": {"input_cost_per_token": 2e-06, "output_cost_per_token": 1e-05, "cache_read_input_token_cost": 2e-07,
                  "input_cost_per_token_above_200k_tokens": 4e-06},
          "m-2": {"input_cost_per_token": 1.5625e-05, "output_cost_per_token": 2.6667e-04,
                  "output_cost_per_reasoning_token": 3e-04}}


def price(model, usage):
    """What a call costs by the rules of the price list, in exact decimals."""
    rates = {name: Decimal(repr(value)) for name, value in PRICES[model].items()}
    over = usage["input"] > 200_000
    rate = rates.get("input_cost_per_token_above_200k_tokens", rates["input_cost_per_token"]) if over \
        else rates["input_cost_per_token"]
    read = rates.get("cache_read_input_token_cost", rate)
    thought = rates.get("output_cost_per_reasoning_token", rates["output_cost_per_token"])
    return (usage["input"] - usage["cached"]) * rate + usage["cached"] * read \
        + (usage["output"] - usage["reasoning"]) * rates["output_cost_per_token"] + usage["reasoning"] * thought


def value(kind, what):
    return {"value": {kind: what}}


def random_trace(chance, number):
    """A tree of spans, some with usage, and what it must come to."""
    count = chance.randint(1, 12)
    spans, parents = [], {}
    for index in range(count):
        parents[index] = chance.randrange(index) if index else None
        usage = None
        if chance.random() < 0.6:
            asked = chance.choice([900, 5000, 250_000])
            usage = {"input": chance.randint(0, asked), "output": chance.randint(0, 900)}
            usage["cached"] = chance.randint(0, usage["input"])
            usage["reasoning"] = chance.randint(0, usage["output"])
        spans.append({"model": chance.choice(sorted(PRICES)), "usage": usage})
    below = set()
    for index, span in enumerate(spans):
        if span["usage"]:
            parent = parents[index]
            while parent is not None:
                below.add(parent)
                parent = parents[parent]
    leaves = [span for index, span in enumerate(spans) if span["usage"] and index not in below]
    ending = chance.choice(["success", "success", "escalated", "failed"])
    lines = []
    for index, span in enumerate(spans):
        attributes = [{"key": "gen_ai.request.model", **value("stringValue", span["model"])}]
        if span["usage"]:
            names = {"input": "gen_ai.usage.input_tokens", "output": "gen_ai.usage.output_tokens",
                     "cached": "gen_ai.usage.cache_read.input_tokens", "reasoning": "gen_ai.usage.reasoning.output_tokens"}
            for name, key in names.items():
                known = span["usage"][name]
                attributes.append({"key": key, **value("intValue", str(known) if chance.random() < 0.5 else known)})
        if index == 0:
            attributes.append({"key": "task.outcome", **value("stringValue", ending)})
        own = {"traceId": "%032x" % (number + 1), "spanId": "%016x" % (index + 1), "attributes": attributes}
        if parents[index] is not None:
            own["parentSpanId"] = "%016X" % (parents[index] + 1)
        lines.append(own)
        if chance.random() < 0.1:
            lines.append(own)
    return lines, leaves, ending


def facts(*words):
    answer = run("measure", *words, "--format", "csv")
    check("measure %s" % " ".join(map(os.path.basename, words)), answer.status == 0, answer.err)
    return {(row["group"], row["section"], row["item"], row["figure"]): row["value"]
            for row in csv.DictReader(io.StringIO(answer.out.decode("utf-8")))}


def judge_traces(folder):
    chance = random.Random(20)
    prices = os.path.join(folder, "prices.json")
    with open(prices, "w", encoding="utf-8") as stream:
        json.dump(PRICES, stream)
    spans, total, successes, cost, of_failures = [], dict.fromkeys(("input", "output", "cached", "reasoning"), 0), 0, 0, 0
    calls = 0
    for number in range(400):
        lines, leaves, ending = random_trace(chance, number)
        spans += lines
        own = sum((price(span["model"], span["usage"]) for span in leaves), Decimal(0))
        calls += len(leaves)
        cost += own
        successes += ending == "success"
        of_failures += own if ending != "success" else 0
        for name in total:
            total[name] += sum(span["usage"][name] for span in leaves)
    chance.shuffle(spans)
    files = [os.path.join(folder, "part-%d.jsonl" % part) for part in range(3)]
    for part, file in enumerate(files):
        with open(file, "w", encoding="utf-8") as stream:
            for start in range(part * 40, len(spans), 120):
                stream.write(json.dumps({"resourceSpans": [{"scopeSpans": [{"spans": spans[start:start + 40]}]}]}) + "\n")
    found = facts(*files, "--prices", prices)
    for title, key, expected in (
            ("input", ("", "tokens", "", "input"), total["input"]), ("output", ("", "tokens", "", "output"), total["output"]),
            ("cached", ("", "tokens", "", "cacheRead"), total["cached"]),
            ("reasoning", ("", "tokens", "", "reasoning"), total["reasoning"]),
            ("calls", ("", "calls", "", "modelCalls"), calls), ("traces", ("", "reading", "", "traces"), 400),
            ("successes", ("", "outcome", "success", "runs"), successes),
            ("cost", ("", "computed", "", "cost"), float(cost)),
            ("cost of failures", ("", "computed", "", "costOfFailures"), float(of_failures)),
            ("cost of a success", ("", "computed", "", "costPerSuccess"), float(cost / successes))):
        check("traces: %s as reckoned in exact decimals" % title, float(found[key]) == float(expected), (found[key], expected))


def judge_rows(folder):
    chance = random.Random(21)
    file = os.path.join(folder, "runs.csv")
    sums = {}
    with open(file, "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["note", "version", "outcome", "input_tokens", "output_tokens", "cost", "duration"])
        for number in range(60_000):
            version = "v%d" % chance.randint(1, 5)
            ending = chance.choice(["success", "success", "success", "escalated", "failed"])
            cost = "%.6f" % (chance.random() * 2)
            note = chance.choice(["", "plain", "a, b", 'say "so"', "two\nlines"]) if number % 50 == 0 else "x"
            tokens = chance.randint(0, 90_000), chance.randint(0, 9000)
            writer.writerow([note, version, ending, *tokens, cost, "%.3f" % (chance.random() * 90)])
            own = sums.setdefault(version, [0, 0, 0, 0, Decimal(0), Decimal(0)])
            own[0] += 1
            own[1] += ending == "success"
            own[2] += tokens[0]
            own[3] += tokens[1]
            own[4] += Decimal(cost)
            own[5] += Decimal(cost) if ending != "success" else 0
    found = facts(file, "--by", "version")
    for version, (runs, successes, tokens_in, tokens_out, cost, of_failures) in sorted(sums.items()):
        right = [float(found[version, *key]) == float(expected) for key, expected in (
            (("outcome", "", "runs"), runs), (("outcome", "success", "runs"), successes),
            (("tokens", "", "input"), tokens_in), (("tokens", "", "output"), tokens_out),
            (("recorded", "", "cost"), cost), (("recorded", "", "costOfFailures"), of_failures),
            (("recorded", "", "costPerRun"), cost / runs))]
        check("rows of %s as reckoned in exact decimals" % version, all(right), right)


def judge_fuzz(folder):
    """libFuzzer on the readers: a crash, a trap or a hang is a failure."""
    if not shutil.which("swiftc"):
        return skip("fuzzing", "there is no swiftc")
    room = os.path.join(PACKAGE, "Sources", "RunLogs")
    # What works on all cores needs another room, and reads nothing itself.
    sources = [file for file in glob.glob(os.path.join(room, "*", "*.swift"))
               if "import Formulas" not in open(file, encoding="utf-8").read()]
    program = os.path.join(folder, "fuzz")
    built = subprocess.run(
        ["swiftc", "-O", "-swift-version", "6", "-sanitize=fuzzer", "-parse-as-library", *sources,
         os.path.join(HERE, "fuzz_logs.swift"), "-o", program], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if not check("fuzzing: it builds", built.returncode == 0, built.stdout.decode("utf-8", "replace")[-600:]):
        return
    corpus = os.path.join(folder, "corpus")
    os.mkdir(corpus)
    fixtures = os.path.join(PACKAGE, "Tests", "CommandTests", "Fixtures")
    for name, size in (("runs.csv", 2000), ("token-prices.json", 2000), ("traces.jsonl", 3000), ("bill.csv", 2400)):
        with open(os.path.join(fixtures, name), "rb") as stream, open(os.path.join(corpus, name), "wb") as seed:
            seed.write(stream.read(size))
    ran = subprocess.run(
        [program, "-max_total_time=%d" % FUZZ_SECONDS, "-max_len=4096", "-timeout=10", "-seed=1", corpus],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=folder, timeout=FUZZ_SECONDS + 120,
        # libFuzzer keeps the input only where the language's own report of a trap stays out of its way.
        env=dict(os.environ, SWIFT_BACKTRACE="enable=no"))
    stopped = [open(file, "rb").read() for file in glob.glob(os.path.join(folder, "crash-*"))]
    check("fuzzing: nothing stops the readers", ran.returncode == 0,
          "%s\n%s" % (stopped[:1], ran.stdout.decode("utf-8", "replace")[-800:]))


def main():
    with tempfile.TemporaryDirectory() as folder:
        judge_traces(folder)
        judge_rows(folder)
        judge_fuzz(folder)
    closing()


main()
