/// The register's own tables: what was done, by whom, and what could not be taken in.
enum Bookkeeping {
  static let statements: [String] = [
    """
    CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE ledger (
      position INTEGER PRIMARY KEY,
      moment INTEGER NOT NULL,
      officer TEXT NOT NULL,
      role TEXT NOT NULL,
      kind TEXT NOT NULL,
      subject_table TEXT,
      subject_key TEXT,
      document TEXT,
      data TEXT NOT NULL CHECK (json_valid(data)),
      run INTEGER REFERENCES job_runs(id)
    ) STRICT
    """,
    "CREATE INDEX ledger_subject ON ledger (subject_table, subject_key)",
    // `INSERT OR REPLACE` deletes without firing a delete trigger: hence the check of the position.
    """
    CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger
    WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM ledger)
    BEGIN SELECT raise(ABORT, 'the ledger is only appended to'); END
    """,
    """
    CREATE TRIGGER ledger_keeps BEFORE UPDATE ON ledger
    BEGIN SELECT raise(ABORT, 'the ledger is only appended to'); END
    """,
    """
    CREATE TRIGGER ledger_never_deletes BEFORE DELETE ON ledger
    BEGIN SELECT raise(ABORT, 'the ledger is only appended to'); END
    """,
    """
    CREATE TABLE imports (
      id INTEGER PRIMARY KEY,
      "table" TEXT NOT NULL,
      file TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      checksum TEXT NOT NULL,
      mapping TEXT,
      moment INTEGER NOT NULL,
      officer TEXT NOT NULL,
      read INTEGER NOT NULL,
      stored INTEGER NOT NULL,
      known INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      quarantined INTEGER NOT NULL,
      CHECK (read = stored + known + quarantined)
    ) STRICT
    """,
    """
    CREATE TABLE quarantine (
      id INTEGER PRIMARY KEY,
      import INTEGER NOT NULL REFERENCES imports(id) DEFERRABLE INITIALLY DEFERRED,
      line INTEGER NOT NULL,
      code TEXT NOT NULL,
      message TEXT NOT NULL,
      chinese TEXT NOT NULL,
      raw BLOB NOT NULL,
      shown TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE job_runs (
      id INTEGER PRIMARY KEY,
      job TEXT NOT NULL,
      district TEXT NOT NULL,
      period TEXT NOT NULL,
      moment INTEGER NOT NULL,
      officer TEXT NOT NULL,
      position INTEGER NOT NULL,
      rules TEXT NOT NULL,
      parameters TEXT NOT NULL,
      engine TEXT NOT NULL,
      outcome TEXT NOT NULL,
      output TEXT NOT NULL,
      UNIQUE (job, district, period)
    ) STRICT
    """,
    """
    CREATE TABLE proposals (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES job_runs(id),
      kind TEXT NOT NULL,
      enterprise INTEGER NOT NULL REFERENCES enterprises(id),
      county INTEGER REFERENCES divisions(id),
      reasons TEXT NOT NULL CHECK (json_valid(reasons)),
      evidence TEXT NOT NULL CHECK (json_valid(evidence)),
      state TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX proposals_run ON proposals (run)",
  ]
}
