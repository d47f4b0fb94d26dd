"""Shards drawn by other programs' workers, GNU parallel's and Spark's, against the run of one machine."""

import glob
import os
import random
import shutil
import subprocess
import tempfile

from judging import PACKAGE, PROGRAM, check, closing, run, skip

SCENARIO = os.path.join(PACKAGE, "Scenarios", "support-ticket.json5")
SHARDS = 64
# Kept values and exact quantiles, sketches, and draws that are not random.
REQUESTS = [
    ["--draws", "300000", "--seed", "7"],
    ["--draws", "3e6", "--seed", "7", "--under", "slowTools", "--set", "humanReview.rate=$40 / h"],
    ["--draws", "5e5", "--sampling", "sobol", "--quantiles", "sketch"],
]
FORMS = ["txt", "csv", "json"]


def singles(request):
    """What one machine says, in every form."""
    return {form: run("simulate", SCENARIO, *request, "--format", form) for form in FORMS}


def compare(name, request, whole, shards, stdin=None):
    for form in FORMS:
        merged = run("merge", SCENARIO, *shards, "--format", form, stdin=stdin and open(stdin, "rb"))
        check("%s: %s, %s is that of one run" % (name, " ".join(request), form),
              whole[form].status in (0, 1) and (merged.status, merged.out) == (whole[form].status, whole[form].out),
              merged.err[-400:])


def judge_parallel(request, whole, folder):
    """One process a shard; any order of files."""
    pattern = os.path.join(folder, "shard-{}.json")
    command = [PROGRAM, "simulate", SCENARIO, *request]
    spread = (["parallel", "--will-cite", "-q", "-j", "2"] if shutil.which("parallel") else ["xargs", "-P", "2", "-I{}"])
    words = command + ["--shard", "{}/%d" % SHARDS, "-o", pattern]
    numbers = "".join("%d\n" % shard for shard in range(1, SHARDS + 1))
    done = subprocess.run(spread + words, input=numbers.encode(), stderr=subprocess.PIPE)
    check("%s draws %d shards" % (spread[0], SHARDS), done.returncode == 0, done.stderr[-400:])
    files = sorted(glob.glob(os.path.join(folder, "shard-*.json")))
    random.Random(1).shuffle(files)
    compare(spread[0], request, whole, files)
    return files


def judge_damage(request, whole, files, folder):
    """A shard with any byte changed, cut or doubled is refused, or says the same; nothing else happens."""
    others, victim = files[1:], files[0]
    with open(victim, "rb") as stream:
        good = stream.read()
    chance = random.Random(2)
    strange = []
    damaged = os.path.join(folder, "damaged.json")
    for _ in range(40):
        at = chance.randrange(len(good))
        if chance.random() < 0.7:
            at = min(at, chance.randrange(3000))
        bad = chance.choice([
            good[:at], good[:at] + bytes([chance.randrange(256)]) + good[at + 1:], good[:at] + good[at + 1:],
            good[:at] + good[at:at + 1] + good[at:], good[:at] + b"1e308" + good[at + 1:], good[:at] + b"-" + good[at:],
        ])
        with open(damaged, "wb") as stream:
            stream.write(bad)
        ran = run("merge", SCENARIO, damaged, *others, "--format", "json")
        if ran.status not in (0, 1, 2) or (ran.status == 2) == bool(ran.out):
            strange.append((at, bad[max(0, at - 20):at + 20], ran.status, ran.err[-200:]))
    check("40 damaged shards are refused or read, and nothing else", not strange, strange[:3])


def judge_spark(request, whole, folder):
    """Partitions of numbers are piped through the command, and what comes out is merged."""
    if not shutil.which("java"):
        return skip("Spark", "there is no Java")
    try:
        from pyspark import SparkConf, SparkContext
    except ImportError:
        return skip("Spark", "there is no pyspark")
    settings = SparkConf().setMaster("local[2]").set("spark.ui.enabled", "false")
    context = SparkContext(conf=settings)
    context.setLogLevel("ERROR")
    try:
        words = " ".join("'%s'" % word for word in [PROGRAM, "simulate", SCENARIO, *request])
        pipe = "xargs -I{} %s --shard {}/%d" % (words, SHARDS)
        lines = context.parallelize(range(1, SHARDS + 1), 8).pipe(pipe, checkCode=True).collect()
    finally:
        context.stop()
    check("Spark gives %d lines" % SHARDS, len(lines) == SHARDS, len(lines))
    collected = os.path.join(folder, "collected")
    with open(collected, "w", encoding="utf-8") as stream:
        stream.writelines(line + "\n" for line in lines)
    compare("Spark", request, whole, ["-"], stdin=collected)


def main():
    for index, request in enumerate(REQUESTS):
        whole = singles(request)
        with tempfile.TemporaryDirectory() as folder:
            files = judge_parallel(request, whole, folder)
            if index == 2:
                judge_damage(request, whole, files, folder)
            if index == 1:
                judge_spark(request, whole, folder)
    closing()


if __name__ == "__main__":
    main()
