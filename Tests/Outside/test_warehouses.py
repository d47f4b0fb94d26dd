"""The queries of measure --sql, run by the engines that they are for, against what measure reads of the same traces."""

import csv
import glob
import io
import json
import os
import random
import shutil
import subprocess
import tempfile

from judging import PACKAGE, check, closing, run, skip

TRACES = int(os.environ.get("TRACES", "400"))
FIXTURE = os.path.join(PACKAGE, "Tests", "CommandTests", "Fixtures", "traces.jsonl")
DATA = os.environ.get("UNITECON_DATA", os.path.join(PACKAGE, "..", "shared", "data"))
# What a result holds; runs put together by other programs say no more than this.
SECTIONS = {"outcome", "reason", "recorded", "calls", "tokens", "tool", "task", "time"}
NOTES = {"traces", "spans", "repeatedSpans", "repeatedResponses", "usageAboveUsage", "orphans"}
NAMES = [
    {"op": "gen_ai.operation.name", "model": "gen_ai.response.model", "in": "gen_ai.usage.input_tokens",
     "out": "gen_ai.usage.output_tokens", "read": "gen_ai.usage.cache_read.input_tokens",
     "write": "gen_ai.usage.cache_write.input_tokens", "think": "gen_ai.usage.reasoning.output_tokens"},
    {"op": "traceloop.span.kind", "model": "gen_ai.request.model", "in": "gen_ai.usage.prompt_tokens",
     "out": "gen_ai.usage.completion_tokens", "read": "gen_ai.usage.cache_read_input_tokens",
     "write": "gen_ai.usage.cache_creation_input_tokens", "think": "llm.usage.reasoning_tokens"},
    {"op": "openinference.span.kind", "model": "llm.model_name", "in": "llm.token_count.prompt",
     "out": "llm.token_count.completion", "read": "llm.token_count.prompt_details.cache_read",
     "write": "llm.token_count.prompt_details.cache_write", "think": "llm.token_count.completion_details.reasoning"},
    {"op": "ai.operationId", "model": "ai.response.model", "in": "ai.usage.promptTokens",
     "out": "ai.usage.completionTokens", "read": "ai.usage.cachedInputTokens",
     "write": "gen_ai.usage.cache_creation.input_tokens", "think": "ai.usage.reasoningTokens"},
]
WORDS = {"inference": ["chat", "LLM", "ai.generateText.doGenerate"], "tool": ["execute_tool", "TOOL"],
         "agent": ["invoke_agent", "AGENT"], "guardrail": ["GUARDRAIL"], "retrieval": ["RETRIEVER"], "none": ["CHAIN"]}


def pair(key, kind, what):
    return {"key": key, "value": {kind: what}}


