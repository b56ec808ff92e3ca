/// Where persons are kept, and nowhere else.
enum VaultTables {
  static let statements: [String] = [
    // `sealed` is empty once the record has expired: the row stays, so that an old file does not bring the person back.
    """
    CREATE TABLE vault (
      complaint INTEGER PRIMARY KEY REFERENCES complaints(id),
      sealed BLOB NOT NULL,
      fingerprint BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE vault_tasks (
      id INTEGER PRIMARY KEY,
      subject_table TEXT NOT NULL,
      subject_key TEXT NOT NULL,
      kind TEXT NOT NULL,
      officer TEXT NOT NULL,
      opened_by TEXT NOT NULL,
      opened INTEGER NOT NULL,
      closed INTEGER
    ) STRICT
    """,
    "CREATE INDEX vault_tasks_subject ON vault_tasks (subject_table, subject_key)",
    """
    CREATE TABLE complaint_extras (
      complaint INTEGER PRIMARY KEY REFERENCES complaints(id),
      form TEXT NOT NULL,
      fields TEXT NOT NULL CHECK (json_valid(fields))
    ) STRICT
    """,
  ]
}
