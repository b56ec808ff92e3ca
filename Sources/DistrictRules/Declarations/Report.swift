public import Columns
public import LuaRuntime

/// A table that a district wants to see (报表): rows, groups with figures, events, or what a function returns.
public struct Report: Rule {
  public enum Content {
    case rows(ReportTable)
    case groups(ReportTable, by: [[String]], figures: [Figure])
    /// Rows merged into events, with their count and everybody who complained.
    case events(ReportTable, Events)
    case function(LuaFunction)
  }

  /// A number for each group.
  public struct Figure: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      case count
      case countWhere(Condition)
      /// Of all rows that can be judged.
      case shareWhere(Condition)
      case sum(Columns.Field)
      case distinct(Columns.Field)
    }

    public var name: String
    public var kind: Kind
  }

  public struct Events: Sendable, Hashable {
    /// Rows that agree in these belong together.
    public var same: [Columns.Field]
    /// An event begins with its first row and lasts so long.
    public var within: TimeSpan
  }

  public var heading: Heading
  public var content: Content
}

/// Which rows a report is about, and how they are shown.
public struct ReportTable: Sendable, Hashable {
  public var table: TableSchema
  public var scope: Condition
  /// Paths of fields; all fields when there are none.
  public var columns: [[String]]
  /// Names of columns; a `-` before one orders downwards.
  public var order: [String]
  public var limit: Int?
}