def attributes_of(chance, kind, number):
    """What a step of some kind says of itself, in the names of one dialect, now and then saying nothing."""
    names = chance.choice(NAMES)
    pairs = []
    if chance.random() < 0.8:
        pairs.append(pair(names["op"], "stringValue", chance.choice(WORDS[kind])))
    if kind in ("inference", "agent") and chance.random() < 0.75:
        asked = chance.choice([0, 900, 250_000])
        usage = {"in": chance.randint(0, asked), "out": chance.randint(0, 900)}
        usage["read"] = chance.randint(0, usage["in"])
        usage["write"] = chance.randint(0, usage["in"] - usage["read"])
        usage["think"] = chance.randint(0, usage["out"])
        for name, count in usage.items():
            if name == "in" or name == "out" or chance.random() < 0.5:
                kept = chance.choice([("intValue", str(count)), ("intValue", count), ("stringValue", str(count)),
                                      ("doubleValue", float(count))])
                pairs.append(pair(names[name], *kept))
        pairs.append(pair(names["model"], "stringValue", "m-%d" % chance.randint(1, 3)))
        if chance.random() < 0.7:
            cost = chance.choice([0.1 + 0.2, 7.5e-07 * chance.randint(1, 9), chance.randint(1, 10**9) / 10**9, 0.0])
            pairs.append(pair("gen_ai.usage.cost", *chance.choice([("doubleValue", cost), ("stringValue", repr(cost))])))
        if chance.random() < 0.4:
            pairs.append(pair("gen_ai.response.id", "stringValue", "r-%d" % chance.randint(1, 5)))
        if chance.random() < 0.1:
            reasons = [{"stringValue": chance.choice(["stop", "content_filter"])}]
            pairs.append(pair("gen_ai.response.finish_reasons", "arrayValue", {"values": reasons}))
    if kind == "tool" and chance.random() < 0.9:
        pairs.append(pair("gen_ai.tool.name", "stringValue", chance.choice(["search", "orders, all", "mail", 'say "so"'])))
    if chance.random() < 0.08:
        pairs.append(pair("error.type", "stringValue", chance.choice(["ReadTimeout", "500", "_OTHER"])))
    for key, words in (("gen_ai.agent.version", ["1.0", "1.1"]), ("gen_ai.agent.name", ["desk", "triage"]),
                       ("tenant.id", ["a", "b", "c"]), ("session.id", ["s-%d" % (number // 3)])):
        if chance.random() < 0.15:
            pairs.append(pair(key, "stringValue", chance.choice(words)))
    chance.shuffle(pairs)
    return pairs


def random_trace(chance, number):
    """The steps of a run: a tree, or a long chain, with usage at any level."""
    isDeep = chance.random() < 0.1
    count = chance.randint(30, 70) if isDeep else chance.randint(1, 14)
    start = 1_764_000_000_000_000_000 + number * 3_600_000_000_000 + chance.randint(0, 10**9)
    spans = []
    for index in range(count):
        kind = chance.choice(["none", "agent"] if isDeep and index < count - 3 else
                             ["inference", "inference", "tool", "tool", "agent", "guardrail", "retrieval", "none"])
        span = {"traceId": "%032x" % (number + 1), "spanId": "%016X" % (index + 1 + 5000 * number),
                "attributes": attributes_of(chance, kind, number), "status": {}}
        if index:
            above = index - 1 if isDeep else chance.randrange(index)
            span["parentSpanId"] = "%016x" % (above + 1 + 5000 * number)
            if chance.random() < 0.02:
                span["parentSpanId"] = "%016x" % (4999 + 5000 * number)
        elif chance.random() < 0.3:
            span["parentSpanId"] = chance.choice(["", "0" * 16])
        if chance.random() < 0.95:
            begin = start + index * 1_000_000 + chance.randint(0, 999_999)
            span["startTimeUnixNano"] = str(begin)
            span["endTimeUnixNano"] = str(begin + chance.randint(0, 9_000_000_000))
        if chance.random() < 0.05:
            span["status"] = {"code": chance.choice([2, "STATUS_CODE_ERROR"])}
        if chance.random() < (0.5 if index == 0 else 0.05):
            span["attributes"].append(pair("task.outcome", "stringValue", chance.choice(
                ["success", "Resolved", "handoff", "failed", "nobody knows"])))
        if chance.random() < (0.4 if index == 0 else 0.03):
            said = chance.choice([pair("gen_ai.evaluation.score.label", "stringValue", "pass"),
                                  pair("gen_ai.evaluation.score.label", "stringValue", "fail"),
                                  pair("gen_ai.evaluation.score.value", "doubleValue", chance.choice([0.0, 0.5, 1.0]))])
            span["events"] = [{"name": "other", "attributes": []},
                              {"name": "gen_ai.evaluation.result", "attributes": [said]}]
        if chance.random() < 0.05:
            span["attributes"].append(pair("task.reason", "stringValue", chance.choice(
                ["policy_blocked", "Data missing", "ambiguous", "who knows"])))
        spans.append(span)
        if chance.random() < 0.05:
            spans.append(span)
    if number % 50 == 7 and count > 2:
        spans[0]["parentSpanId"] = spans[-1]["spanId"].lower()
    return spans


def line_of(spans, resource=()):
    return {"resourceSpans": [{"resource": {"attributes": list(resource)}, "scopeSpans": [{"spans": spans}]}]}


def random_file(path):
    chance = random.Random(77)
    lines = []
    for number in range(TRACES):
        spans = random_trace(chance, number)
        chance.shuffle(spans)
        cut = chance.randint(0, len(spans))
        resource = [pair("service.name", "stringValue", "service-%d" % (number % 3))] if number % 4 else []
        lines += [line_of(part, resource) for part in (spans[:cut], spans[cut:])]
    # A line with what cannot be: it counts as one that cannot be read, whoever reads it.
    for index, broken in enumerate([
            [pair("gen_ai.usage.input_tokens", "stringValue", "many")],
            [pair("gen_ai.usage.input_tokens", "intValue", "5"), pair(NAMES[0]["read"], "intValue", "6")],
            [pair("gen_ai.usage.output_tokens", "doubleValue", 2.5)],
            [pair("gen_ai.usage.cost", "stringValue", "dear")]]):
        lines.append(line_of([{"traceId": "%032x" % 1, "spanId": "%016x" % (900_000 + index), "attributes": broken}]))
    chance.shuffle(lines)
    with open(path, "w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(line) + "\n" for line in lines)


def documents(path):
    """The lines of a file that are JSON."""
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            try:
                yield json.loads(line)
            except ValueError:
                continue


def text_of(value):
    """A value of OTLP as a store of texts has it."""
    for kind, what in value.items():
        if kind == "arrayValue":
            return json.dumps([text_of(one) for one in what.get("values", [])])
        return str(what).lower() if isinstance(what, bool) else str(what)
    return ""


def texts_of(pairs):
    return {one["key"]: text_of(one["value"]) for one in pairs or []}


def exported(path):
    """Every span with its resource, as stores have them."""
    for document in documents(path):
        for resource in document.get("resourceSpans", []):
            shared = texts_of(resource.get("resource", {}).get("attributes"))
            for scope in resource["scopeSpans"]:
                for span in scope["spans"]:
                    start, end = int(span.get("startTimeUnixNano", 0)), int(span.get("endTimeUnixNano", 0))
                    code = span.get("status", {}).get("code")
                    yield {
                        "TraceId": span["traceId"], "SpanId": span["spanId"],
                        "ParentSpanId": span.get("parentSpanId", ""), "start": start, "end": end,
                        "StatusCode": "Error" if code in (2, "2", "STATUS_CODE_ERROR") else "Unset",
                        "SpanAttributes": texts_of(span.get("attributes")), "ResourceAttributes": shared,
                        "Events": [(event["name"], texts_of(event.get("attributes"))) for event in span.get("events", [])]}


def query(engine, *words):
    answer = run("measure", "--sql", engine, *words)
    check("measure --sql %s %s" % (engine, " ".join(map(os.path.basename, words))), answer.status == 0, answer.err)
    return answer.out.decode("utf-8")


def facts(path, words, sections):
    answer = run("measure", path, *words, "--format", "csv")
    check("measure %s %s" % (os.path.basename(path), " ".join(words)), answer.status == 0, answer.err)
    rows = list(csv.reader(io.StringIO(answer.out.decode("utf-8"))))
    return [row for row in rows if row[1] in sections or row[1] == "reading" and row[3] in NOTES]


def compare(engine, path, words, result, notes=True):
    """Every figure that measure reads of traces is, digit for digit, what it reads of the engine's result."""
    sections = SECTIONS | ({"reading"} if notes else set())
    own, other = facts(path, words, sections), facts(result, words, sections)
    apart = [pair for pair in zip(own, other) if pair[0] != pair[1]]
    check("%s: %s %s, %d figures" % (engine, os.path.basename(path), " ".join(words), len(own)),
          own == other and len(own) > 30, apart[:4] or (len(own), len(other)))


def write_rows(path, heading, rows):
    with open(path, "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(heading)
        writer.writerows(rows)


ASKED = [[], ["--by", "version", "--unit", "task"], ["--by", "week"], ["--by", "model"], ["--by", "agent"],
         ["--by", "tenant"]]


def judge_duckdb(files, folder):
    try:
        import duckdb
    except ImportError:
        return skip("DuckDB", "there is no duckdb")
    result = os.path.join(folder, "duckdb.csv")
    for file in files:
        for words in ASKED:
            duckdb.sql(query("duckdb", "--table", file, *words)).to_csv(result, header=True)
            compare("DuckDB", file, words, result)
    # A table of one's own, in a file of a database with a schema.
    own = duckdb.connect()
    text = query("duckdb", "--table", files[-1])
    view = text[:text.index("\ntold AS (")].rstrip().rstrip(",")
    own.execute("CREATE SCHEMA desk; CREATE TABLE desk.\"my spans\" AS %s SELECT * FROM step" % view)
    own.execute("CREATE VIEW desk.spans AS SELECT * FROM desk.\"my spans\"")
    own.sql(query("duckdb", "--store", "span", "--table", "desk.spans", "--by", "model")).to_csv(result, header=True)
    compare("DuckDB, a table of one's own", files[-1], ["--by", "model"], result)
    bounds(files[-1], folder, lambda text: duckdb.sql(text).to_csv(result, header=True) and None, result)


def bounds(file, folder, ask, result):
    """Two queries that share out the time have the runs of one, and say of percentiles that they are apart."""
    ask(query("duckdb", "--table", file, "--to", "2025-11-27"))
    first = shutil.copy(result, os.path.join(folder, "first.csv"))
    ask(query("duckdb", "--table", file, "--from", "2025-11-27T00:00:00Z"))
    sections = SECTIONS - {"tool"}
    whole = [row for row in facts(file, [], sections) if row[1] != "reading"]
    answer = run("measure", first, result, "--format", "csv")
    rows = list(csv.reader(io.StringIO(answer.out.decode("utf-8"))))
    undated = run("measure", first, "--format", "csv").out != answer.out
    # Runs without a time begin at no time, and lie within no bounds.
    found = [row for row in rows if row[1] in sections and row[1] != "reading"]
    runs = [int(row[4]) for row in found if row[1:4] == ["outcome", "", "runs"]]
    check("two results have the runs of one", undated and runs and 0 <= int(whole[0][4]) - runs[0] <= 5,
          (runs, whole[0]))
    times = [row for row in rows if row[1] == "tool" and row[3] in ("p50", "p95")]
    check("percentiles of two results are not put together", times and all(row[4] == "" for row in times), times[:2])


def judge_spark(files, folder):
    if not shutil.which("java"):
        return skip("Spark", "there is no Java")
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        return skip("Spark", "there is no pyspark")
    spark = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
             .config("spark.sql.shuffle.partitions", "2").config("spark.sql.warehouse.dir", folder)
             .config("spark.log.level", "ERROR").getOrCreate())
    result = os.path.join(folder, "spark.csv")

    def ask(text):
        frame = spark.sql(text.rstrip().rstrip(";"))
        write_rows(result, frame.columns, frame.collect())

    # Most of a query's time is its planning, whatever it reads: few are asked.
    for file, words in [(files[0], ASKED[1]), (files[-1], ASKED[2])]:
        ask(query("spark", "--table", file, *words))
        compare("Spark", file, words, result)
    # Databricks is asked in the same language; its table is built here as its documentation has it.
    rows = [(one["TraceId"], one["SpanId"], one["ParentSpanId"] or None, one["start"], one["end"],
             "STATUS_CODE_ERROR" if one["StatusCode"] == "Error" else "STATUS_CODE_OK",
             json.dumps(one["SpanAttributes"]), one["ResourceAttributes"].get("service.name"))
            for one in exported(files[0])]
    names = "trace_id string, span_id string, parent_span_id string, start_time_unix_nano long, " \
        "end_time_unix_nano long, code string, told string, service_name string"
    spark.createDataFrame(rows, names).createOrReplaceTempView("told")
    spark.sql("CREATE OR REPLACE TEMP VIEW gateway_spans AS SELECT *, NAMED_STRUCT('code', code) AS status, "
              "PARSE_JSON(told) AS attributes FROM told")
    ask(query("databricks", "--table", "gateway_spans", *ASKED[0]))
    compare("Databricks' query on Spark", files[0], ASKED[0], result, notes=False)
    spark.stop()


def judge_clickhouse(files, folder):
    try:
        from chdb import session
    except ImportError:
        return skip("ClickHouse", "there is no chdb")
    result = os.path.join(folder, "clickhouse.csv")
    for number, file in enumerate(files):
        engine = session.Session(os.path.join(folder, "clickhouse-%d" % number))
        rows = os.path.join(folder, "exported.jsonl")
        with open(rows, "w", encoding="utf-8") as stream:
            for one in exported(file):
                seconds, nanoseconds = divmod(one["start"], 10**9)
                stream.write(json.dumps({
                    **{name: one[name] for name in ("TraceId", "SpanId", "ParentSpanId", "StatusCode", "SpanAttributes",
                                                    "ResourceAttributes")},
                    "Timestamp": "%010d.%09d" % (seconds, nanoseconds), "Duration": one["end"] - one["start"],
                    "Events.Name": [name for name, _ in one["Events"]],
                    "Events.Attributes": [told for _, told in one["Events"]]}) + "\n")
        texts = "Map(LowCardinality(String), String)"
        engine.query("CREATE DATABASE IF NOT EXISTS desk")
        engine.query(
            "CREATE TABLE desk.otel_traces (Timestamp DateTime64(9), TraceId String, SpanId String, ParentSpanId String, "
            "ResourceAttributes %s, SpanAttributes %s, Duration UInt64, StatusCode LowCardinality(String), "
            "Events Nested (Name LowCardinality(String), Attributes %s)) ENGINE = Memory" % (texts, texts, texts))
        engine.query("INSERT INTO desk.otel_traces SELECT * FROM file('%s', 'JSONEachRow', 'Timestamp DateTime64(9), "
                     "TraceId String, SpanId String, ParentSpanId String, ResourceAttributes Map(String, String), "
                     "SpanAttributes Map(String, String), Duration UInt64, StatusCode String, `Events.Name` Array(String), "
                     "`Events.Attributes` Array(Map(String, String))')" % rows)
        for words in ASKED[1:3] if number else ASKED[1:2]:
            text = query("clickhouse", "--table", "desk.otel_traces", *words)
            with open(result, "wb") as stream:
                stream.write(engine.query(text, "CSVWithNames").bytes())
            compare("ClickHouse", file, words, result, notes=False)
        engine.close()


class Postgres:
    """A server of one's own in a folder, reached by a socket in it."""

    def __init__(self, folder):
        programs = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
        initdb = shutil.which("initdb") or (programs[-1] if programs else None)
        self.ready = bool(initdb and shutil.which("psql"))
        if not self.ready:
            return
        self.home = os.path.join(folder, "postgres")
        self.programs = os.path.dirname(os.path.realpath(initdb))
        os.mkdir(self.home)
        # The server refuses to be the superuser of the machine.
        self.user = {"user": "postgres"} if os.geteuid() == 0 else {}
        if self.user:
            os.chmod(folder, 0o755)
            shutil.chown(self.home, "postgres")
        self.data = os.path.join(self.home, "data")
        self.call("initdb", "-D", self.data, "-U", "judge", "-A", "trust")
        self.call("pg_ctl", "-D", self.data, "-w", "-l", os.path.join(self.home, "log"), "-o",
                  "-k %s -c listen_addresses=''" % self.home, "start")

    def call(self, program, *words):
        subprocess.run([os.path.join(self.programs, program), *words], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, cwd=self.home, **self.user)

    def ask(self, text):
        done = subprocess.run(["psql", "-h", self.home, "-U", "judge", "-d", "postgres", "--csv", "-q", "-v",
                               "ON_ERROR_STOP=1"],
                              env=dict(os.environ, PGOPTIONS="-c jit=off"), input=text.encode("utf-8"), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        check("Postgres answers", done.returncode == 0, done.stderr.decode("utf-8", "replace")[:600])
        return done.stdout

    def stop(self):
        self.call("pg_ctl", "-D", self.data, "-m", "immediate", "stop")


def judge_postgres(files, folder):
    try:
        server = Postgres(folder)
    except (subprocess.CalledProcessError, LookupError) as problem:
        return skip("Postgres", "its server does not start: %s" % problem)
    if not server.ready:
        return skip("Postgres", "there is no server")
    result = os.path.join(folder, "postgres.csv")
    try:
        for number, file in enumerate(files):
            lines = "".join("%s\n" % json.dumps(one).replace("\\", "\\\\") for one in documents(file))
            server.ask("DROP TABLE IF EXISTS otlp_lines; CREATE TABLE otlp_lines (line jsonb);\n"
                       "COPY otlp_lines FROM STDIN;\n%s\\.\n" % lines)
            for words in ASKED if number else ASKED[:2]:
                with open(result, "wb") as stream:
                    stream.write(server.ask(query("postgres", *words)))
                compare("Postgres", file, words, result)
    finally:
        server.stop()


def judge_grammar():
    """Of BigQuery and Databricks there is no engine here: their queries are parsed, and no more."""
    try:
        import sqlglot
    except ImportError:
        return skip("grammar", "there is no sqlglot")
    for engine, stores in (("bigquery", ("cloudtrace", "span")), ("databricks", ("gateway", "span")),
                           ("clickhouse", ("otel", "langfuse", "signoz", "span")), ("spark", ("otlp", "span"))):
        for store in stores:
            text = query(engine, "--store", store, "--table", "desk.spans", *ASKED[2])
            try:
                parsed = sqlglot.parse(text, read=engine)
                check("%s, %s: parsed" % (engine, store), len(parsed) == 1 and parsed[0].find(sqlglot.exp.Select))
            except sqlglot.errors.ParseError as problem:
                check("%s, %s: parsed" % (engine, store), False, problem)


def main():
    with tempfile.TemporaryDirectory() as folder:
        made = os.path.join(folder, "random.jsonl")
        random_file(made)
        real = os.path.join(DATA, "derived_mini_swe_otlp_40.jsonl")
        files = [FIXTURE] + ([real] if os.path.exists(real) else []) + [made]
        if len(files) == 2:
            skip("real traces", "they are not here")
        judge_duckdb(files, folder)
        judge_clickhouse(files, folder)
        judge_postgres(files, folder)
        judge_grammar()
        judge_spark(files, folder)
    closing()


main()
