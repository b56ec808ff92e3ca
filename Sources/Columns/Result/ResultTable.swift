/// A finished result: titled columns and rows of exact cells, ready to be shown as a table, CSV, JSON or Markdown.
public struct ResultTable: Sendable, Hashable {
  /// What a column is called, for programs and for people.
  public struct Column: Sendable, Hashable {
    /// The identifier, as scripts, CSV headers and JSON keys write it: `accepted_at`.
    public var name: String
    /// What people read above the column: `受理时间`.
    public var title: String
    /// What its cells are, where they come from a field: people read words of their language and lengths of time for them.
    public var type: FieldType?

    public init(_ name: String, title: String? = nil, type: FieldType? = nil) {
      self.name = name
      self.title = title ?? name
      self.type = type
    }
  }

  public var columns: [Column]
  public var rows: [[Cell]]
  /// Rows there were before a limit cut the list; `nil` when nothing was cut.
  public var totalRows: Int?

  public init(columns: [Column], rows: [[Cell]] = [], totalRows: Int? = nil) {
    self.columns = columns
    self.rows = rows
    self.totalRows = totalRows
  }
}

extension ResultTable {
  /// The position of the column of that name.
  public func column(named name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
