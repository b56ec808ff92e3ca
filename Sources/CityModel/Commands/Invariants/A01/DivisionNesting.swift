internal import Columns

/// A1: 形成市、县（区）、街道（乡镇）、社区四级物业监管工作格局。
/// Reading: the four levels are those of the division codes, each of which begins with the code above it. Parameters: none.
extension CityInvariant {
  static let divisionNesting = CityInvariant(
    "division-nesting", "A1", on: Authority.schema, Community.schema, zh: "机构层级与区划代码相符，县（区）代码为上级；社区代码以街道代码开头",
    en: "an authority's level fits its division's code, which begins with its county's; a community's code begins with its street's"
  ) { (changed: ChangedRow) throws(Refusal) in
    if changed.row.table.name == Community.schema.name { return community(changed.row) }
    guard let division = changed.row.text(Authority.division), let level = changed.row.text(Authority.level) else { return nil }
    let digits = ["city": 4, "county": 6, "street": 9, "community": 12]
    // A community's office may be entered under its street, whose code is the longest that the divisions have.
    guard digits[level] == division.utf8.count || (level == "community" && division.utf8.count == 9) else {
      return Bilingual(zh: "`\(division)` 不是该层级的区划代码", en: "`\(division)` is no code of that level")
    }
    if let county = changed.row.text(Authority.county), !division.hasPrefix(county) {
      return Bilingual(zh: "`\(division)` 不在 `\(county)`", en: "`\(division)` does not lie in `\(county)`")
    }
    return nil
  }

  private static func community(_ row: CaseRow) -> Bilingual? {
    let code = row.key, street = row.text(Community.street) ?? "", county = row.text(Community.county) ?? ""
    guard code.utf8.count == 12, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }), street.utf8.count == 9, code.hasPrefix(street),
      county.utf8.count == 6, street.hasPrefix(county)
    else {
      return Bilingual(zh: "社区代码 `\(code)` 不是街道 `\(street)`、县（区）`\(county)` 下的十二位代码", en: "`\(code)` is no code of twelve digits under the street `\(street)` and the county `\(county)`")
    }
    return nil
  }
}
