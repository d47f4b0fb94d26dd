"""Every sentence that the command says of what it cannot do, or of an agent's readiness, has a command line that makes it say so.

With --page, what each command line says is printed, to be read aloud.
"""

import glob
import json
import os
import pty
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from judging import PACKAGE, PROGRAM, check, closing, run

# Where sentences stand, and the verbs that say them; any where none is named.
ROOMS = {
    "unitecon/Flags": "", "Readiness": "readiness", "ScenarioFiles/Shards": "merge", "RunLogs/Warehouses": "measure",
    "RunLogs/Measuring/RunMeasurement+Reading.swift": "measure",
}
FIXTURES = os.path.join(PACKAGE, "Tests", "CommandTests", "Fixtures")

# Parts of sentences that none of these command lines provokes, and why.
ELSEWHERE = {
    ("Readiness", "it has no date: say on, or planned"): "the file is refused before, where a document has neither",
}


# The sentences, read from their source

def literal_parts(source):
    """The texts of string literals, cut where something is put in; a literal within what is put in counts as well."""
    parts, rest = [], iter(source)

    def string():
        part = ""
        for letter in rest:
            if letter == '"':
                break
            if letter == "\\":
                letter = next(rest)
                if letter == "(":
                    parts.append(part)
                    part = ""
                    inside()
                    continue
                letter = {"n": "\n"}.get(letter, letter)
            part += letter
        parts.append(part)

    def inside():
        depth = 1
        for letter in rest:
            depth += {"(": 1, ")": -1}.get(letter, 0)
            if letter == '"':
                string()
            if depth == 0:
                return

    for letter in rest:
        if letter == '"':
            string()
    return parts


def sentences():
    """The room and the file where a sentence stands, its name, and its parts that are long enough to be known again."""
    for room in ROOMS:
        place = os.path.join(PACKAGE, "Sources", room)
        files = [place] if place.endswith(".swift") else sorted(glob.glob(os.path.join(place, "Wording*.swift")))
        for file in files:
            with open(file, encoding="utf-8") as stream:
                text = "\n".join(line for line in stream.read().split("\n") if not line.strip().startswith("//"))
            # What stands outside a Wording is no sentence of it.
            text = text[re.search(r"(enum|extension) Wording", text).start():]
            for member in re.split(r"\n  (?:private )?static ", text)[1:]:
                name = re.match(r"(?:let|var|func) (\w+)", member).group(1)
                parts = [" ".join(part.split()) for part in literal_parts(member)]
                yield room, os.path.basename(file), name, [part for part in parts if len(part) >= 8 and " " in part]


# Command lines

def lines(text):
    return [line for line in text.strip().split("\n") if line and line[0] != "#"]


