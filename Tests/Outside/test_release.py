"""What is handed out: one file that runs on a machine with nothing on it, and results that say what made them."""

import hashlib
import html
import os
import re
import shutil
import subprocess
import tempfile
import zipfile

from judging import PACKAGE, PROGRAM, check, closing, objects_of, run, skip

EXAMPLE = os.path.join("Tests", "CommandTests", "Fixtures", "worked-example.json5")
DESK = os.path.join("Tests", "CommandTests", "Fixtures", "small-desk.json5")
TRACES = os.path.join("Tests", "CommandTests", "Fixtures", "traces.jsonl")


def one_file(folder):
    """The program linked anew from the objects of its build, with the toolchain's libraries in it; the build itself where it is so."""
    told = subprocess.run(["ldd", PROGRAM], stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout.decode("utf-8", "replace")
    if "swift" not in told.replace("swift-", "").lower():
        return PROGRAM
    with open(os.path.join(PACKAGE, "Package.swift"), encoding="utf-8") as stream:
        rooms = set(re.findall(r'"(\w+)"', stream.read())) - {"Benchmarks", "SyntheticLogs", "TestSupport"}
    objects = [file for room in sorted(rooms) if not room.endswith("Tests")
               for file in objects_of(room)]
    if not shutil.which("swiftc") or not objects:
        return None
    target = os.path.join(folder, "unitecon")
    linked = subprocess.run(["swiftc", "-static-stdlib", "-Xlinker", "--defsym=main=unitecon_main", *objects, "-o", target],
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    check("one file is linked from the same objects", linked.returncode == 0, linked.stdout.decode("utf-8", "replace")[-400:])
    return target if linked.returncode == 0 else None


def judge_alone(folder):
    """The program with the C library beside it and nothing else: no Swift, no shell, no /etc. The kernel's
    own /proc is there, by which Swift knows the words of the command line."""
    program = one_file(folder)
    if program is None:
        return skip("a machine with nothing on it", "there is no swiftc, or no object of the build, to link one file from")
    told = subprocess.run(["ldd", program], stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout.decode("utf-8", "replace")
    libraries = re.findall(r"(?:=> )?(/\S+) \(0x", told)
    of_system = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1"}
    others = [library for library in libraries if os.path.basename(library) not in of_system and "ld-linux" not in library]
    check("only libraries that every system has", not others, others)
    if os.geteuid() != 0 or not shutil.which("chroot"):
        return skip("a machine with nothing on it", "only root may change the root")
    bare = os.path.join(folder, "bare")
    os.mkdir(bare)
    for library in libraries:
        place = bare + library
        os.makedirs(os.path.dirname(place), exist_ok=True)
        shutil.copy(os.path.realpath(library), place)
    os.mkdir(os.path.join(bare, "proc"))
    if subprocess.run(["mount", "-t", "proc", "proc", os.path.join(bare, "proc")], stderr=subprocess.DEVNULL).returncode:
        return skip("a machine with nothing on it", "no /proc may be mounted")
    try:
        judge_bare(program, bare, libraries)
    finally:
        subprocess.run(["umount", os.path.join(bare, "proc")], check=True)


def judge_bare(program, bare, libraries):
    shutil.copy(program, os.path.join(bare, "unitecon"))
    shutil.copy(os.path.join(PACKAGE, EXAMPLE), os.path.join(bare, "scenario.json5"))
    shutil.copy(os.path.join(PACKAGE, TRACES), os.path.join(bare, "traces.jsonl"))
    for words in (["run", "scenario.json5"], ["simulate", "scenario.json5", "--draws", "20000"], ["stress", "scenario.json5", "--pack"],
                  ["measure", "traces.jsonl", "--prices", "shipped"], ["report", "scenario.json5", "-o", "page.html"],
                  ["report", "scenario.json5", "-o", "model.xlsx"], ["readiness", "scenario.json5", "--on", "2026-11-22", "--draws", "1000"],
                  ["init"], ["--version"]):
        alone = subprocess.run([shutil.which("chroot"), bare, "/unitecon", *words], env={}, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for name in ("page.html", "model.xlsx"):
            if name in words:
                check("alone: %s is written" % name, os.path.exists(os.path.join(bare, name)) and os.path.getsize(os.path.join(bare, name)) > 9999)
        here = subprocess.run([PROGRAM, *words], cwd=bare, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        check("alone: %s says the same as here" % " ".join(words[:2]),
              alone.returncode == here.returncode < 3 and alone.stdout == here.stdout, (alone.returncode, alone.stderr[-300:]))
    print("  one file of %.1f MB, with %s" % (os.path.getsize(program) / 1e6, " ".join(map(os.path.basename, libraries))))


def judge_provenance(folder):
    """Version of the program and fingerprint of the scenario in every form that has room for words."""
    version = run("--version").out.decode().split()[1]
    check("a version of three numbers", re.fullmatch(r"\d+\.\d+\.\d+", version), version)
    with open(os.path.join(PACKAGE, "CHANGELOG.md"), encoding="utf-8") as stream:
        newest = re.search(r"^## (\S+)", stream.read(), re.MULTILINE).group(1)
    check("the changelog begins with it", newest == version, newest)
    with open(os.path.join(PACKAGE, DESK), "rb") as stream:
        fingerprint = hashlib.sha256(stream.read()).hexdigest()
    stress = re.search(r"stresses:\s*{\s*(\w+)", open(os.path.join(PACKAGE, DESK), encoding="utf-8").read()).group(1)
    verbs = [("run", []), ("stress", []), ("stress", ["--axis", "humanReview.rate=×1..×2:3"]), ("sensitivity", []), ("plans", []), ("lint", []),
             ("simulate", ["--draws", "200"]), ("simulate", ["--month", "--draws", "200"]), ("compare", ["--stress", stress]),
             ("solve", ["--for", "humanReview.rate", "--target", "grossMargin=10%"]), ("explain", ["costPerCompletedTask"]),
             ("readiness", ["--on", "2026-11-22", "--draws", "200"])]
    for verb, words in verbs:
        for form in ("txt", "md", "json"):
            ran = run(verb, DESK, *words, "--format", form, "--width", "1000")
            text = ran.out.decode()
            name = "%s %s, %s" % (verb, " ".join(words[:1]), form)
            if check(name + ": is answered", ran.status in (0, 1), ran.err[-200:]):
                check(name + ": says the version", version in text, text[-300:])
                check(name + ": says which file it read", fingerprint[:16] in text, text[-300:])
    for name in ("report.html", "report.md", "report.txt", "report.json", "report.xlsx", "tables/"):
        target = os.path.join(folder, name)
        words = ["--format", "csv"] if name == "tables/" else []
        ran = run("report", DESK, *words, "-o", target)
        check("report %s: is written" % name, ran.status in (0, 1) and os.path.exists(target), ran.err[-200:])
        if name.endswith("xlsx"):
            with zipfile.ZipFile(target) as book:
                text = "".join(book.read(part).decode() for part in book.namelist())
        elif name == "tables/":
            text = "".join(open(os.path.join(target, part), encoding="utf-8").read() for part in os.listdir(target))
        else:
            text = open(target, encoding="utf-8").read()
        text = html.unescape(text)
        check("report %s: says the version" % name, version in text)
        check("report %s: says which file it read" % name, fingerprint[:16] in text)
    shard = run("simulate", DESK, "--draws", "2000", "--shard", "1/2")
    check("a shard: says the version and which file it read", version in shard.out.decode() and fingerprint[:16] in shard.out.decode(),
          shard.out[:300])


with tempfile.TemporaryDirectory() as folder:
    judge_alone(folder)
    judge_provenance(folder)
closing()
