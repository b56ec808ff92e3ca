public import CityModel
public import Columns

/// The row that a case of a district's own procedure is about.
public struct CaseSubject: Sendable, Hashable {
  public var table: TableSchema
  /// As the ledger writes it: a complaint's number and source.
  public var key: String
  public var place: CasePlace
  /// When its case begins: its own moment, or the start of its day.
  public var began: Moment
  /// It was taken back, repeats another, went to another unit, or is closed for good: nothing more is done to it unless it is reopened.
  public var isOver: Bool

  /// The words of a status that end a case.
  public static let over: Set<String> = ["withdrawn", "duplicate", "transferred", "closed", "rejected", "removed"]

  public init(table: TableSchema, key: String, place: CasePlace, began: Moment, isOver: Bool) {
    self.table = table
    self.key = key
    self.place = place
    self.began = began
    self.isOver = isOver
  }

  public static func == (a: CaseSubject, b: CaseSubject) -> Bool { a.table.name == b.table.name && a.key == b.key }
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// A case before its first step: the procedure of its beginning, and what the ledger had when it was looked up.
public struct CaseOpening: Sendable {
  public var begun: ProcedureCase
  public var ledgerPosition: Int64

  public init(_ begun: ProcedureCase, ledgerPosition: Int64) {
    self.begun = begun
    self.ledgerPosition = ledgerPosition
  }
}

/// What came of a command on a case.
public enum CaseOutcome: Sendable {
  /// It was done: the case after it.
  case done(ProcedureCase)
  /// It was refused, and nothing was written.
  case refused(Refusal)
}
