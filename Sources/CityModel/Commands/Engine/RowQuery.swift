public import Columns

/// A look-up of a few rows by equality, which is all that a command may ask for.
public struct RowQuery: Sendable, Hashable {
  public var table: TableSchema
  public var conditions: [Condition]

  public struct Condition: Sendable, Hashable {
    public var field: Field
    public var value: CaseValue

    public init(_ field: Field, _ value: CaseValue) {
      self.field = field
      self.value = value
    }
  }

  public init(_ table: TableSchema, _ conditions: [Condition]) {
    self.table = table
    self.conditions = conditions
  }
}

/// Rows that a command or an invariant declares it needs, found from what is known before.
public struct Need: Sendable {
  public enum Source: Sendable {
    case value(CaseValue)
    /// A field of the subject; for an invariant, of the changed row as it is to be.
    case subject(Field)
    /// The key of the subject, as the ledger writes it.
    case key
    case argument(Field)
    /// A field of the first row of an earlier need.
    case related(String, Field)
    /// A field of every row of an earlier need: the rows that belong to any of them.
    case each(String, Field)
  }

  public var name: String
  public var table: TableSchema
  public var conditions: [(field: Field, source: Source)]

  public init(_ name: String, _ table: TableSchema, _ conditions: [(Field, Source)]) {
    self.name = name
    self.table = table
    self.conditions = conditions.map { ($0.0, $0.1) }
  }

  /// The row that a reference of the subject leads to; called by the field's name.
  public static func row(_ field: Field, in table: TableSchema) -> Need {
    Need(field.name, table, [(table.keyField, .subject(field))])
  }

  /// The row that an argument names.
  public static func row(argument field: Field, in table: TableSchema) -> Need {
    Need(field.name, table, [(table.keyField, .argument(field))])
  }
}

extension TableSchema {
  /// The field by which people name a row.
  public var keyField: Field { field(key) ?? Field(key, key, .text, "") }
}

/// Where rows come from: the register inside its transaction, or a handful of rows in a test.
public protocol CaseReader {
  /// The rows that meet every condition, in the order of their keys.
  func rows(_ query: RowQuery) throws -> [CaseRow]
  /// What was done to a row, in order.
  func history(of table: TableSchema, key: String) throws -> [CaseEntry]
  func officer(_ id: String) throws -> Officer?
}

/// Something that was done to a row: an entry of the ledger.
public struct CaseEntry: Sendable, Hashable {
  /// From 1: the position of the case after it.
  public var position: Int
  /// The command's name, or the ledger's word for an import.
  public var kind: String
  public var officer: String
  public var at: Moment
  public var document: String?

  public init(position: Int, kind: String, officer: String, at: Moment, document: String? = nil) {
    self.position = position
    self.kind = kind
    self.officer = officer
    self.at = at
    self.document = document
  }
}
