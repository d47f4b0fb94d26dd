"""Files that are none, disks that are full, pipes that close: an answer in words, soon, and never half a file."""

import contextlib
import os
import re
import signal
import subprocess
import tempfile
import threading
import time

from judging import PACKAGE, PROGRAM, check, closing, run, skip

EXAMPLE = os.path.join(PACKAGE, "Tests", "CommandTests", "Fixtures", "worked-example.json5")
LIMIT = 5  # seconds; a second on a quiet machine
# Far past what is read at all, and nearly as much as is read, so that the reader itself has to cope.
SIZES = [int(size) for size in os.environ.get("MEGABYTES", "100 15").split()]


def refused(title, ran):
    told = "%s: %.2f s" % (title, ran.seconds)
    print("  " + told)
    check(title + ": exit code 2", ran.status == 2, (ran.status, ran.err[:300]))
    check(title + ": nothing on standard output", ran.out == b"", ran.out[:100])
    check(title + ": a message in words", "error: " in ran.err and 20 < len(ran.err) < 100_000, ascii(ran.err[:300]))
    check(title + ": the message carries no control codes", not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", ran.err),
          ascii(ran.err[:300]))
    check(title + ": no crash told", "Fatal" not in ran.err and "Backtrac" not in ran.err, ran.err[:300])
    check(title + ": soon", ran.seconds < LIMIT, "%.1f s" % ran.seconds)


