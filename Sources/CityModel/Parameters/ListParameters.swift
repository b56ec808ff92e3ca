/// Red and black lists, A7.
public enum ListParameters {
  public static let publishDay = ParameterKey<Int>(
    "list.publishDay", "每月公布日", "Day of the month on which the lists are published", unit: "day of the month",
    source: "A7")
  public static let noticeWorkdays = ParameterKey<Int>(
    "list.noticeWorkdays", "陈述申辩期限", "Working days for statement and defence after the notice", unit: "working days",
    source: "A7")
  public static let objectionWorkdays = ParameterKey<Int>(
    "list.objectionWorkdays", "异议期限", "Working days for an objection after publication", unit: "working days",
    source: "A7")
  public static let answerWorkdays = ParameterKey<Int>(
    "list.answerWorkdays", "异议答复期限", "Working days for the answer to an objection", unit: "working days", source: "A7")
  public static let repairWorkdays = ParameterKey<Int>(
    "list.repairWorkdays", "信用修复决定期限", "Working days for the decision on a repair application", unit: "working days",
    source: "A7")
  public static let blackMinMonths = ParameterKey<CalendarMonths>(
    "list.blackMinMonths", "黑榜最短期限", "Shortest time on a black list", source: "A7")
  public static let blackMaxMonths = ParameterKey<CalendarMonths>(
    "list.blackMaxMonths", "黑榜最长期限", "Longest time on a black list", source: "A7")
  public static let seriousMinMonths = ParameterKey<CalendarMonths>(
    "list.seriousMinMonths", "严重情形最短期限", "Shortest time on a black list in a serious case", source: "A7")
  public static let seriousMaxMonths = ParameterKey<CalendarMonths>(
    "list.seriousMaxMonths", "严重情形最长期限", "Longest time on a black list in a serious case", source: "A7")
  public static let redShare = ParameterKey<Ratio>(
    "list.redShare", "红榜比例上限", "Largest share of a county's rated enterprises on its red list; at least one place",
    source: "A7")
  public static let redScore = ParameterKey<Points>(
    "list.redScore", "红榜最低分", "Least provisional score for the red list where no grade is published", unit: "points",
    source: "A7")
  public static let redSatisfaction = ParameterKey<Ratio>(
    "list.redSatisfaction", "红榜满意度", "Least satisfaction for the red list", source: "A7")
  public static let redCleanMonths = ParameterKey<CalendarMonths>(
    "list.redCleanMonths", "红榜无处罚期限", "Months without veto or penalty for the red list", source: "A7")
  public static let redPromptMonths = ParameterKey<CalendarMonths>(
    "list.redPromptMonths", "红榜无超期期限", "Months without an overdue complaint for the red list", source: "A7")
  public static let blackOnGradeD = ParameterKey<Bool>(
    "list.blackOnGradeD", "D级列黑榜", "Whether the last published grade D is a ground for the black list", source: "A7")
  public static let blackScope = ParameterKey<BlackScope>(
    "list.blackScope", "黑榜效力范围", "Where a black entry has effect", source: "A5, A14")
  public static let tenderEligible = ParameterKey<TenderRule>(
    "tender.eligible", "招标选聘范围", "Whether bidders need the red list or grade A, or both", source: "A5")
  public static let tenderBanBindsDevelopers = ParameterKey<Bool>(
    "tender.banBindsDevelopers", "禁入是否约束建设单位", "Whether the ban on black-listed and grade D firms binds developers",
    source: "A5")

  static var all: [ParameterDescription] {
    [
      publishDay.description, noticeWorkdays.description, objectionWorkdays.description, answerWorkdays.description,
      repairWorkdays.description, blackMinMonths.description, blackMaxMonths.description,
      seriousMinMonths.description, seriousMaxMonths.description, redShare.description, redScore.description,
      redSatisfaction.description, redCleanMonths.description, redPromptMonths.description, blackOnGradeD.description,
      blackScope.description, tenderEligible.description, tenderBanBindsDevelopers.description,
    ]
  }
}
