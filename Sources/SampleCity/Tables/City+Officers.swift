internal import Columns

/// The officers of the sample city: the placeholder names that every Chinese form is filled in with, 赵甲 to 王辛.
extension City {
  /// Streets whose office is in the sample.
  static let staffedStreets = ["140403001", "140403002", "140404001", "140406003", "140423100", "140425100", "140428100"]

  func officerRecords() -> [Record] {
    let families = Array("赵钱孙李周吴郑王")
    let givens = Array("甲乙丙丁戊己庚辛")
    var records: [Record] = []
    func add(_ id: String, _ level: String, _ division: String, _ role: String, until: Day? = nil, community: String = "") {
      let serial = records.count
      // Each round of eight pairs the family names with the stems one further on.
      let name = String([families[serial % 8], givens[(serial + serial / 8) % 8]])
      let second = serial / 64 == 0 ? "" : String(givens[serial / 64 % 8])
      records.append(
        Record(cells: [id, name + second, level, division, role, on(2024, 1, 2).description, known(until).text ?? "", community]))
    }
    add("1404-01", "city", "1404", "credit evaluation")
    add("1404-02", "city", "1404", "list decision")
    add("1404-03", "city", "1404", "fund supervision")
    add("1404-04", "city", "1404", "list decision", until: on(2026, 3, 31))
    for county in geography.counties {
      add("\(county.code)-01", "county", county.code, "list proposal")
      add("\(county.code)-02", "county", county.code, "list decision")
    }
    for street in City.staffedStreets {
      add("\(street)-01", "street", street, "fund review")
      add("\(street)-02", "street", street, "fund approval")
      add("\(street)-03", "community", street, "revisit", community: street + "002")
    }
    return records
  }
}