def judge_files(folder):
    with open(EXAMPLE, encoding="utf-8") as stream:
        text = stream.read()

    def written(name, *chunks):
        path = os.path.join(folder, name)
        with open(path, "wb") as stream:
            for chunk in chunks:
                stream.write(chunk)
        return path

    def large(head, piece):
        """`head`, then a piece over and over, without holding all of it."""
        return lambda size: [head] + [piece * (10**6 // len(piece))] * size

    cases = [
        ("noise", lambda size: [os.urandom(10**6) for _ in range(size)]),
        ("open brackets", large(b"", b"[")), ("open braces with keys", large(b"", b"{a:")),
        ("spaces", large(b"", b" ")), ("line ends", large(b"", b"\n")),
        ("a string without end", large(b'{name:"', b"a")),
        ("a string of escapes without end", large(b'{name:"', b"\\u0041")),
        ("a comment without end", large(b"/*", b"*")), ("one number", large(b"{unitecon:", b"9")),
        ("one key", large(b"{", b"k")), ("commas", large(b"[", b",")),
        ("quotes", large(b"", b'"')), ("mistakes on every line", large(b"{", b"?:%,\n")),
        ("keys that all differ", lambda size: [b"{"] + [b"".join(b"k%d:1," % (i * 90_000 + j) for j in range(90_000))
                                                        for i in range(size)] + [b"}"]),
        ("repeated keys", large(b"{", b"a:1,")), ("an array that is well", lambda size: large(b"[", b"1,")(size) + [b"1]"]),
    ]
    for size in SIZES:
        for title, chunks in cases:
            path = written("large.json5", *chunks(size))
            refused("%d MB of %s" % (size, title), run("run", path))
            os.remove(path)

    nested = 10_000
    small = {
        "10,000 nested brackets": b"[" * nested + b"]" * nested, "10,000 nested braces": b"{a:" * nested + b"1" + b"}" * nested,
        "brackets nested in the right place": text.replace("tools: {", "tools: " + "{a:" * nested, 1).encode(),
        "an empty file": b"", "a lone byte-order mark": b"\xef\xbb\xbf", "only a comment": b"// nothing\n",
        "UTF-16 with a mark": text.encode("utf-16"), "UTF-16 little-endian without": text.encode("utf-16-le"),
        "UTF-16 big-endian without": text.encode("utf-16-be"), "UTF-32": text.encode("utf-32"),
        "a NUL byte": text.replace("currency", "cur\0rency", 1).encode(), "a NUL byte in a name": text.replace("Support", "\0", 1).encode(),
        "Latin-1": text.replace("Support", "für", 1).encode("utf-8").replace("ü".encode(), b"\xfc"),
        "a cut-off character": text.encode()[:-3] + b"\xe2\x82", "an overlong slash": b'{name:"\xc0\xaf"}',
        "a surrogate": b'{name:"\xed\xa0\x80"}', "half a file": text.encode()[:2000], "a program": b"\x7fELF" + bytes(range(256)),
        "gzip": b"\x1f\x8b\x08" + bytes(100), "true": b"true", "a number": b"42", "NaN": b"{unitecon: NaN}",
        "numbers past all bounds": text.replace("peakFactor: 3", "peakFactor: 1e99999", 1).encode(),
        "infinity": text.replace("peakFactor: 3", "peakFactor: Infinity", 1).encode(),
        "not a number": text.replace("peakFactor: 3", "peakFactor: NaN", 1).encode(),
        "a share of retries": text.replace("maxRetries: 2", "maxRetries: 1.5", 1).encode(),
        "no attempts": text.replace("maxAttempts: 2", "maxAttempts: 0", 1).encode(),
        "it extends itself": text.replace("unitecon: 1,", 'unitecon: 1, extends: "small.json5",', 1).encode(),
        "it extends a device": text.replace("unitecon: 1,", 'unitecon: 1, extends: "/dev/zero",', 1).encode(),
    }
    for title, data in small.items():
        check("test itself: %s differs from the example" % title, data != text.encode())
        refused(title, run("run", written("small.json5", data)))

    refused("a directory", run("run", folder))
    refused("a missing file", run("run", os.path.join(folder, "none.json5")))
    refused("a missing folder", run("run", os.path.join(folder, "none", "none.json5")))
    refused("a file as a folder", run("run", os.path.join(EXAMPLE, "x.json5")))
    refused("a name too long", run("run", os.path.join(folder, "n" * 5000)))
    for device in ("/dev/zero", "/dev/urandom", "/dev/null"):
        if os.path.exists(device):
            refused(device, run("run", device))
    with open(EXAMPLE, encoding="utf-8") as stream:
        loop = os.path.join(folder, "loop.json5")
        os.symlink(loop, loop)
    refused("a link to itself", run("run", loop))


@contextlib.contextmanager
def small_disk(folder):
    """A file system of 64 kB, where one may be mounted."""
    path = os.path.join(folder, "disk")
    os.mkdir(path)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", path], capture_output=True)
    try:
        yield path if done.returncode == 0 else None
    finally:
        if done.returncode == 0:
            subprocess.run(["umount", path], check=True)


# Whatever writes a file, and so much of it that it does not fit.
WRITERS = {
    "a page": ["report", EXAMPLE, "-o", "out.html"], "a workbook": ["report", EXAMPLE, "-o", "out.xlsx"],
    "a report as text": ["report", EXAMPLE, "-o", "out.txt"], "JSON": ["run", EXAMPLE, "-o", "out.json"],
    "points of a sweep": ["stress", EXAMPLE, "--axis", "humanReview.rate=×1..×2:20000", "-o", "out.csv"],
    "a sweep's workbook": ["stress", EXAMPLE, "--axis", "humanReview.rate=×1..×2:20000", "-o", "out.xlsx"],
    "samples": ["simulate", EXAMPLE, "--draws", "20000", "--samples", "out.csv"],
    "a shard": ["simulate", EXAMPLE, "--draws", "20000", "--shard", "1/2", "-o", "out.json"],
    "an overlay": ["measure", os.path.join(PACKAGE, "Tests", "CommandTests", "Fixtures", "traces.jsonl"), "--into", EXAMPLE, "-o", "out.json5"],
    "assumptions": ["assumptions", "export", EXAMPLE, "-o", "out.csv"], "a scenario to start from": ["init", "-o", "out.json5"],
}


def judge_no_room(folder):
    """A file that may not grow past 1 kB: what was there stays, whole."""
    place = os.path.join(folder, "no-room")
    os.mkdir(place)
    for title, words in WRITERS.items():
        target = next(word for word in words if word.startswith("out."))
        words = [os.path.join(place, word) if word == target else word for word in words]
        with open(os.path.join(place, target), "w") as stream:
            stream.write("what was there")
        ran = run(*words, before=["bash", "-c", 'ulimit -f 1; exec "$@"', "bash"])
        title = "no room for " + title
        check(title + ": exit code 2", ran.status == 2, (ran.status, ran.err[:300]))
        check(title + ": a message that names the file", re.search("error: .*" + re.escape(target), ran.err), ran.err[:300])
        left = sorted(os.listdir(place))
        check(title + ": what was there stays, alone", left == [target] and open(os.path.join(place, target)).read() == "what was there", left)
        os.remove(os.path.join(place, target))
    # A folder of a report: files that fit may be there, whole; none is half.
    ran = run("report", EXAMPLE, "--all", "-o", os.path.join(place, "all"), before=["bash", "-c", 'ulimit -f 8; exec "$@"', "bash"])
    check("no room for a folder: exit code 2, in words", ran.status == 2 and "error: " in ran.err, (ran.status, ran.err[:300]))
    names = [name for _, _, names in os.walk(os.path.join(place, "all")) for name in names]
    check("no room for a folder: no file under a name of its own making", all(name.split(".")[-1] in
          ("html", "xlsx", "md", "txt", "json", "csv") for name in names), names)


def judge_interruptions(folder):
    """Ctrl-C, or a polite end, in the middle of writing."""
    place = os.path.join(folder, "interrupted")
    os.mkdir(place)
    target = os.path.join(place, "out.csv")
    for kind in (signal.SIGINT, signal.SIGTERM):
        with open(target, "w") as stream:
            stream.write("what was there")
        process = subprocess.Popen([PROGRAM, "stress", EXAMPLE, "--axis", "humanReview.rate=×1..×2:3000", "--axis", "tools.*.latency.*=×1..×2:3000",
                                    "-o", target], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        # As soon as it writes beside its place.
        deadline = time.monotonic() + 60
        while len(os.listdir(place)) < 2 and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        begun = len(os.listdir(place)) == 2
        process.send_signal(kind)
        out, err = process.communicate(timeout=60)
        title = "interrupted by " + kind.name
        check("test itself: %s, in the middle" % title, begun and process.returncode != 0, process.returncode)
        check(title + ": exit code 130", process.returncode == 130, (process.returncode, err[:300]))
        check(title + ": what was there stays, alone", os.listdir(place) == ["out.csv"] and open(target).read() == "what was there", os.listdir(place))
        check(title + ": no crash told", b"Fatal" not in err and b"Backtrac" not in err, err[:300])


def judge_output(folder):
    try:
        with small_disk(folder) as disk:
            if disk is None:
                skip("a full disk", "no file system may be mounted here")
            else:
                target = os.path.join(disk, "out.csv")
                with open(target, "w") as stream:
                    stream.write("what was there")
                ran = run("run", EXAMPLE, "-o", target)
                refused("a full disk", ran)
                check("a full disk: what was there stays", open(target).read() == "what was there")
                check("a full disk: nothing else is left", os.listdir(disk) == ["out.csv"], os.listdir(disk))
    except FileNotFoundError:
        skip("a full disk", "there is no mount")
    judge_no_room(folder)
    judge_interruptions(folder)
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            ran = run("run", EXAMPLE, stdout=full)
        check("/dev/full as standard output: exit code 2", ran.status == 2, (ran.status, ran.err[:200]))
        check("/dev/full as standard output: a message", "error: " in ran.err, ran.err[:200])

    closed = os.path.join(folder, "closed")
    os.mkdir(closed, 0o555)
    try:
        open(os.path.join(closed, "probe"), "w").close()
        os.remove(os.path.join(closed, "probe"))
        skip("a read-only folder", "this user can write to it all the same")
    except PermissionError:
        refused("a read-only folder", run("run", EXAMPLE, "-o", os.path.join(closed, "out.csv")))
        check("a read-only folder: nothing is left", os.listdir(closed) == [])
    for title, target in (("a folder that is not there", os.path.join(folder, "none", "out.csv")),
                          ("a folder as the output", folder + "/closed.csv")):
        if title.startswith("a folder as"):
            os.mkdir(target)
        refused(title, run("run", EXAMPLE, "-o", target))
    target = os.path.join(folder, "kept.md")
    with open(target, "w") as stream:
        stream.write("what was there")
    refused("a bad file and an output", run("run", os.path.join(folder, "none.json5"), "-o", target))
    check("a bad file and an output: what was there stays", open(target).read() == "what was there")

    # A reader that goes away: no complaint, no signal, exit code 0.
    for shape in ("txt", "csv", "json"):
        read, write = os.pipe()
        os.close(read)
        with os.fdopen(write, "wb") as pipe:
            ran = run("run", EXAMPLE, "--format", shape, stdout=pipe)
        check("a closed pipe, %s: ends quietly with 0" % shape, ran.status == 0 and ran.err == "", (ran.status, ran.err[:200]))
    # And one that goes away in the middle: far more output than a pipe holds.
    process = subprocess.Popen([PROGRAM, "run", *[EXAMPLE] * 40, "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.read(1000)
    process.stdout.close()
    timer = threading.Timer(30, process.kill)
    timer.start()
    complaint = process.stderr.read()
    process.stderr.close()
    status = process.wait()
    timer.cancel()
    check("a pipe that closes in the middle: ends quietly with 0", status == 0 and complaint == b"", (status, complaint[:200]))
    closed_output = subprocess.run(["bash", "-c", '"$0" run "$1" >&-', PROGRAM, EXAMPLE], capture_output=True)
    check("no standard output at all: it is said, or it is quiet", closed_output.returncode in (0, 2), closed_output)


with tempfile.TemporaryDirectory() as folder:
    judge_files(folder)
    judge_output(folder)
closing()
