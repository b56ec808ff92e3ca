internal import CityModel
internal import Columns

/// The rows of one table while they are made, numbered in the order in which they come.
struct Rows {
  let schema: TableSchema
  let prefix: String
  private(set) var records: [Record] = []

  init(_ schema: TableSchema, _ prefix: String) {
    self.schema = schema
    self.prefix = prefix
  }

  /// The number that the next row will have.
  var next: String { "\(prefix)-\(padded(records.count + 1, 5))" }

  /// - Returns: the row's number.
  @discardableResult
  mutating func add(_ values: [(Field, String?)]) -> String {
    let number = next
    var values = values
    if let key = schema.field(schema.key), !values.contains(where: { $0.0.name == key.name }) { values.append((key, number)) }
    records.append(Record(schema, values))
    return number
  }
}

extension City {
  /// So many days before the cut.
  func ago(_ days: Int) -> Day { cut.adding(days: -days) }
  func countyCode(_ county: Int) -> String { geography.counties[county].code }
  /// Who serves an estate at the cut.
  func serving(_ project: SampleProject) -> SampleProject.Tenure? { project.tenures.last.flatMap { $0.ended == nil ? $0 : nil } }
  func quality(_ tenure: SampleProject.Tenure) -> Quality { enterprises[tenure.enterprise].quality }
  /// The quarters' first days in the thirteen months to the cut.
  var quarters: [Day] {
    let first = on(cut.year, (cut.month - 1) / 3 * 3 + 1, 1)
    return [12, 9, 6, 3, 0].map { first.adding(months: -$0) }
  }
}

/// An amount in fen as CSV writes it.
func yuan(fen: Int64) -> String { Cell.decimal(units: fen, digits: 2).plain }
