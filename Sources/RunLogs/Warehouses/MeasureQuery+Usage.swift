extension MeasureQuery {
  /// Usage counts once: on steps that have none below them, and once for each answer.
  var usage: String {
    """
    \(above),
    marked AS (
      SELECT
    \(Self.carried("k")),
        CASE WHEN a.id IS NULL THEN 0 ELSE 1 END AS is_above,
        CASE WHEN a.height = \(Self.deepest) AND k.has_usage = 0 AND p.id IS NOT NULL
          THEN 1 ELSE 0 END AS is_deep,
        CASE WHEN k.parent IS NOT NULL AND p.id IS NULL THEN 1 ELSE 0 END AS is_orphan
      FROM kept k
      LEFT JOIN (
        SELECT u.trace AS trace, u.id AS id, MIN(u.height) AS height
        FROM above u
        GROUP BY u.trace, u.id) a
        ON a.trace = k.trace AND a.id = k.id
      LEFT JOIN (SELECT o.trace AS trace, o.id AS id FROM kept o) p
        ON p.trace = k.trace AND p.id = k.parent
    ),
    charged AS (
      SELECT
        m.*,
        CASE
          WHEN m.has_usage = 1 AND m.is_above = 1 THEN 'above'
          WHEN m.has_usage = 1 AND m.response IS NOT NULL AND ROW_NUMBER() OVER (
            PARTITION BY m.trace, m.response, m.has_usage, m.is_above ORDER BY m.id) > 1
            THEN 'repeated'
          WHEN m.has_usage = 1 THEN 'counted'
          WHEN m.kind = 'inference' AND m.is_above = 0 THEN 'uncounted'
          ELSE 'none' END AS fate
      FROM marked m\(warehouse.once("WHERE"))
    )
    """
  }

  /// Whether it goes up by a recursion.
  var isRecursive: Bool { [.duckdb, .postgres, .bigquery].contains(warehouse) }

  private var above: String {
    switch warehouse {
    case .clickhouse: aboveByArrays
    case .spark, .databricks: aboveByLists
    case .duckdb, .postgres, .bigquery: aboveByRounds
    }
  }

  /// Steps that are above some with usage, by a recursion of the standard.
  private var aboveByRounds: String {
    """
    above AS (
      -- From each step with usage up to the next that has some, which goes on from there itself.
      SELECT DISTINCT k.trace AS trace, k.parent AS id, CAST(1 AS BIGINT) AS height
      FROM kept k
      WHERE k.has_usage = 1 AND k.parent IS NOT NULL
      UNION ALL
      SELECT k.trace AS trace, k.parent AS id, a.height + 1 AS height
      FROM above a
      JOIN kept k ON k.trace = a.trace AND k.id = a.id
      WHERE k.has_usage = 0 AND k.parent IS NOT NULL AND a.height < \(Self.deepest)
    )
    """
  }

  /// The same by arrays of each run: ClickHouse would read the whole table in each round of a recursion.
  ///
  /// In each of seven rounds the way that parents lead becomes twice as long.
  private var aboveByArrays: String {
    """
    family AS (
      SELECT
        k.trace AS trace,
        groupArray(k.id) AS ids,
        groupArray(COALESCE(k.parent, '')) AS parents,
        groupArrayIf(COALESCE(k.parent, ''), k.has_usage = 1 AND k.parent IS NOT NULL) AS starts
      FROM kept k
      GROUP BY k.trace
    ),
    climbed AS (
      SELECT f.trace AS trace, f.ids AS ids, f.parents AS parents, arrayFold(
          (state, round) -> (
            arrayDistinct(arrayConcat(state.1, arrayFilter(
              above -> above <> '', arrayMap(id -> state.2[indexOf(f.ids, id)], state.1)))),
            arrayMap(id -> state.2[indexOf(f.ids, id)], state.2)),
          range(7), (f.starts, f.parents)).1 AS found
      FROM family f
    ),
    above AS (
      SELECT c.trace AS trace, arrayJoin(arrayMap(
          id -> (id, if(has(c.ids, c.parents[indexOf(c.ids, id)])
            AND NOT has(c.found, c.parents[indexOf(c.ids, id)]), \(Self.deepest), 1)), c.found)) AS reached,
        reached.1 AS id, reached.2 AS height
      FROM climbed c
    )
    """
  }

  /// The same in Spark, whose recursions end at a million rows and read the whole table in each round.
  private var aboveByLists: String {
    func parent(_ list: String, _ id: String, _ run: String) -> String {
      "COALESCE(GET(\(list), ARRAY_POSITION(\(run).ids, \(id)) - 1), '')"
    }
    let next = parent("r.parents", "r.id", "r")
    return """
      family AS (
        SELECT
          k.trace AS trace,
          COLLECT_LIST(k.id) AS ids,
          COLLECT_LIST(COALESCE(k.parent, '')) AS parents,
          COLLECT_LIST(CASE WHEN k.has_usage = 1 THEN k.parent END) AS starts
        FROM kept k
        GROUP BY k.trace
      ),
      climbed AS (
        SELECT f.trace AS trace, f.ids AS ids, f.parents AS parents, AGGREGATE(
            SEQUENCE(1, 7), NAMED_STRUCT('found', f.starts, 'up', f.parents),
            (state, round) -> NAMED_STRUCT(
              'found', ARRAY_DISTINCT(CONCAT(state.found, FILTER(
                TRANSFORM(state.found, id -> \(parent("state.up", "id", "f"))),
                above -> above <> ''))),
              'up', TRANSFORM(state.up, id -> \(parent("state.up", "id", "f")))),
            state -> state.found) AS found
        FROM family f
      ),
      reached AS (
        SELECT
          c.trace AS trace, c.ids AS ids, c.parents AS parents, c.found AS found,
          EXPLODE(c.found) AS id
        FROM climbed c
      ),
      above AS (
        SELECT r.trace AS trace, r.id AS id, CASE
          WHEN ARRAY_CONTAINS(r.ids, \(next))
            AND NOT ARRAY_CONTAINS(r.found, \(next)) THEN \(Self.deepest) ELSE 1 END AS height
        FROM reached r
      )
      """
  }
}
