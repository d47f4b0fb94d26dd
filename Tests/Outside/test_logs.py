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

from judging import HERE, PACKAGE, PROGRAM, check, closing, objects_of, run, skip

FUZZ_SECONDS = int(os.environ.get("FUZZ_SECONDS", "60"))
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


LINKS = ("request", "context", "decision", "toolCalls", "toolResponses", "output", "outcome")


def random_steps(chance):
    """The steps of a run, which tell this and leave out that: a root, calls of models, calls of tools."""
    talks, asked, steps = chance.random() < 0.7, 0, []

    def some(share):
        return chance.random() < share

    def step(identity, kind, parent, **more):
        own = {"id": identity, "kind": kind, "parent": parent, "failed": some(0.15), "ended": some(0.9),
               "in": talks and some(0.85), "out": talks and some(0.8), **more}
        steps.append(own)

    has_root = some(0.9)
    if has_root:
        step(1, "root", None, outcome=some(0.8))
    parent = 1 if has_root or some(0.5) else None
    for index in range(chance.randint(0, 3)):
        calls = ["call-%d" % (asked + number) for number in range(chance.randint(0, 2))]
        asked += len(calls)
        step(10 + index, "model", parent, model=some(0.94), tokens=some(0.9), asks=calls)
    for index in range(chance.randint(0, 3)):
        step(100 + index, "tool", parent, name=some(0.92),
             call=None if some(0.2) else "call-%d" % chance.randint(0, asked))
    return steps


def chain_of(steps):
    """What is missing, told, not told and not owed, by the rules that the room states."""
    models, tools = ([step for step in steps if step["kind"] == kind] for kind in ("model", "tool"))
    roots, known = [step for step in steps if step["parent"] is None], {step["id"] for step in steps}
    root, first, last = roots[:1], models[:1], models[-1:]
    asked = {call for step in models if step["out"] for call in step["asks"]}
    alive = [step for step in tools if not step["failed"]]
    given, arguments, results = ([step for step in some if step[key]]
                                 for some, key in ((models, "in"), (tools, "in"), (alive, "out")))
    gaps = {gap for gap, holds in {
        "noRoot": not roots, "noParent": any(step["parent"] not in known | {None} for step in steps),
        "partOfContext": 0 < len(given) < len(models), "noModelCall": not models,
        "noModel": any(not step["model"] for step in models),
        "noTokens": any(not step["tokens"] and not step["failed"] for step in models),
        "callNotMade": len(asked - {step["call"] for step in tools}) > sum(step["call"] is None for step in tools),
        "noToolName": any(not step["name"] for step in tools),
        "partOfArguments": 0 < len(arguments) < len(tools),
        "noResponse": any(not step["out"] and not step["ended"] for step in alive),
        "partOfResults": 0 < len(results) < len(alive)}.items() if holds}
    answered = any(step["out"] for step in root + last)
    failed = any(step["failed"] for step in root)
    told = {"request": any(step["in"] for step in root + first), "context": given, "toolCalls": arguments,
            "toolResponses": results, "output": answered,
            "outcome": any(step.get("outcome") for step in steps) or any(step["failed"] for step in roots)}
    idle = {link for link, holds in {
        "context": not models, "toolCalls": not tools, "toolResponses": not tools,
        "output": failed and not answered}.items() if holds}
    silent = {link for link in told if not told[link] and not (link == "toolResponses" and tools and not alive)}
    return {"gaps": gaps, "seen": {link for link in told if told[link]}, "silent": silent, "idle": idle}


def written(step, trace):
    """A step as a span of OTLP."""
    attributes = {"root": {"gen_ai.operation.name": "invoke_agent"}, "model": {"gen_ai.operation.name": "chat"},
                  "tool": {"gen_ai.operation.name": "execute_tool"}}[step["kind"]]
    for key, name, what in (("outcome", "task.outcome", "success"), ("model", "gen_ai.request.model", "m-1"),
                            ("tokens", "gen_ai.usage.output_tokens", 5), ("name", "gen_ai.tool.name", "t"),
                            ("call", "gen_ai.tool.call.id", step.get("call"))):
        if step.get(key):
            attributes[name] = what
    if step["kind"] == "model":
        attributes["gen_ai.usage.input_tokens"] = 5
        names = ("gen_ai.prompt.0.content", "gen_ai.output.messages")
    else:
        names = ("input.value", "output.value") if step["kind"] == "root" \
            else ("gen_ai.tool.call.arguments", "gen_ai.tool.call.result")
    if step["in"]:
        attributes[names[0]] = "{}"
    if step["out"]:
        parts = [{"type": "tool_call", "id": call, "name": "t"} for call in step.get("asks", ())]
        attributes[names[1]] = json.dumps([{"role": "assistant", "parts": [{"type": "text", "content": "a"}] + parts}])
    own = {"traceId": trace, "spanId": "%016x" % step["id"], "startTimeUnixNano": 10 + step["id"],
           "attributes": [{"key": key, **value("intValue" if isinstance(what, int) else "stringValue", what)}
                          for key, what in attributes.items()], "status": {"code": 2 if step["failed"] else 0}}
    if step["parent"]:
        own["parentSpanId"] = "%016x" % step["parent"]
    if step["ended"] or step["kind"] != "tool":
        own["endTimeUnixNano"] = 20 + step["id"]
    return own


