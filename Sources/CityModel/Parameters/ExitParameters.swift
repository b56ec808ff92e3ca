/// The exit test of A8 and its readings.
public enum ExitParameters {
  public static let minDistinctExclusive = ParameterKey<Int>(
    "exit.minDistinctExclusive", "退出门槛（须超过）", "Distinct complainants that must be exceeded", unit: "complainants",
    source: "A8")
  public static let window = ParameterKey<CalendarMonths>(
    "exit.window", "计算期间", "Length of the rolling window that ends on the day of the test", source: "A8")
  public static let satisfactionBelow = ParameterKey<Ratio>(
    "exit.satisfactionBelow", "满意度不足", "Share of satisfied answers below which the limb is met", source: "A8")
  public static let scope = ParameterKey<ExitScope>("exit.scope", "认定单位", "Unit that is tested", source: "A8")
  public static let parse = ParameterKey<ExitParse>(
    "exit.parse", "条文结构读法", "How the conditions of the sentence are joined", source: "A8")
  public static let countPartly = ParameterKey<Bool>(
    "exit.countPartly", "部分属实计入", "Whether partly substantiated complaints count", source: "A8")
  public static let countAnonymous = ParameterKey<Bool>(
    "exit.countAnonymous", "匿名投诉计入", "Whether each anonymous complaint counts as a complainant of its own", source: "A8"
  )
  public static let refusalRequiresDetermination = ParameterKey<Bool>(
    "refusal.requiresDetermination", "拒不整改须有认定",
    "Whether a refusal needs the county's recorded determination besides a deadline that has passed", source: "A8")
  public static let refusalRequiresReminder = ParameterKey<Bool>(
    "refusal.requiresReminder", "拒不整改须先催告", "Whether the determination needs a written reminder before it", source: "A8"
  )
  public static let satisfactionMinSample = ParameterKey<Int>(
    "satisfaction.minSample", "满意度最小样本", "Answers below which satisfaction is unknown", unit: "answers", source: "A8")
  public static let watchFirst = ParameterKey<Int>(
    "exit.watchFirst", "退出预警（关注）", "Distinct complainants from which an enterprise is watched", unit: "complainants", source: "A8")
  public static let watchSecond = ParameterKey<Int>(
    "exit.watchSecond", "退出预警（接近）", "Distinct complainants from which it is near the exit test", unit: "complainants", source: "A8")
  public static let watchLast = ParameterKey<Int>(
    "exit.watchLast", "退出预警（临界）", "Distinct complainants from which one more meets the number", unit: "complainants", source: "A8")

  static var all: [ParameterDescription] {
    [
      minDistinctExclusive.description, window.description, satisfactionBelow.description, scope.description,
      parse.description, countPartly.description, countAnonymous.description,
      refusalRequiresDetermination.description, refusalRequiresReminder.description,
      satisfactionMinSample.description, watchFirst.description, watchSecond.description, watchLast.description,
    ]
  }
}