# Each as a person would type it, words in apostrophes held together. a.json5 is the worked example.
PLAIN = lines("""
# words and flags of any verb
--help
frobnicate
run a.json5 --frob
run a.json5 --color blue
run a.json5 -o
run a.json5 --excel=yes
run a.json5 -o x.csv -o y.csv
run a.json5 --format html
run a.json5 -o x.pdf
measure --sql duckdb -o x.pdf
run
assumptions a.json5
report a.json5 b.json5 -o x.html
solve a.json5 --target grossMargin=70%
solve a.json5 --for humanReview.rate --target grossMargin=70% --between 1
solve a.json5 --for humanReview.rate --target grossMargin=70% --between '$9 / h..$3 / h'
explain a.json5 grossMargin tsr
compare a.json5
run a.json5 --delimiter , --decimal ,
run a.json5 --width 3
report a.json5 -o x.csv --draws 9
report a.json5 -o x.html --seed 9
sensitivity a.json5 --top 0
check bare.json5
explain a.json5 zzzzzzzzzzzz
explain a.json5 grossMargn
explain a.json5 --under slowTool
explain bare.json5 --under slowTools
sensitivity unsold.json5 --of grossMargin
stress a.json5 --figure grossMargin
stress a.json5 --axis humanReview.rate=×1..×2 --pack
stress a.json5 --axis humanReview.rate=×1..×2:1000000 --axis workUnit.humanBaseline.time=×1..×2:1000000 --axis humanReview.rework.time=×1..×2:1000000
stress a.json5 --axis humanReview.rate=×1..×2:2000 --axis tools.crm.price=×1..×2:2000 -o x.xlsx
stress a.json5 --axis humanReview.rate=×1..×2:20000 --axis tools.crm.price=×1..×2:20000 -o x.csv
stress a.json5 --axis humanReview.rate=×1..×2:22 --axis tools.crm.price=×1..×2:22 --axis tools.billing.price=×1..×2:22 --format json
stress a.json5 --axis humanReview.rate=×1..×2:1500 --axis tools.crm.price=×1..×2:4 -o x.csv
plans unsold.json5
plans a.json5 --from ×0.5
plans a.json5 --over tasks --from much
plans a.json5 --over tasks --from ×3 --to ×2
plans a.json5 --solve marge=70%
compare a.json5 unsold.json5 --of grossMargin
compare a.json5 euro.json5
compare a.json5 rated.json5
compare a.json5 calls.json5
run a.json5 -o no/such/x.csv
report a.json5 --all --format csv
report a.json5 -o x.html --against a.json5
report a.json5 --all -o -
report --all empty -o x
report --all a.json5 more/a.json5 -o x
fmt --check torn.json5
lint torn.json5
completions
schema release
schema -o x.csv
man page
init x.json5
init --template code -o x.csv
init --template code -o a.json5
init --template code -o begun.json5
init --ask < early.txt
init --ask -o asked.json5 < answers.txt
init --ask --template support < again.txt
run - --watch < a.json5

# simulate, and shards
simulate a.json5 --seed -1
simulate a.json5 --precision 200%
simulate a.json5 --draws 1
simulate a.json5 --draws 1e9 --quantiles exact
simulate uncertain.json5 --sampling sobol
simulate certain.json5
simulate a.json5 --draws 100000 --precision 5%
simulate a.json5 --draws 100 --precision 0.001%
simulate a.json5 --month --draws 9 --figure tsr
simulate upsidedown.json5 --month --under upsideDown
simulate a.json5 --shard 5/4
simulate a.json5 --shard 1/2 --precision 1%
simulate a.json5 --shard 1/2 --samples x.csv
simulate a.json5 --shard 1/2 -o x.csv
merge a.json5
merge - - < a.json5
merge a.json5 first.json
merge a.json5 first.json first.json
merge a.json5 first.json again.json second.json
merge a.json5 first.json other.json
merge a.json5 odd.json
merge calls.json5 first.json second.json
merge a.json5 older.json
merge a.json5 unlike.json
merge a.json5 empty.json
merge a.json5 runs.csv
merge a.json5 newer.json
merge a.json5 damaged.json
merge a.json5 empty

# prices
prices look
prices find
prices find assistant zebra
prices find zebra --prices own-prices.json
prices show
prices show assistant-9 --prices token-prices.json
prices show zebra
prices compare assistant-1
prices check assistant-1
prices check --on assistant-1
prices check --prices empty-object.json
prices check --prices torn.json5
prices reprice
prices reprice a.json5 euro.json5 --on assistant-1 --prices own-prices.json
prices reprice runs.csv --on assistant-1 --prices own-prices.json --set humanReview.rate=$9/h
prices reprice a.json5 --on assistant-1 --prices own-prices.json --map task=run
prices reprice euro.json5 --on assistant-1 --prices own-prices.json
prices reprice a.json5 --on half --prices half-prices.json
prices reprice batched.json5 --on assistant-1 --prices token-prices.json
prices compare assistant-1 other/small --input-tokens many --prices own-prices.json
prices compare assistant-1 other/small --cached 120% --prices own-prices.json
prices compare assistant-1 other/small --cached 60% --written 60% --prices own-prices.json

# measure
measure
measure nothing.jsonl
measure empty.json
measure strange.csv
measure heading.csv
measure half.jsonl --strict
measure runs.csv --bill-only application=support
measure runs.csv --match tools.crm=orders
measure runs.csv --after runs.csv
measure runs.csv --scenario a.json5
measure --before runs.csv --after runs.csv --unit task
measure --into a.json5
measure runs.csv --into a.json5 -o x.csv
measure runs.csv --into a.json5 -o a.json5
measure runs.csv --into a.json5 --match tools.crn=orders
measure runs.csv --into a.json5 --on assistant-1
measure runs.csv --bill euros.csv
measure --bill runs.csv
measure --bill mixed.csv
measure runs.csv --map tusk=run
measure runs.csv --map one.json5 --map two.json5
measure runs.csv --map folder.json5
measure runs.csv --map list.json5
measure runs.csv --map wrong.json5
measure runs.csv --map torn-map.json5
measure runs.csv --outcome done=won
measure runs.csv --outcome done=success --outcome done=failed
measure runs.csv --region eu
measure runs.csv --service flex
measure runs.csv --helpdesk people.csv
measure traces.jsonl --task ''
measure traces.jsonl --task T-1 --by model
measure traces.jsonl --task T-1 --unit task
measure traces.jsonl --task T-1 --columns
measure traces.jsonl --task T-1 --rate '$9 / h'
measure traces.jsonl --content
measure - --task T-1 --content < traces.jsonl
measure traces.jsonl --task zebra
measure traces.jsonl --task 0000
measure traces.jsonl --task 000000000000000000000000000000af

# measure --sql, and its results
measure --sql duckdb --strict
measure runs.csv --table runs
measure runs.csv --sql duckdb
measure --sql duckdb --table "traces'"
measure --sql postgres --table 'spans;'
measure --sql bigquery
measure --sql databricks
measure --sql duckdb --from yesterday
measure --sql postgres --table counted
measure --sql duckdb --from 2026-11-02 --to 2026-11-01
measure --sql duckdb --store langfuse
measure lacking.csv
measure impossible.csv
measure too-much.csv
measure warehouse-result.csv --prices token-prices.json
measure warehouse-result.csv --by model
measure ungrouped.csv --by model
measure untasked.csv --unit task
measure no-count.csv
measure uneven.csv

# readiness
readiness a.json5
readiness a.json5 --on soon
readiness a.json5 --items
readiness a.json5 --on 2026-11-22 --tasks runs.csv
report a.json5 -o x.html --log runs.csv
readiness certain.json5 --on 2026-11-22 --width 400
readiness simple.json5 --on 2026-11-22 --draws 100 --width 400
readiness documents.json5 --on 2026-11-22 --checklist documents-checklist.json5
readiness evaluated.json5 --on 2026-11-22 --checklist evaluated-checklist.json5
readiness a.json5 --on 2026-11-22 --draws 100 --checklist models-checklist.json5
readiness a.json5 traces.jsonl --on 2026-11-22 --draws 100 --width 400
readiness a.json5 untold.csv --on 2026-11-22 --draws 100 --width 400
readiness uncalled.json5 traces.jsonl --on 2026-11-22 --draws 100 --width 400
readiness a.json5 quarter.csv --on 2026-11-22 --checklist quarter-checklist.json5
readiness ruled.json5 broken.jsonl --on 2026-11-22 --checklist calls-checklist.json5 --width 200
readiness ruled.json5 untold.jsonl --on 2026-11-22 --checklist calls-checklist.json5 --width 200
readiness ruled.json5 undecided.jsonl --on 2026-11-22 --checklist calls-checklist.json5 --width 200
readiness rollback.json5 quarter.csv --on 2026-11-22 --checklist rollback-checklist.json5
readiness rollback.json5 quarter.csv --before quarter.csv --on 2026-11-22 --checklist rollback-checklist.json5
""")


