"""Readiness of the shipped scenarios on synthetic runs of their own, and its counts by a reader of our own."""

import csv
import io
import json
import os
import subprocess
import tempfile

from judging import PACKAGE, PROGRAM, check, closing, run, skip

BENCHMARKS = os.path.join(os.path.dirname(PROGRAM), "Benchmarks")


def synthesize(name, runs, seed, folder, *faults):
    path = os.path.join(folder, "%s-%d.jsonl" % (name, seed))
    tasks = path.replace(".jsonl", ".csv")
    with open(path, "wb") as log:
        subprocess.run([BENCHMARKS, "synthesize", "Scenarios/%s.json5" % name, str(runs), str(seed),
                        "tasks=" + tasks, *faults], stdout=log, cwd=PACKAGE, check=True)
    return path, tasks


def judged(name, log, tasks):
    done = run("readiness", "Scenarios/%s.json5" % name, log, "--tasks", tasks, "--prices", "shipped",
               "--on", "2026-11-22", "--format", "csv")
    return done.status, list(csv.DictReader(io.StringIO(done.out.decode("utf-8"), newline=""))), done.err


def blocking(facts):
    return [fact["item"] for fact in facts if fact["section"] == "item" and fact["blocks"] == "true"
            and fact["state"] in ("notMet", "unproven")]


def rules(facts):
    return [fact["state"] for fact in facts if fact["section"] == "rule"]


def attributes(span):
    return {item["key"]: next(iter(item["value"].values())) for item in span.get("attributes", [])}


def counted(path):
    """Outcomes, duplicates and unapproved refunds, by a plain walk over the log."""
    outcomes, effects, duplicates, unapproved = {}, set(), 0, 0
    for line in open(path):
        spans = json.loads(line)["resourceSpans"][0]["scopeSpans"][0]["spans"]
        told = [(span, attributes(span)) for span in spans]
        task = next((own["gen_ai.conversation.id"] for _, own in told if "gen_ai.conversation.id" in own), spans[0]["traceId"])
        for _, own in told:
            if "task.outcome" in own:
                outcomes[own["task.outcome"]] = outcomes.get(own["task.outcome"], 0) + 1
        approved = {own.get("gen_ai.tool.call.id") for _, own in told if own.get("approval.decision") == "approved"}
        tools = sorted((item for item in told if item[1].get("gen_ai.operation.name") == "execute_tool"),
                       key=lambda item: int(item[0]["startTimeUnixNano"]))
        for _, own in tools:
            name = own["gen_ai.tool.name"]
            if name not in ("tag_ticket", "issue_refund") or "error.type" in own:
                continue
            key = (task, name, json.dumps(json.loads(own["gen_ai.tool.call.arguments"]), sort_keys=True))
            duplicates += key in effects
            effects.add(key)
            if name == "issue_refund" and own["gen_ai.tool.call.id"] not in approved:
                unapproved += 1
    return outcomes, duplicates, unapproved


def share(facts, item):
    fact = next(fact for fact in facts if fact["section"] == "evidence" and fact["item"] == item and fact["all"])
    return int(fact["cases"]), int(fact["all"])


with tempfile.TemporaryDirectory() as folder:
    if not os.access(BENCHMARKS, os.X_OK):
        skip("readiness", "there is no Benchmarks beside the program")
        closing()

    log, tasks = synthesize("support-ticket", 2400, 7, folder)
    status, facts, err = judged("support-ticket", log, tasks)
    check("support tickets go", status == 0 and facts[0]["state"] == "go", err or blocking(facts))
    check("nothing stands in their way", blocking(facts) == [] and rules(facts) == ["met"] * 3)
    check("a clean log gives no exception", not [fact for fact in facts if fact["section"] == "exception"])
    outcomes, duplicates, unapproved = counted(log)
    check("successes are those of the log", share(facts, "workUnit.success") == (outcomes["success"], 2400), outcomes)
    check("nothing was done twice", duplicates == 0 and unapproved == 0)

    log, tasks = synthesize("support-ticket", 1200, 8, folder, "repeatedEffects=7", "approved=5", "decided=2")
    status, facts, err = judged("support-ticket", log, tasks)
    outcomes, duplicates, unapproved = counted(log)
    check("faults stop it", status == 1, err)
    check("duplicates are those of the log", share(facts, "tools.idempotent")[0] == duplicates == 7, duplicates)
    cases, every = share(facts, "policy.approved")
    check("refunds without approval are those of the log", every - cases == unapproved == 7, (cases, every, unapproved))

    log, tasks = synthesize("invoice-coding", 900, 11, folder, "rootless=30")
    status, facts, err = judged("invoice-coding", log, tasks)
    check("invoices do not go by rule (b) alone", status == 1 and blocking(facts) == ["audit.reconstruct"], err or blocking(facts))
    check("the other rules are proven", rules(facts) == ["met", "notMet", "met"])
    log, tasks = synthesize("invoice-coding", 900, 11, folder)
    status, facts, err = judged("invoice-coding", log, tasks)
    check("invoices go where incidents can be told", status == 0, err or blocking(facts))

    log, tasks = synthesize("pr-triage", 1300, 5, folder)
    status, facts, err = judged("pr-triage", log, tasks)
    economics = ["economics.margin", "economics.marginMeasured", "economics.marginStressed"]
    check("pull requests do not go by their economics alone", status == 1 and blocking(facts) == economics, err or blocking(facts))
    check("their rules are proven", rules(facts) == ["met"] * 3)

closing()
