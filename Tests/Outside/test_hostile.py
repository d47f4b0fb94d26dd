"""Every kind of file that is read, damaged: the program answers or refuses in words with the place, and nothing ends it."""

import os
import random
import re
import tempfile
import time

from judging import PACKAGE, check, closing, run

SECONDS = int(os.environ.get("FUZZ_SECONDS", "40"))
FIRST = int(os.environ.get("FUZZ_SEED", "1"))
FIXTURES = os.path.join(PACKAGE, "Tests", "CommandTests", "Fixtures")
EXAMPLE = os.path.join(FIXTURES, "worked-example.json5")
LIMIT = 20  # seconds, on a machine that others are busy on
# What stands at the places that people damage first.
PIECES = [b"1e308", b"-1", b"1e-320", b"99999999999999999999", b"NaN", b"Infinity", b"null", b"\0", b"\xff\xfe", b"\xed\xa0\x80", b'"', b"'", b"\\u0000",
          b"{", b"}", b"[", b"]", b",", b":", b"/*", b"//", b"\n", b"\r", b"\t", b"%", b"$", b"\xe2\x82\xac", b"0x1p9999", b"-0", b"true", b"\xc3\x97", b"*",
          b"..", b"=", b"[" * 300, b"{a:" * 300, b"9" * 400, b"x" * 5000, b"\xf0\x9f\x91\xa9\xe2\x80\x8d" * 40]


def damaged(data, dice):
    """A file as a slip, a bad disk or somebody with bad intent would leave it."""
    data = bytearray(data)
    for _ in range(dice.choice([1, 1, 1, 2, 5, 30])):
        kind, place = dice.randrange(8), dice.randrange(len(data) + 1)
        end = min(len(data), place + dice.choice([1, 1, 4, 40, 400]))
        if kind == 0 and place < len(data):
            data[place] ^= 1 << dice.randrange(8)
        elif kind == 1:
            del data[place:end]
        elif kind == 2:
            data[place:place] = dice.choice(PIECES)
        elif kind == 3:
            data[place:end] = dice.choice(PIECES)
        elif kind == 4:
            data[place:place] = data[place:end] * dice.choice([1, 2, 50])
        elif kind == 5 and dice.random() < 0.3:
            del data[place:]
        elif kind == 6:
            numbers = list(re.finditer(rb"\d+(\.\d+)?", data))
            if numbers:
                number = dice.choice(numbers)
                data[number.start():number.end()] = dice.choice([b"0", b"1e15", b"1e300", b"-5", b"0.0000001", b"", b"1000000"])
        elif kind == 7:
            lines = data.split(b"\n")
            first, second = dice.randrange(len(lines)), dice.randrange(len(lines))
            lines[first], lines[second] = lines[second], lines[first]
            data = bytearray(b"\n".join(lines))
    return bytes(data)


def content(*path):
    with open(os.path.join(*path), "rb") as stream:
        return stream.read()


def subjects(folder):
    """name, the file's sound content, its ending, and the command that reads it."""
    shard = run("simulate", EXAMPLE, "--draws", "64", "--shard", "1/1").out
    table = run("assumptions", "export", EXAMPLE).out
    fixture = lambda name: content(FIXTURES, name)
    return [
        ("a scenario", content(EXAMPLE), ".json5", ["run", "FILE"]),
        ("a scenario of everything", content(PACKAGE, "Tests", "Outside", "every-feature.json5"), ".json5", ["check", "FILE"]),
        ("a scenario, drawn", content(EXAMPLE), ".json5", ["simulate", "FILE", "--draws", "50"]),
        ("a scenario's plans", content(EXAMPLE), ".json5", ["plans", "FILE"]),
        ("assumptions", table, ".csv", ["run", EXAMPLE, "--assumptions", "FILE"]),
        ("a price book", fixture("token-prices.json"), ".json", ["prices", "check", "--prices", "FILE"]),
        ("a price book of a scenario", fixture("token-prices.json"), ".json", ["run", EXAMPLE, "--prices", "FILE"]),
        ("a price list of a log", fixture("token-prices.json"), ".json", ["measure", os.path.join(FIXTURES, "traces.jsonl"), "--prices", "FILE"]),
        ("a checklist", content(PACKAGE, "Scenarios", "readiness", "touchless-checklist.json5"), ".json5", ["readiness", "--items", "--checklist", "FILE"]),
        ("a price book of our own", fixture("own-prices.json"), ".json", ["prices", "check", "--prices", "FILE"]),
        ("a price book of providers", fixture("provider-prices.json"), ".json", ["prices", "find", "assistant", "--prices", "FILE"]),
        ("the words of a log", fixture("log-map.json5"), ".json5", ["measure", os.path.join(FIXTURES, "runs.csv"), "--map", "FILE"]),
        ("a result of a warehouse", fixture("warehouse-result.csv"), ".csv", ["measure", "FILE"]),
        ("times of a help desk", fixture("helpdesk.csv"), ".csv",
         ["measure", os.path.join(FIXTURES, "traces.jsonl"), "--helpdesk", "FILE", "--map", "helpdesk.task=run", "--rate", "$38 / h"]),
        ("approvals", fixture("approvals.jsonl"), ".jsonl",
         ["measure", os.path.join(FIXTURES, "traces.jsonl"), "--approvals", "FILE", "--rate", "$38 / h"]),
        ("a shard", shard, ".json", ["merge", EXAMPLE, "FILE"]),
        ("traces", fixture("traces.jsonl"), ".jsonl", ["measure", "FILE"]),
        ("chains", fixture("chains.jsonl"), ".jsonl", ["readiness", EXAMPLE, "FILE", "--on", "2026-11-22", "--draws", "10"]),
        ("a log of rows", fixture("runs.csv"), ".csv", ["measure", "FILE"]),
        ("a bill", fixture("bill.csv"), ".csv", ["measure", os.path.join(FIXTURES, "runs.csv"), "--bill", "FILE"]),
        ("results of an evaluation", content(PACKAGE, "Scenarios", "readiness", "support-evaluations.csv"), ".csv", None),
        ("a JSON Schema", content(PACKAGE, "Scenarios", "readiness", "refund.schema.json"), ".json", None),
    ]


