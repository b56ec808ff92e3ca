/// The credit score's frame: base, limits, grades, periods, A7.
public enum CreditParameters {
  public static let base = ParameterKey<Points>(
    "credit.base", "基础分", "Points that every enterprise starts from", unit: "points", source: "A7")
  public static let goodCap = ParameterKey<Points>(
    "credit.goodCap", "加分上限", "Most that all additions together can bring", unit: "points", source: "A7")
  public static let min = ParameterKey<Points>("credit.min", "最低分", "Lowest score", unit: "points", source: "A7")
  public static let max = ParameterKey<Points>("credit.max", "最高分", "Highest score", unit: "points", source: "A7")
  public static let districtAdjustMax = ParameterKey<Points>(
    "credit.districtAdjustMax", "县区调整幅度", "Largest adjustment by a district, up or down, in its own column",
    unit: "points", source: "A7")
  public static let recordMonths = ParameterKey<CalendarMonths>(
    "credit.recordMonths", "信用记录有效期", "How long a recorded fact counts from its decision", source: "A7")
  public static let factWindow = ParameterKey<FactWindow>(
    "credit.factWindow", "业务数据的评价期间", "Period of the facts that are computed from the register", source: "A7")
  public static let unratedMonths = ParameterKey<CalendarMonths>(
    "credit.unratedMonths", "新进企业不评级期限", "Service shorter than this is not rated", source: "A7")
  public static let gradeA = ParameterKey<Points>(
    "grades.A", "A级下限", "Least score of grade A", unit: "points", source: "A7")
  public static let gradeB = ParameterKey<Points>(
    "grades.B", "B级下限", "Least score of grade B", unit: "points", source: "A7")
  public static let gradeC = ParameterKey<Points>(
    "grades.C", "C级下限", "Least score of grade C; below it D", unit: "points", source: "A2, A7")
  public static let contractDays = ParameterKey<Int>(
    "filing.contractDays", "合同报备期限", "Days from signature within which a contract is to be filed", unit: "days",
    source: "A2")
  public static let urgeFrom = ParameterKey<Int>(
    "filing.urgeFrom", "督促扣分起算次数", "Unheeded urging about filing from which each one is deducted", unit: "urgings",
    source: "A2")
  public static let urgeVeto = ParameterKey<Int>(
    "filing.urgeVeto", "督促直降D级次数", "Unheeded urgings about filing that lead to grade D", unit: "urgings", source: "A2")
  public static let satisfactionLowest = ParameterKey<Ratio>(
    "satisfaction.lowest", "满意度扣分第一档", "Below this share the first step of D13 applies", source: "A8, A9")
  public static let satisfactionLow = ParameterKey<Ratio>(
    "satisfaction.low", "满意度扣分第二档", "Below this share the second step of D13 applies", source: "A8, A9")
  public static let satisfactionFair = ParameterKey<Ratio>(
    "satisfaction.fair", "满意度扣分第三档", "Below this share the third step of D13 applies", source: "A8, A9")
  public static let satisfactionGood = ParameterKey<Ratio>(
    "satisfaction.good", "满意度加分第二档", "From this share the lower step of G03 applies", source: "A8, A9")
  public static let satisfactionExcellent = ParameterKey<Ratio>(
    "satisfaction.excellent", "满意度加分第一档", "From this share the higher step of G03 applies", source: "A8, A9")
  public static let share4050 = ParameterKey<Ratio>(
    "staff.share4050", "4050人员占比", "Share of 4050 staff from which G05 applies", source: "A10")

  static var all: [ParameterDescription] {
    [
      base.description, goodCap.description, min.description, max.description, districtAdjustMax.description,
      recordMonths.description, factWindow.description, unratedMonths.description, gradeA.description,
      gradeB.description, gradeC.description, contractDays.description, urgeFrom.description, urgeVeto.description,
      satisfactionLowest.description, satisfactionLow.description, satisfactionFair.description,
      satisfactionGood.description, satisfactionExcellent.description, share4050.description,
    ]
  }
}