# So many points that no number holds them.
PLAIN.append("stress uncertain.json5" + "".join(" --axis infrastructure.perTask.c%d=×1..×2:1000000" % number for number in range(60)))

# At a terminal: what it says before it is answered, and the answer; none is Ctrl-C.
AT_TERMINAL = [
    ("stress a.json5 --axis humanReview.rate=×1..×2:20000 --axis tools.crm.price=×1..×2:20000 -o x.csv", "[y/N]", "n\n"),
    ("simulate a.json5 --draws 1e12", " left", None),
    ("run a.json5 --watch", "ends it", None),
]


# Files that they read, beside a few fixtures of the Swift tests

# Each behind its name.
FILES = """
== early.txt
support
== answers.txt
lawyer
invoice
claims

12 gallons

1,200

12
120%

0



-1


$0.05

== again.txt



100%









20%






== upsidedown.json5
{ extends: "a.json5", stresses: { upsideDown: { "tools.crm.latency.p95": "= 0.1 s" } } }
== empty-object.json
{}
== half-prices.json
{ "half": { "input_cost_per_token": 1e-6, "mode": "chat" } }
== empty.json
== one.json5
{}
== two.json5
{}
== list.json5
[]
== torn-map.json5
{ outcome
== wrong.json5
{ tusk: "run", zebra: "run", cost: "", outcomes: 1, reasons: { late: "rain" } }
== strange.csv
colour,shape
red,round
== heading.csv
task,outcome,cost
== half.jsonl
{"task": "T-1", "outcome": "success", "cost": 1}
{"task":
== people.csv
minutes
5
== untold.csv
task,cost
T-1,1
== quarter.csv
task,outcome,reason,cost
T-1,success,,1
T-2,escalated,ambiguity,1
T-3,failed,model error,1
T-4,failed,model error,1
== quarter-checklist.json5
{ "unitecon-checklist": 1, name: "Ours", sections: { s: { items: {
  success: { says: "A quarter succeeds", by: "seen", share: "tsr", min: "25%" },
  few: { says: "One of twenty succeeds", by: "seen", share: "tsr", min: "5%" },
} } } }
== documents.json5
{ extends: "a.json5", readiness: { checklist: "documents-checklist.json5", evidence: { s: {
  old: { on: "2025-01-01" }, early: { on: "2027-01-01" }, only: { planned: "2027-01-01" },
  gone: { planned: "2026-01-01" }, soon: { planned: "2026-12-24" }, far: { planned: "2028-01-01" },
} } } }
== documents-checklist.json5
{ "unitecon-checklist": 1, name: "Ours", sections: { s: { items: {
  old: { says: "Old", by: "attested", validFor: "1 year" },
  early: { says: "Too early", by: "attested", validFor: "1 year" },
  only: { says: "Only planned", by: "attested", validFor: "1 year" },
  gone: { says: "Planned once", by: "attested", validFor: "1 year", plannedWithin: "1 year" },
  soon: { says: "Planned soon", by: "attested", validFor: "1 year", plannedWithin: "1 year" },
  far: { says: "Planned too late", by: "attested", validFor: "1 year", plannedWithin: "1 year" },
} } } }
== evaluated.json5
{ extends: "a.json5", readiness: { evaluation: "evaluations.csv" } }
== evaluations.csv
case,kind,version,on,passed
a,policy,1,2026-11-01,true
b,policy,1,2026-11-01,true
c,policy,1,2026-11-01,true
d,policy,1,2026-11-01,true
e,policy,1,2026-11-01,true
f,policy,1,2026-11-01,true
a,policy,2,2026-11-02,false
b,policy,2,2026-11-02,false
c,policy,2,2026-11-02,false
d,policy,2,2026-11-02,false
e,policy,2,2026-11-02,false
f,policy,2,2026-11-02,false
== evaluated-checklist.json5
{ "unitecon-checklist": 1, name: "Ours", sections: { s: { items: {
  regressions: { says: "Nothing fails", by: "evaluated", figure: "regressions", max: 0 },
  blocks: { says: "It blocks", by: "blocked", max: 0 },
} } } }
== models-checklist.json5
{ "unitecon-checklist": 1, name: "Ours", sections: { s: { items: {
  none: { says: "None", by: "modelled", figure: "zebras", min: 1 },
  edge: { says: "Edge", by: "likely", figure: "costPerCompletedTask", max: 0.845, probability: "50%" },
} } } }
== ruled.json5
{ extends: "a.json5", readiness: { tools: { crm: { schema: "arguments.json", risk: "other" } } } }
== uncalled.json5
{ extends: "a.json5", readiness: { tools: { fax: { risk: "other" } } } }
== arguments.json
{ "properties": { "id": { "type": "integer" }, "no": false, "any": { "anyOf": [{ "type": "null" }] },
  "one": { "oneOf": [true, true] }, "enum": { "enum": [1] }, "small": { "minimum": 1 }, "great": { "maximum": 1 },
  "short": { "minLength": 2 }, "long": { "maxLength": 2 } } }
== calls-checklist.json5
{ "unitecon-checklist": 1, name: "Ours", sections: { s: { items: {
  valid: { says: "Arguments fit", by: "seen", share: "validArguments", min: 1 },
  waits: { says: "It waits", by: "seen", share: "hastyRetries", max: 0 },
  approved: { says: "It asks", by: "seen", share: "approved", min: 1 },
  blocks: { says: "It blocks", by: "blocked", max: 0 },
} } } }
== rollback.json5
{ extends: "a.json5", rollback: { spike: { figure: "toolErrorRate", times: 1.5 } } }
== rollback-checklist.json5
{ "unitecon-checklist": 1, name: "Ours", sections: { s: { items: { stays: { says: "It stays", by: "release" } } } } }
"""


