internal import CityModel
public import Columns

/// A file of the sample city: one table of the schema that holds facts, or the officers.
///
/// In the order in which they are to be imported: each refers only to earlier ones and to the city's divisions.
public enum SampleFile: String, CaseIterable, Sendable {
  case enterprises, projects, contracts, filings, urgings, complaints, orders
  case creditRecords = "credit_records"
  case listEntries = "list_entries"
  case fundRequests = "fund_requests"
  case publishedGrades = "published_grades"
  case surveys, officers

  /// `enterprises.csv`.
  public var name: String { "\(rawValue).csv" }

  /// The table whose rows the file holds; none for the officers, who stand outside the schema.
  public var schema: TableSchema? { CitySchema.table(rawValue) }

  /// The header: the table's stored fields in the schema's order.
  public var columns: [String] {
    schema?.storedFields.map(\.name) ?? ["id", "name", "level", "division", "role", "from", "until"]
  }
}