LINK_OF_GAP = {"noRoot": "request", "noParent": "request", "partOfContext": "context", "noModelCall": "decision",
               "noModel": "decision", "noTokens": "decision", "callNotMade": "toolCalls", "noToolName": "toolCalls",
               "partOfArguments": "toolCalls", "noResponse": "toolResponses", "partOfResults": "toolResponses"}


def link_states(chain, captured):
    broken = {LINK_OF_GAP[gap] for gap in chain["gaps"]}
    return {link: "missing" if link in broken else "notOwed" if link in chain["idle"]
            else "present" if link not in chain["silent"] else "missing" if link in captured else "notCaptured"
            for link in LINKS}


def judge_chains(folder):
    for seed, title in ((31, "chains"), (32, "chains, another time")):
        chance = random.Random(seed)
        runs = [steps for steps in (random_steps(chance) for _ in range(500)) if steps]
        traces = ["%032x" % (number + 1) for number in range(len(runs))]
        chains = [chain_of(steps) for steps in runs]
        captured = set().union(*(chain["seen"] for chain in chains))
        states = [link_states(chain, captured) for chain in chains]
        spans = [written(step, trace) for steps, trace in zip(runs, traces) for step in steps]
        chance.shuffle(spans)
        file = os.path.join(folder, "chains-%d.jsonl" % seed)
        with open(file, "w", encoding="utf-8") as stream:
            for start in range(0, len(spans), 25):
                stream.write(json.dumps({"resourceSpans": [{"scopeSpans": [{"spans": spans[start:start + 25]}]}]}) + "\n")
        found = facts(file)
        for link in LINKS:
            expected = {state: sum(own[link] == state for own in states)
                        for state in ("present", "missing", "notCaptured", "notOwed")}
            right = {state: float(found["", "chain", link, state]) for state in expected}
            check("%s: %s" % (title, link), right == expected, (right, expected))
        for gap, link in LINK_OF_GAP.items():
            expected = sum(gap in chain["gaps"] for chain in chains)
            check("%s: %s" % (title, gap), float(found.get(("", "chain", link, gap), 0)) == expected, expected)
        whole = sum("missing" not in own.values() for own in states)
        check("%s: whole runs" % title, float(found["", "chain", "whole", "runs"]) == whole, whole)
        for steps, trace, chain, own in list(zip(runs, traces, chains, states))[:12]:
            answer = run("measure", file, "--task", trace, "--format", "json")
            told = json.loads(answer.out)["runs"][0]
            check("%s: the timeline of a run says the same" % title,
                  {link["link"]: link["state"] for link in told["chain"]} == own
                  and {gap for link in told["chain"] for gap in link["gaps"]} == chain["gaps"]
                  and len(told["steps"]) == len(steps), (told["chain"], own))


def judge_fuzz(folder):
    """libFuzzer on the readers: a crash, a trap or a hang is a failure."""
    if not shutil.which("swiftc"):
        return skip("fuzzing", "there is no swiftc")
    # The room is built anew, to be watched; those that it stands on are as the program's own build left them.
    sources = glob.glob(os.path.join(PACKAGE, "Sources", "RunLogs", "**", "*.swift"), recursive=True)
    products = os.path.dirname(PROGRAM)
    below = [file for room in ("Readiness", "UnitEconomics", "Formulas", "Blocks") for file in objects_of(room)]
    program = os.path.join(folder, "fuzz")
    built = subprocess.run(
        ["swiftc", "-O", "-wmo", "-swift-version", "6", "-sanitize=fuzzer", "-parse-as-library",
         "-I", os.path.join(products, "Modules"), *sources, os.path.join(HERE, "fuzz_logs.swift"), *below,
         "-o", program], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if not check("fuzzing: it builds", built.returncode == 0, built.stdout.decode("utf-8", "replace")[-600:]):
        return
    corpus = os.path.join(folder, "corpus")
    os.mkdir(corpus)
    fixtures = os.path.join(PACKAGE, "Tests", "CommandTests", "Fixtures")
    for name, size in (("runs.csv", 2000), ("token-prices.json", 2000), ("traces.jsonl", 3000),
                       ("chains.jsonl", 4000), ("bill.csv", 2400)):
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
        judge_chains(folder)
        judge_fuzz(folder)
    closing()


main()
