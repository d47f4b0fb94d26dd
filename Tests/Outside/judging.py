"""What the judges share: the program under judgement, and counting."""

import glob
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(os.path.dirname(HERE))
PROGRAM = os.path.abspath(os.environ.get("UNITECON", os.path.join(PACKAGE, ".build", "release", "unitecon")))

passed = failed = 0


def check(name, holds, detail=""):
    """Counts one verdict and says it where it is a failure."""
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print("FAILED  %s%s" % (name, "\n        " + str(detail) if detail else ""))
    return holds


def skip(name, why):
    print("skipped %s: %s" % (name, why))


def closing():
    print("%s: %d passed, %d failed" % (os.path.basename(sys.argv[0]), passed, failed))
    sys.exit(1 if failed else 0)


def objects_of(room):
    """The objects that a build left of a room; those of a source that is gone belong to no program any more."""
    sources = glob.glob(os.path.join(PACKAGE, "Sources", room, "**", "*.swift"), recursive=True)
    there = {os.path.basename(source) + ".o" for source in sources}
    found = sorted(glob.glob(os.path.join(os.path.dirname(PROGRAM), room + ".build", "*.o")))
    return [file for file in found if not file.endswith(".swift.o") or os.path.basename(file) in there]


class Ran:
    def __init__(self, status, out, err, seconds):
        self.status, self.out, self.err, self.seconds = status, out, err, seconds


def run(*arguments, environment=None, before=(), stdin=None, stdout=subprocess.PIPE, folder=PACKAGE, limit=120):
    """Runs the program; colour and width are those of a pipe."""
    if not os.access(PROGRAM, os.X_OK):
        sys.exit("there is no program at %s: build it first, or name it in UNITECON" % PROGRAM)
    environment = dict(os.environ, **(environment or {}))
    start = time.monotonic()
    done = subprocess.run([*before, PROGRAM, *arguments], env=environment, stdin=stdin or subprocess.DEVNULL,
                          stdout=stdout, stderr=subprocess.PIPE, cwd=folder, timeout=limit)
    return Ran(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"), time.monotonic() - start)
