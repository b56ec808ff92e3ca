internal import Foundation

/// DuckDB and polars from PyPI, in an environment of their own that goes with the temporary folder; one thread each and
/// processor time, as ours.
enum PythonPeers {
  /// Median milliseconds of the same question, by the peer's name.
  static func topTen(_ stage: Stage) throws -> [(String, Double)] {
    guard let python = Spawn.find("python3") else { throw BenchError("python3 is not installed") }
    let environment = "\(stage.folder)/python", file = "\(stage.folder)/peers.py", output = "\(stage.folder)/peers.out"
    try Spawn.run([python, "-m", "venv", environment])
    try Spawn.run(["\(environment)/bin/python", "-m", "pip", "install", "--quiet", "duckdb", "polars"])
    try program.write(toFile: file, atomically: true, encoding: .utf8)
    try Spawn.run(
      ["\(environment)/bin/python", file, "\(try stage.city(stage.settings.rows))/complaints.csv"], output: output)
    return try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t")
      guard parts.count == 2, let milliseconds = Double(parts[1]) else { return nil }
      return (String(parts[0]), milliseconds)
    }
  }

  private static let program = #"""
    import os, statistics, sys, time
    os.environ["POLARS_MAX_THREADS"] = "1"
    import duckdb, polars as pl

    def median(question):
        question()
        taken = []
        for _ in range(21):
            start = time.process_time()
            question()
            taken.append(time.process_time() - start)
        return statistics.median(taken) * 1e3

    columns = ["status", "finding", "enterprise"]
    frame = pl.read_csv(sys.argv[1], columns=columns, infer_schema_length=0)
    coded = frame.with_columns(pl.col(c).cast(pl.Categorical) for c in columns)
    base = duckdb.connect()
    base.execute("SET threads = 1")
    base.execute("CREATE TABLE c AS SELECT status, finding, enterprise FROM read_csv(?, all_varchar = true)", [sys.argv[1]])
    sql = """SELECT enterprise, count(*) n FROM c WHERE status = 'closed' AND finding = 'substantiated'
             GROUP BY 1 ORDER BY n DESC LIMIT 10"""

    def polars(data):
        return (data.lazy().filter((pl.col("status") == "closed") & (pl.col("finding") == "substantiated"))
                .group_by("enterprise").len().sort("len", descending=True).head(10).collect())

    print(f"DuckDB {duckdb.__version__}\t{median(lambda: base.execute(sql).fetchall())}")
    print(f"polars {pl.__version__}\t{median(lambda: polars(frame))}")
    print(f"polars coded\t{median(lambda: polars(coded))}")
    """#
}
