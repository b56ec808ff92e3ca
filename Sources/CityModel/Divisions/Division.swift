public import Columns

/// An administrative division: the city, a county, or a street (township, town).
///
/// Codes nest: four digits for the city, six for a county, nine for a street (GB/T 2260, GB/T 10114).
public struct Division: Sendable, Hashable {
  public var code: String
  public var name: String
  public var level: Level

  public enum Level: String, Sendable, Hashable, CaseIterable {
    case city, county, street, community
  }

  /// The division that contains this one, `nil` for the city.
  public var parent: String? {
    switch level {
    case .city: nil
    case .county: String(code.prefix(4))
    case .street: String(code.prefix(6))
    case .community: String(code.prefix(9))
    }
  }
}

extension Division {
  public static let levels = Enumeration(
    "division_level",
    [.init("city", "市"), .init("county", "县（区）"), .init("street", "街道（乡镇）"), .init("community", "社区")])

  public static let codeField = Field("code", "代码", .text, "Administrative division code", source: "GB/T 2260", required: true)
  public static let nameField = Field("name", "名称", .text, "Name", required: true)
  public static let levelField = Field("level", "层级", .enumeration(levels), "Level in the four-level system", source: "A1")
  public static let parentField = Field("parent", "上级", .reference("division"), "The division that contains this one")

  public static let schema = TableSchema(
    name: "division", plural: "divisions", chinese: "区划", meaning: "An administrative division of the city",
    source: "A1", key: "code", label: "name", fields: [codeField, nameField, levelField, parentField])
}

extension Division.Level {
  /// `街道（乡镇）`.
  public var chinese: String {
    Division.levels.index(of: rawValue).map { Division.levels.values[$0].chinese } ?? rawValue
  }
}