def write(name, text):
    with open(name, "w", encoding="utf-8") as stream:
        stream.write(text)


def variant(text, name, *changes):
    """A text with something else in it, as a file."""
    for pattern, words in changes:
        before, text = text, re.sub(pattern, words, text, flags=re.DOTALL)
        check("test itself: %s differs in %s" % (name, pattern), text != before)
    write(name, text)
    return text


def fixture(name):
    with open(os.path.join(FIXTURES, name), encoding="utf-8") as stream:
        return stream.read()


def make_files():
    """All files and folders, in the folder that is worked in."""
    for file in FILES.split("\n== ")[1:]:
        name, _, text = file.partition("\n")
        write(name, text + "\n" if text else "")
    for name in ("empty", "more", "folder.json5"):
        os.mkdir(name)
    for name in ("traces.jsonl", "runs.csv", "token-prices.json", "own-prices.json", "warehouse-result.csv"):
        shutil.copy(os.path.join(FIXTURES, name), name)
    make_scenarios(fixture("worked-example.json5"))
    make_shards()
    make_results(fixture("warehouse-result.csv"))
    variant(fixture("bill.csv"), "euros.csv", (",USD,", ",EUR,"))
    write("mixed.csv", fixture("bill.csv").replace(",USD,", ",EUR,", 1))
    make_calls()


