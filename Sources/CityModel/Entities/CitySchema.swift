public import Columns

/// Every table of the city model: the one list from which bindings, help, checks, the register and the reference come.
public enum CitySchema {
  /// In an order in which each table refers only to earlier ones.
  public static let tables: [TableSchema] = [
    Division.schema, Enterprise.schema, Project.schema, Contract.schema, Filing.schema, Urging.schema, Complaint.schema,
    RectificationOrder.schema, CreditRecord.schema, ListEntry.schema, FundRequest.schema, PublishedGrade.schema, Survey.schema,
  ]

  /// By the name of a row or of the collection: `complaint`, `complaints`.
  public static func table(_ name: String) -> TableSchema? { tables.first { $0.name == name || $0.plural == name } }
}
