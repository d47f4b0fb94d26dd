"""The program under the thread and the address sanitizer: what runs on several cores, and what reads bytes by their address."""

import os
import re
import shutil
import subprocess
import tempfile
import time

from judging import HERE, PACKAGE, check, closing, skip

FIXTURES = os.path.join("Tests", "CommandTests", "Fixtures")
SCENARIO, EXAMPLE = os.path.join("Scenarios", "support-ticket.json5"), os.path.join(FIXTURES, "worked-example.json5")
UNCERTAIN = os.path.join("Sources", "Benchmarks", "uncertain.json5")
TRACES = [os.path.join(FIXTURES, name) for name in ("traces.jsonl", "chains.jsonl")]
AXES = ["--axis", "outcomes.escalation.*=×1..×3:40", "--axis", "humanReview.rate=×1..×2:40"]
# Small work: what is watched is a hundred times as slow. Each has enough pieces for two cores to share.
COMMANDS = [
    ["run", SCENARIO, EXAMPLE], ["simulate", EXAMPLE, "--draws", "17000"], ["simulate", EXAMPLE, "--draws", "120", "--sampling", "sobol"],
    ["simulate", UNCERTAIN, "--draws", "100"], ["simulate", EXAMPLE, "--month", "--draws", "200"],
    ["stress", EXAMPLE, *AXES, "--figure", "grossMargin", "--format", "csv"], ["stress", EXAMPLE, *AXES, "-o", "OUT/sweep.xlsx"],
    ["sensitivity", os.path.join(FIXTURES, "small-desk.json5")], ["plans", EXAMPLE, "--over", "tasks"], ["report", EXAMPLE, "-o", "OUT/page.html"],
    ["report", EXAMPLE, "-o", "OUT/model.xlsx"], ["report", os.path.join(FIXTURES, "small-desk.json5"), "--all", "-o", "OUT/all"],
    ["measure", *TRACES, "--prices", os.path.join(FIXTURES, "token-prices.json")], ["measure", "OUT/long.jsonl"],
    ["measure", "OUT/long.csv"], ["measure", os.path.join(FIXTURES, "traces.jsonl"), "--into", EXAMPLE, "-o", "OUT/measured.json5"],
    ["readiness", EXAMPLE, *TRACES, "--on", "2026-11-22", "--draws", "400"], ["prices", "find", "claude"], ["assumptions", "export", EXAMPLE],
]
# Two who add to one number, each in turn or both at once; neither begins before the other is there.
COUNTING = """import Dispatch
import Synchronization
final class Shared: @unchecked Sendable {
  let begun = Atomic(0)
  let guarded = Mutex(0)
  var open = 0
}
let shared = Shared()
DispatchQueue.concurrentPerform(iterations: 2) { _ in
  let end = ContinuousClock.now + .seconds(20)
  shared.begun.wrappingAdd(1, ordering: .relaxed)
  while shared.begun.load(ordering: .relaxed) < 2, ContinuousClock.now < end {}
  for _ in 0..<20_000 {
    if CommandLine.arguments.count > 1 { shared.open += 1 } else { shared.guarded.withLock { $0 += 1 } }
  }
}
"""
REPORTED = re.compile(r"(WARNING: ThreadSanitizer|ERROR: AddressSanitizer|SUMMARY: \w+Sanitizer)[^\n]*")


def longer(folder):
    """Logs of so many blocks that several cores read them: the same runs over and over, under other names."""
    with open(os.path.join(PACKAGE, FIXTURES, "traces.jsonl"), encoding="utf-8") as stream:
        traces = stream.read()
    with open(os.path.join(folder, "long.jsonl"), "w", encoding="utf-8") as stream:
        for number in range(4_500_000 // len(traces)):
            stream.write(re.sub(r'("traceId": *")[0-9a-f]{8}', r"\g<1>%08x" % number, traces))
    with open(os.path.join(PACKAGE, FIXTURES, "runs.csv"), encoding="utf-8") as stream:
        head, rows = stream.readline(), stream.read()
    with open(os.path.join(folder, "long.csv"), "w", encoding="utf-8") as stream:
        stream.write(head + rows * (3_000_000 // len(rows)))


def built(kind):
    """The program with its own objects, beside the ordinary build; None where it cannot be built."""
    place = os.environ.get("SANITIZED", os.path.join(PACKAGE, ".build", "sanitized")) + "/" + kind
    start = time.monotonic()
    done = subprocess.run(["swift", "build", "--product", "unitecon", "--sanitize=" + kind, "--scratch-path", place], cwd=PACKAGE,
                          env=dict(os.environ, UNITECON_STRICT="1"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print("  the build for %s took %.0f s" % (kind, time.monotonic() - start))
    words = done.stdout.decode("utf-8", "replace")
    return os.path.join(place, "debug", "unitecon") if check(kind + ": it builds", done.returncode == 0, words[-600:]) else None


def seen_mutexes(folder):
    """What makes the thread sanitizer see the toolchain's Mutex, proven on a program with one and on one without."""
    seen, source, program = (os.path.join(folder, name) for name in ("mutex_seen.so", "counting.swift", "counting"))
    with open(source, "w", encoding="utf-8") as stream:
        stream.write(COUNTING)
    for words in (["clang", "-shared", "-fPIC", os.path.join(HERE, "mutex_seen.c"), "-o", seen], ["swiftc", "-sanitize=thread", source, "-o", program]):
        done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if not check("test itself: %s takes it" % words[0], done.returncode == 0, done.stdout[-600:]):
            return None
    options = dict(os.environ, TSAN_OPTIONS="exitcode=66", LD_PRELOAD=seen)
    for name, words, status in (("in turn", [], 0), ("at once", ["at once"], 66)):
        done = subprocess.run([program, *words], env=options, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        check("test itself: two who count, " + name, done.returncode == status, (done.returncode, done.stdout[:600]))
    return seen


def main():
    if not shutil.which("swift"):
        skip("sanitizers", "there is no swift")
        return closing()
    with tempfile.TemporaryDirectory() as folder:
        longer(folder)
        seen = seen_mutexes(folder)
        for kind in ("thread", "address"):
            program = built(kind)
            if program is None:
                continue
            options = dict(os.environ, TSAN_OPTIONS="exitcode=66", ASAN_OPTIONS="exitcode=66:detect_leaks=0", SWIFT_BACKTRACE="enable=no")
            if kind == "thread" and seen:
                options["LD_PRELOAD"] = seen
            with open(program, "rb") as stream:
                check("test itself: the program is watched, " + kind, b"__%s_init" % {"thread": b"tsan", "address": b"asan"}[kind] in stream.read())
            start = time.monotonic()
            for words in COMMANDS:
                name = "%s: %s" % (kind, " ".join(words[:2]))
                words = [word.replace("OUT", folder) for word in words]
                done = subprocess.run([program, *words], cwd=PACKAGE, env=options, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=600)
                complaint = done.stderr.decode("utf-8", "replace")
                told = REPORTED.search(complaint)
                check(name, done.returncode in (0, 1) and not told, (done.returncode, complaint[:3000]))
            print("  %d commands under %s took %.0f s" % (len(COMMANDS), kind, time.monotonic() - start))
    closing()


if __name__ == "__main__":
    main()