def make_scenarios(example):
    for name in ("a.json5", "more/a.json5"):
        write(name, example)
    variant(example, "torn.json5", ("currency:", "    currency:"))
    variant(example, "bare.json5", (r"  checks: \{.*", "}"))
    variant(example, "unsold.json5", (r"  plans: \{.*?  plan: \"growth\",\n", ""), (r"    margin: [^\n]*\n", ""))
    variant(example, "simple.json5", (r"  tools: \{.*?\n  \},\n", ""), (r"  plans: \{.*", "}"), (r"    kpi: [^\n]*\n", ""))
    variant(example, "calls.json5", ("ticket resolved", "call answered"))
    variant(example, "certain.json5", (r"low: \"[^\"]*\", high: \"[^\"]*\", distribution: \"pert\",?", ""))
    many = "".join('c%d: { value: "$9 / task", low: "$8 / task", high: "$12 / task" }, ' % number for number in range(70))
    variant(example, "uncertain.json5", (r"perTask: \{", "perTask: { " + many))
    variant(example, "batched.json5", (r"cacheRead: \"70%\"", 'cacheRead: "70%", batch: "50%"'),
            (r"\"\$3.75 / Mtok\"", '"$3.75 / Mtok", batchDiscount: "50%"'))
    euros = variant(example, "euro.json5", ("USD", "EUR"), (r"\"\$", '"€'))
    variant(euros, "rated.json5", (r"currency: \"EUR\",", 'currency: "EUR", exchangeRates: { USD: "0.9 EUR" },'))


def make_shards():
    parts = [run("simulate", "a.json5", "--draws", "64", "--shard", part, folder=os.getcwd()).out.decode() for part in ("1/2", "2/2")]
    for name, text in zip(("first.json", "second.json", "again.json"), parts + parts[:1]):
        write(name, text)
    variant(parts[1], "other.json", (r"\"seed\":\"1\"", '"seed":"2"'))
    variant("".join(parts), "older.json", (r"unitecon 0[0-9.]*", "unitecon 0.0.9"))
    variant("".join(parts), "unlike.json", (r"\"margin\"", '"edge"'))
    variant(parts[0], "newer.json", (r"\"version\":1", '"version":2'))
    variant(parts[0], "damaged.json", (r"\"draws\":64", '"draws":"many"'))
    odd = [variant(parts[0], "odd.json", (r"\"of\":2", '"of":64'), (r"\"shard\":1", '"shard": %d' % number)) for number in range(1, 48, 2)]
    write("odd.json", "".join(odd))


def make_results(result):
    """Results of a query, each with something wrong."""
    variant(result, "lacking.csv", (r",p95_ns\n", "\n"))
    variant(result, "impossible.csv", (r"53064,12288", "12288,53064"))
    variant(result, "too-much.csv", (r",8,20,20,0,", ",4000000000000000000,20,20,0,"))
    variant(result, "ungrouped.csv", (r"1,\w+,version,[^\n]*\n", ""))
    variant(result, "untasked.csv", (r"1,task,[^\n]*\n", ""))
    variant(result, "no-count.csv", (r",success,\"\",8", ',success,"",many'))
    variant(result, "uneven.csv", (r",0\n1,task", "\n1,task"))


