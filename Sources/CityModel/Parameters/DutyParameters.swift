/// Staff, conferences, enforcement and disclosure.
public enum DutyParameters {
  public static let countyStaff = ParameterKey<Int>(
    "staff.county", "县区专职人员", "Least full-time staff of a county", unit: "persons", source: "A1")
  public static let streetStaff = ParameterKey<Int>(
    "staff.street", "街道专职人员", "Least full-time staff of a street or township", unit: "persons", source: "A1")
  public static let conferencesPerQuarter = ParameterKey<Int>(
    "conference.perQuarter", "每季联席会议", "Least joint conferences in a calendar quarter", unit: "a quarter", source: "A3")
  public static let enforcementPerQuarter = ParameterKey<Int>(
    "enforcement.perQuarter", "每季联合执法", "Least joint enforcements in a calendar quarter", unit: "a quarter",
    source: "A11")
  public static let commonRevenuePerYear = ParameterKey<Int>(
    "disclosure.commonRevenuePerYear", "公共收益公开次数", "Least publications of common revenue in a year", unit: "a year",
    source: "A6")
  public static let commonRevenueDue = ParameterKey<MonthDay>(
    "disclosure.commonRevenueDue", "公共收益公开截止日", "Day by which last year's common revenue is to be published",
    source: "A6")
  public static let managerDays = ParameterKey<Int>(
    "filing.managerDays", "负责人备案期限", "Days from the beginning of service within which its manager is to be filed",
    unit: "days", source: "A2")
  public static let reportDays = ParameterKey<Int>(
    "filing.reportDays", "负责人报到期限",
    "Days from the beginning of service within which its manager reports in to street and community", unit: "days",
    source: "A2")
  public static let postDays = ParameterKey<Int>(
    "disclosure.postDays", "公示设立期限", "Days from the beginning of service within which the board shows everything",
    unit: "days", source: "A6")
  public static let updateDays = ParameterKey<Int>(
    "disclosure.updateDays", "公示更新期限", "Days from a change of manager or fee within which the board says so", unit: "days", source: "A6")
  public static let quarterWarnDay = ParameterKey<Int>(
    "conference.warnDay", "季度预警日", "Day of a quarter from which a missing conference or enforcement is warned of",
    unit: "day of the quarter", source: "A3, A11")
  public static let enforcementDepartments = ParameterKey<Int>(
    "enforcement.minDepartments", "联合执法部门数", "Least number of the five departments that make an enforcement joint",
    unit: "departments", source: "A11")
  public static let referralDays = ParameterKey<Int>(
    "referral.days", "移送反馈期限", "Calendar days within which a referral is answered, where none were agreed", unit: "days",
    source: "A11")
  public static let awardMonths = ParameterKey<CalendarMonths>(
    "award.months", "奖励依据期限", "How long after a commendation an award may rest on it", unit: "months", source: "A17")
  public static let complaintsPerThousand = ParameterKey<Int>(
    "owners.complaintsPerThousand", "投诉率高（每千户）", "Substantiated complaints a year for 1,000 households that are many when exceeded",
    unit: "complaints", source: "A9")
  public static let inspectionsA = ParameterKey<Int>(
    "supervision.inspectionsA", "A级企业年检查次数", "Inspections a year of an enterprise of grade A", unit: "inspections",
    source: "A7")
  public static let inspectionsB = ParameterKey<Int>(
    "supervision.inspectionsB", "B级企业年检查次数", "Inspections a year of an enterprise of grade B", unit: "inspections",
    source: "A7")
  public static let inspectionsC = ParameterKey<Int>(
    "supervision.inspectionsC", "C级企业年检查次数", "Inspections a year of an enterprise of grade C", unit: "inspections",
    source: "A7")
  public static let inspectionsD = ParameterKey<Int>(
    "supervision.inspectionsD", "D级企业年检查次数", "Inspections a year of an enterprise of grade D", unit: "inspections",
    source: "A7")

  public static let trainingMonths = ParameterKey<CalendarMonths>(
    "training.months", "培训周期", "Within how long an enterprise trains its staff once at least", unit: "months", source: "A2")

  static var all: [ParameterDescription] {
    [
      countyStaff.description, streetStaff.description, conferencesPerQuarter.description,
      enforcementPerQuarter.description, commonRevenuePerYear.description, commonRevenueDue.description,
      managerDays.description, reportDays.description, postDays.description, updateDays.description,
      quarterWarnDay.description, enforcementDepartments.description, referralDays.description, awardMonths.description,
      complaintsPerThousand.description, inspectionsA.description, inspectionsB.description, inspectionsC.description, inspectionsD.description,
      trainingMonths.description,
    ]
  }
}