def main():
    start, seed, faults = time.monotonic(), FIRST, 0
    statuses = {}
    with tempfile.TemporaryDirectory() as folder:
        sound = []
        for name, data, ending, words in subjects(folder):
            path = os.path.join(folder, "damaged" + ending)
            if words is None:  # which a scenario names
                key = "evaluation: [\"%s\"]" if ending == ".csv" else 'tools: { crm: { names: ["crm"], schema: "%s" } }'
                naming = os.path.join(folder, "names-%s.json5" % ending[1:])
                with open(naming, "w", encoding="utf-8") as stream:
                    stream.write('{ extends: "%s", readiness: { %s } }' % (EXAMPLE, key % os.path.basename(path)))
                words = ["readiness", naming, "--on", "2026-11-22", "--draws", "10"]
            words = [path if word == "FILE" else word for word in words]
            with open(path, "wb") as stream:
                stream.write(data)
            ran = run(*words)
            if check("%s: is read while it is sound" % name, ran.status in (0, 1), (ran.status, ran.err[-300:])):
                sound.append((name, data, path, words))
        while time.monotonic() - start < SECONDS or seed < FIRST + 2 * len(sound):
            dice = random.Random(seed)
            name, data, path, words = sound[seed % len(sound)]
            with open(path, "wb") as stream:
                stream.write(damaged(data, dice))
            ran = run(*words)
            title = "FUZZ_SEED=%d, %s" % (seed, name)
            held = check(title + ": exit code", ran.status in (0, 1, 2, 64), (ran.status, ran.err[-400:]))
            check(title + ": soon", ran.seconds < LIMIT, "%.1f s" % ran.seconds)
            if ran.status == 2:
                check(title + ": nothing on standard output", ran.out == b"", ran.out[:100])
                # A sound file may be what does not fit with what is left of the damaged one.
                said = re.search(r"^\S+\.\w+:[\d:]* error: |error: .*(%s)" % "|".join(
                    re.escape(os.path.basename(word)) for word in words if "/" in word), ran.err, re.MULTILINE)
                check(title + ": a message that names the file", said, ran.err[:300])
                check(title + ": no control codes", not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", ran.err), ascii(ran.err[:300]))
            elif ran.status < 2:
                text = ran.out.decode("utf-8", "replace")
                check(title + ": no figure that is none", not re.search(r"(?<![A-Za-z\"'_:.])(-?nan|NaN|-?inf)(?![\w\"'])", text),
                      text[:200])
            if not held:
                keep = os.path.join(tempfile.gettempdir(), "hostile-%d%s" % (seed, os.path.splitext(path)[1]))
                with open(keep, "wb") as stream:
                    stream.write(content(path))
                print("        kept as %s: unitecon %s" % (keep, " ".join(words)))
            statuses[ran.status] = statuses.get(ran.status, 0) + 1
            seed += 1
    print("  %d damaged files, seeds %d to %d; exit codes %s" % (sum(statuses.values()), FIRST, seed - 1, dict(sorted(statuses.items()))))
    closing()


if __name__ == "__main__":
    main()
