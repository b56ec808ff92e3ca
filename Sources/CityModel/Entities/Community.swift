public import Columns

/// A community (社区), the lowest of the four levels of supervision, A1.
public enum Community {
  public static let code = Field("code", "代码", .text, "Code of twelve digits", required: true)
  public static let name = Field("name", "名称", .text, "Name", required: true)
  public static let street = Field(
    "street", "街道", .reference("division"), "Street, town or township", source: "A1", required: true)
  public static let county = Field("county", "县区", .reference("division"), "County", required: true)

  /// Twelve digits: those of the street and three more.
  static func isCode(_ text: String) -> Bool { text.utf8.count == 12 && text.utf8.allSatisfy { (48...57).contains($0) } }

  public static let schema = TableSchema(
    name: "community", plural: "communities", chinese: "社区", meaning: "A community of a street or township",
    source: "A1", key: "code", label: "name",
    fields: [code, name, street, county])
}
