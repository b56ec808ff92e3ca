internal import Columns

/// A12: 劝阻和制止无效的，应及时向街道（乡镇）、消防救援机构报告。
/// Reading: the report comes after the dissuasion, unless it is an emergency. Parameters: none.
extension CityInvariant {
  static let reportWithoutDissuasion = CityInvariant(
    "report-without-dissuasion", "A12", on: FireReport.schema, zh: "报告前须劝阻，紧急情况除外", en: "a report comes after dissuasion, except in an emergency"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.row.flag(FireReport.emergency) != true else { return nil }
    guard let dissuaded = changed.row.day(FireReport.dissuadedOn), let reported = changed.row.day(FireReport.reportedOn), dissuaded <= reported else {
      return Bilingual(zh: "没有劝阻记录，也不是紧急情况", en: "there was no dissuasion, and it is no emergency")
    }
    return nil
  }
}
