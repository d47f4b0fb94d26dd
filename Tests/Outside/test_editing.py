"""The schema for editors and the layout of files, held against jsonschema and a reader of JSON5 of our own.

A file is valid by the schema where the program reads it; one more key anywhere is not. What is laid out anew says
the same, number by number and comment by comment, and the program finds nothing to lay out in it.
"""

import glob
import json
import os
import random
import re
import tempfile
from fractions import Fraction

from judging import HERE, PACKAGE, check, closing, run, skip
from scenario_file import json5

try:
    from jsonschema import Draft202012Validator
except ImportError:
    Draft202012Validator = None

COMMENT = re.compile(r"""//[^\n]*|/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""", re.S)


def text(path):
    with open(path, encoding="utf-8") as stream:
        return stream.read()


def plain(value):
    if isinstance(value, dict):
        return {key: plain(below) for key, below in value.items()}
    if isinstance(value, list):
        return [plain(below) for below in value]
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    return value


def comments(source):
    return [found.rstrip() for found in COMMENT.findall(source) if found[0] == "/"]


def objects(value, path=()):
    """Every object of a tree, with its path."""
    if isinstance(value, dict):
        yield path, value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in children:
        yield from objects(below, path + (key,))


def judge_schema(kind, paths, free):
    """A schema against files; `free` are objects whose keys are names of the file's own."""
    ran = run("schema", *kind)
    if not check("schema %s: is written" % " ".join(kind), ran.status == 0, ran.err):
        return
    schema = json.loads(ran.out)
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema)
    for path in paths:
        name = os.path.relpath(path, PACKAGE)
        tree = plain(json5(text(path)))
        faults = [fault.message[:200] for fault in judge.iter_errors(tree)]
        check("%s: is valid" % name, not faults, faults)
        missed = []
        for place, found in objects(tree):
            if free(place):
                continue
            found["zzUnheardOf"] = 1
            if judge.is_valid(tree):
                missed.append(".".join(map(str, place)))
            del found["zzUnheardOf"]
        check("%s: one more key is not valid, wherever it stands" % name, not missed, missed)


NAMED = {"segments", "prices", "calls", "tools", "monthly", "perTask", "perCustomer", "oneOff", "plans", "charges",
         "exclusions", "stresses", "correlations", "checks", "rollback", "exchangeRates", "matches", "policyWords",
         "evidence", "sections", "items"}


def is_named(place):
    # A stress has paths for keys; evidence has the items of a checklist that the schema may not know.
    below_stress = len(place) > 1 and place[-2] == "stresses"
    in_evidence = len(place) > 1 and place[0] == "readiness" and place[1] == "evidence" and len(place) < 4
    return bool(place) and place[-1] in NAMED | {"plan"} or below_stress or in_evidence


def judge_layout(paths):
    seed = random.Random(20261127)
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            source = text(path)
            name = os.path.relpath(path, PACKAGE)
            for variant in ("as it is", "one line", "torn"):
                changed = source
                if variant != "as it is" and comments(source):
                    # Line comments end with their line; all other blanks are thrown about.
                    changed = re.sub(r"//([^\n]*)", lambda found: "/*%s*/" % found[1].replace("*/", ""), source)
                if variant == "one line":
                    changed = re.sub(r"\s*\n\s*", " ", changed)
                if variant == "torn":
                    changed = re.sub(r"([{\[,:])(?=[^\"]*(?:\"[^\"\n]*\"[^\"\n]*)*$)", lambda found: found[1] + seed.choice(
                        ["", " ", "\n", "\n\n\n", "\t"]), changed, flags=re.M)
                try:
                    said = json5(changed)
                except Exception:  # a comment with brackets was torn: not a file any more
                    continue
                file = os.path.join(folder, "a.json5")
                with open(file, "w", encoding="utf-8") as stream:
                    stream.write(changed)
                ran = run("fmt", file)
                label = "%s, %s" % (name, variant)
                if not check(label + ": is laid out", ran.status == 0 and not ran.out, ran.err[:300]):
                    continue
                after = text(file)
                check(label + ": says the same", json5(after) == said)
                check(label + ": keeps its comments", comments(after) == comments(changed))
                check(label + ": has nothing left to lay out", run("fmt", "--check", file).status == 0)


scenarios = sorted(glob.glob(os.path.join(PACKAGE, "Scenarios", "*.json5"))
                   + glob.glob(os.path.join(PACKAGE, "Scenarios", "plans", "*.json5"))
                   + [os.path.join(HERE, "every-feature.json5"), os.path.join(HERE, "impatient-queue.json5")])
checklists = sorted(glob.glob(os.path.join(PACKAGE, "Scenarios", "readiness", "*-checklist.json5")))
if Draft202012Validator is None:
    skip("schema", "jsonschema is not there")
else:
    judge_schema([], scenarios, is_named)
    judge_schema(["checklist"], checklists, lambda place: bool(place) and place[-1] in NAMED)
judge_layout(scenarios + checklists)
closing()