def make_calls():
    """Traces of a tool that is risky and has a schema."""
    broken = [{"no": 1}, {"any": 1}, {"one": 1}, {"enum": 2}, {"small": 0}, {"great": 2}, {"short": "a"}, {"long": "abc"}, {"id": "a"}]
    allowed = {"policy.decision": "allowed"}
    untimed = {"status": {"code": 2}, "startTimeUnixNano": "0", "endTimeUnixNano": "0"}
    write("broken.jsonl", trace(*[(dict(allowed, **given(arguments)), {}) for arguments in broken]))
    write("untold.jsonl", trace((dict(allowed, **given({})), untimed), (dict(allowed, **given({})), {}), (allowed, {}), (allowed, {})))
    write("undecided.jsonl", trace(({}, {})))


def given(arguments):
    return {"gen_ai.tool.call.arguments": json.dumps(arguments)}


def trace(*calls):
    """A run as a line of OTLP: its root, and a step for each call, with attributes and whatever else a step has."""
    def step(number, attributes, **others):
        start = 10**18 + number * 10**9
        told = [{"key": key, "value": {"stringValue": value}} for key, value in attributes.items()]
        return dict({"traceId": "0" * 31 + "1", "spanId": "%016x" % (number + 1), "attributes": told, "startTimeUnixNano": str(start),
                     "endTimeUnixNano": str(start + 10**8)}, **others)

    spans = [step(0, {"gen_ai.operation.name": "invoke_agent", "task.outcome": "success"})]
    for number, (attributes, others) in enumerate(calls, 1):
        attributes = dict({"gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "crm"}, **attributes)
        spans.append(step(number, attributes, parentSpanId=spans[0]["spanId"], **others))
    return json.dumps({"resourceSpans": [{"scopeSpans": [{"spans": spans}]}]}) + "\n"


# What is said

said = []


def hear(line, status, text):
    """Keeps what a command line says; whatever it is, the command ends as commands end and no figure is none."""
    said.append((line, text))
    check(line + ": exit code", status in (0, 1, 2, 64, 130), (status, text[-300:]))
    check(line + ": no figure that is none, and no crash", not re.search(r"\b(nan|inf|Fatal)\b", text), text[:300])


def typed(line):
    """A command line, with < before a file that is standard input."""
    words = shlex.split(line)
    source = open(words.pop(), "rb") if "<" in words[-2:] else None
    if source:
        words.pop()
    ran = run(*words, folder=os.getcwd(), stdin=source)
    if source:
        source.close()
    hear(line, ran.status, ran.out.decode("utf-8", "replace") + ran.err)


def at_terminal(line, until, answer):
    """A command line at a terminal: once it has said `until`, it is answered, or interrupted where there is no answer."""
    ours, theirs = pty.openpty()
    text, end = "", time.monotonic() + 30
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([PROGRAM, *shlex.split(line)], env=dict(os.environ, NO_COLOR="1"),
                                   stdin=theirs, stdout=output, stderr=theirs)
        os.close(theirs)
        while select.select([ours], [], [], max(0, end - time.monotonic()))[0]:
            try:
                piece = os.read(ours, 1 << 16)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            text += piece.decode("utf-8", "replace")
            if until and until in text:
                until = None
                if answer is None:
                    process.send_signal(signal.SIGINT)
                else:
                    os.write(ours, answer.encode())
        else:
            process.kill()
        status = process.wait()
        os.close(ours)
        output.seek(0)
        hear(line, status, output.read().decode("utf-8", "replace") + re.sub("\r+\n?", "\n", text))


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        make_files()
        for line in PLAIN:
            typed(line)
        for situation in AT_TERMINAL:
            at_terminal(*situation)
        os.chdir(PACKAGE)
    if "--page" in sys.argv:
        for line, text in said:
            print("$ unitecon %s\n%s" % (line, text))
        return
    texts = [(line.split()[0], " ".join(text.split())) for line, text in said]

    def is_said(room, part):
        return any(part in text for verb, text in texts if ROOMS[room] in ("", verb))

    known = set()
    for room, file, name, parts in sentences():
        for part in parts:
            known.add((room, part))
            if (room, part) not in ELSEWHERE:
                check("%s/%s, %s: is said" % (room, file, name), is_said(room, part), part)
    for room, part in ELSEWHERE:
        check("%s: what is said elsewhere is a part of a sentence" % room, (room, part) in known, part)
        check("%s: what is said elsewhere is not said here" % room, not is_said(room, part), part)
    closing()


if __name__ == "__main__":
    main()
