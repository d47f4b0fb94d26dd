"""Adds up the CSV log of the benchmark by model and outcome with DuckDB and polars on two threads; prints their best seconds."""

import os
import sys
import time

os.environ["POLARS_MAX_THREADS"] = "2"
SUMS = ["input_tokens", "cached_tokens", "output_tokens", "reasoning_tokens", "cost", "duration", "calls"]


def duckdb_seconds(file):
    import duckdb
    connection = duckdb.connect()
    connection.execute("set threads=2")
    query = "select model, outcome, count(*), %s from read_csv('%s') group by 1, 2" % (
        ", ".join("sum(%s)" % name for name in SUMS), file)
    start = time.monotonic()
    rows = connection.execute(query).fetchall()
    assert len(rows) == 15
    return time.monotonic() - start


def polars_seconds(file):
    import polars
    start = time.monotonic()
    table = polars.scan_csv(file).group_by("model", "outcome").agg(
        polars.len(), polars.col(SUMS).sum()).collect(engine="streaming")
    assert table.height == 15
    return time.monotonic() - start


for name, seconds in (("duckdb", duckdb_seconds), ("polars", polars_seconds)):
    try:
        print(name, min(seconds(sys.argv[-1]) for _ in range(3)))
    except ImportError:
        pass
