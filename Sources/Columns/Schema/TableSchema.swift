/// A table's description: its names and its fields.
public struct TableSchema: Sendable, Hashable {
  /// One row: `complaint`.
  public var name: String
  /// The collection: `complaints`.
  public var plural: String
  /// The Chinese word for one row and for the collection: `投诉`.
  public var chinese: String
  public var meaning: String
  public var source: String
  /// The field by which people name a row: `uscc`.
  public var key: String
  /// The field that is shown for a row: `name`.
  public var label: String
  /// The field that holds the day or moment of the fact: a rule applies to a row by that date. `nil` for lasting things.
  public var dated: String?
  public var fields: [Field]
  private var positions: [String: Int]

  public init(
    name: String, plural: String, chinese: String, meaning: String, source: String, key: String, label: String? = nil,
    dated: String? = nil, fields: [Field]
  ) {
    self.name = name
    self.plural = plural
    self.chinese = chinese
    self.meaning = meaning
    self.source = source
    self.key = key
    self.label = label ?? key
    self.dated = dated
    self.fields = fields
    positions = [:]
    for (position, field) in fields.enumerated() where positions[field.name] == nil {
      positions[field.name] = position
    }
  }

  /// The position of the field of that English name.
  public func position(of field: String) -> Int? { positions[field] }

  public func field(_ name: String) -> Field? { position(of: name).map { fields[$0] } }

  /// Whether the table has no stored field at all: its rows are computed, not kept.
  public var isDerived: Bool { fields.allSatisfy(\.isDerived) }

  /// The fields that the register stores, in order: the columns of its CSV form.
  public var storedFields: [Field] { fields.filter { !$0.isDerived } }
}
