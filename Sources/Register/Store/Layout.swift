internal import CityModel
internal import Columns

/// How the city's tables lie in SQLite: one strict table for each schema of ``CitySchema``, in the schema's order of fields.
///
/// References are foreign keys to `id`, enumerations their English words, days and moments whole numbers, quantities whole
/// units. The words of an enumeration are checked where rows come in and not by a CHECK clause, which SQLite cannot change
/// once a table exists.
enum Layout {
  /// The fields by which a row is known to the outside; unique together.
  static func naturalKey(of schema: TableSchema) -> [Field] {
    let names =
      switch schema.name {
      case Complaint.schema.name: [Complaint.number.name, Complaint.source.name]
      case PublishedGrade.schema.name: [PublishedGrade.enterprise.name, PublishedGrade.year.name]
      default: [schema.key]
      }
    return names.compactMap { schema.field($0) }
  }

  /// How other rows and the ledger name a complaint: its number is unique within its source only.
  static func complaintKey(number: String, source: String) -> String { "\(number) \(source)" }

  static func sqlType(_ type: FieldType) -> String {
    switch type {
    case .text, .enumeration: "TEXT"
    case .integer, .flag, .moment, .day, .elapsed, .quantity, .token, .reference: "INTEGER"
    }
  }

  static func quoted(_ name: String) -> String { "\"" + name.split(separator: "\"").joined(separator: "\"\"") + "\"" }

  /// The name of the SQL table behind a table's singular name.
  static func tableName(ofReference name: String) -> String {
    tables.first { $0.name == name }?.plural ?? name
  }

  /// Every table that has a schema: the city's and the officers.
  static let tables: [TableSchema] = CitySchema.storedTables + [OfficerTable.schema]

  static func createTable(_ schema: TableSchema) -> String {
    var lines = ["  id INTEGER PRIMARY KEY"]
    for field in schema.storedFields {
      lines.append("  " + column(field, isRequired: field.isRequired))
    }
    return "CREATE TABLE \(quoted(schema.plural)) (\n" + lines.joined(separator: ",\n") + "\n) STRICT"
  }

  static func column(_ field: Field, isRequired: Bool) -> String {
    var line = "\(quoted(field.name)) \(sqlType(field.type))"
    if isRequired { line += " NOT NULL" }
    if case .reference(let name) = field.type { line += " REFERENCES \(quoted(tableName(ofReference: name)))(id)" }
    return line
  }

  static func keyIndexName(_ schema: TableSchema) -> String { "\(schema.plural)_key" }

  static func createKeyIndex(_ schema: TableSchema) -> String {
    let columns = naturalKey(of: schema).map { quoted($0.name) }.joined(separator: ", ")
    return "CREATE UNIQUE INDEX \(quoted(keyIndexName(schema))) ON \(quoted(schema.plural)) (\(columns))"
  }

  /// A district's complaints lie together in this index; it also tells, without touching the rows, which enterprises they
  /// concern.
  static let complaintScopeIndex = "complaints_scope"
  static let createComplaintScopeIndex = """
    CREATE INDEX "\(complaintScopeIndex)" ON "\(Complaint.schema.plural)" \
    ("\(Complaint.project.name)", "\(Complaint.enterprise.name)")
    """

  /// What was done about a complaint is looked up at every command on it.
  static var createComplaintRecordIndexes: [String] {
    [ComplaintAssignment.schema, Disposition.schema, Revisit.schema, Rework.schema].map { schema in
      "CREATE INDEX \(quoted("\(schema.plural)_complaint")) ON \(quoted(schema.plural)) (complaint)"
    }
  }
}
