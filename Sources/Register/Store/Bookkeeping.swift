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
    // Every computation of a run, with all that is needed to do it again: the first, those that resumed it, and reruns.
    """
    CREATE TABLE job_attempts (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES job_runs(id),
      kind TEXT NOT NULL,
      moment INTEGER NOT NULL,
      officer TEXT NOT NULL,
      position INTEGER NOT NULL,
      marks TEXT NOT NULL CHECK (json_valid(marks)),
      rules TEXT NOT NULL CHECK (json_valid(rules)),
      rulebook TEXT NOT NULL CHECK (json_valid(rulebook)),
      subjects TEXT CHECK (subjects IS NULL OR json_valid(subjects)),
      engine TEXT NOT NULL,
      outcome TEXT NOT NULL,
      failures TEXT NOT NULL CHECK (json_valid(failures)),
      output TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX job_attempts_run ON job_attempts (run)",
    """
    CREATE TABLE proposals (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES job_runs(id),
      kind TEXT NOT NULL,
      enterprise INTEGER REFERENCES enterprises(id),
      project TEXT,
      county INTEGER REFERENCES divisions(id),
      because TEXT NOT NULL,
      once_per TEXT,
      reasons TEXT NOT NULL CHECK (json_valid(reasons)),
      evidence TEXT NOT NULL CHECK (json_valid(evidence)),
      state TEXT NOT NULL,
      noticed_on INTEGER,
      notice_document TEXT,
      noticed_by TEXT,
      defence_until INTEGER,
      decided_on INTEGER,
      decided_by TEXT,
      document TEXT,
      decision_reason TEXT,
      published_on INTEGER,
      objection_until INTEGER,
      answer_until INTEGER
    ) STRICT
    """,
    // Scripts and parameter files by their SHA-256: what a decision rested on can be read and run years later.
    """
    CREATE TABLE rule_texts (
      sha256 TEXT PRIMARY KEY,
      text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE rule_revisions (
      id INTEGER PRIMARY KEY,
      division TEXT NOT NULL,
      number INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('enact', 'repeal')),
      starts_on INTEGER NOT NULL,
      document TEXT NOT NULL,
      reviewed_by TEXT,
      review_document TEXT,
      published_on INTEGER,
      impacted_from INTEGER NOT NULL,
      impacted_to INTEGER,
      areas TEXT NOT NULL CHECK (json_valid(areas)),
      preview TEXT,
      officer TEXT NOT NULL,
      moment INTEGER NOT NULL,
      position INTEGER NOT NULL,
      UNIQUE (division, number)
    ) STRICT
    """,
    """
    CREATE TABLE rule_files (
      revision INTEGER NOT NULL REFERENCES rule_revisions(id),
      name TEXT NOT NULL,
      sha256 TEXT REFERENCES rule_texts(sha256),
      declarations TEXT NOT NULL CHECK (json_valid(declarations)),
      PRIMARY KEY (revision, name)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE publications (
      division TEXT NOT NULL,
      period TEXT NOT NULL,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL,
      published_on INTEGER NOT NULL,
      document TEXT NOT NULL,
      officer TEXT NOT NULL,
      moment INTEGER NOT NULL,
      position INTEGER NOT NULL,
      PRIMARY KEY (division, period)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX proposals_run ON proposals (run)",
    "CREATE INDEX proposals_enterprise ON proposals (enterprise, kind)",
  ]
}
