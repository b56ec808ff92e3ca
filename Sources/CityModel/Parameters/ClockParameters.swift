/// The 3-3-3 clocks of a complaint, A13.
public enum ClockParameters {
  public static let assign = ParameterKey<ElapsedTime>(
    "sla.assign", "责任到人时限", "Time from acceptance until a responsible person is named", source: "A13")
  public static let preliminary = ParameterKey<ElapsedTime>(
    "sla.preliminary", "初步结果时限",
    "Time from acceptance until the enterprise is contacted and a preliminary result given", source: "A13")
  public static let closeDays = ParameterKey<Int>(
    "sla.closeDays", "基本办结天数", "Days until a complaint is basically closed", unit: "days", source: "A13")
  public static let closeBasis = ParameterKey<CloseBasis>(
    "sla.closeBasis", "基本办结天数的算法",
    "How the days are counted: calendar days ending at 24:00, elapsed time of 24 hours each, or working days",
    source: "A13")
  public static let rollHoliday = ParameterKey<Bool>(
    "sla.rollHoliday", "遇休息日顺延", "Whether a last day that is no working day rolls to the next working day",
    source: "A13")
  public static let planCounts = ParameterKey<Bool>(
    "complaint.planCounts", "有期限的处置方案可作基本办结", "Whether a dated plan of works counts as basic closure", source: "A13")

  static var all: [ParameterDescription] {
    [
      assign.description, preliminary.description, closeDays.description, closeBasis.description,
      rollHoliday.description, planCounts.description,
    ]
  }
}
