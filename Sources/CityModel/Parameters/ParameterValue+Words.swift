extension ParameterValue {
  /// As people read it: an amount with its unit, a time on the clock, the reading that was chosen.
  public var said: Bilingual {
    Bilingual(zh: chinese, en: description)
  }

  private var chinese: String {
    switch self {
    case .flag(let value): value ? "是" : "否"
    case .elapsed(let seconds):
      seconds % 3600 == 0 ? "\(seconds / 3600)小时" : seconds % 60 == 0 ? "\(seconds / 60)分钟" : "\(seconds)秒"
    case .months(let value): "\(value)个月"
    case .monthDay(let value): "\(value.month)月\(value.day)日"
    case .word(let word): ParameterValue.readings[word] ?? word
    case .integer, .points, .ratio, .money: description
    }
  }

  /// The words of ``ParameterChoice``.
  private static let readings = [
    CloseBasis.calendar.rawValue: "自然日", CloseBasis.elapsed.rawValue: "二十四小时一天", CloseBasis.working.rawValue: "工作日",
    ExitScope.enterpriseInCounty.rawValue: "企业在一个县（区）", ExitScope.enterpriseInCity.rawValue: "企业在全市",
    ExitParse.refusalOrSatisfaction.rawValue: "拒不整改或满意度低", ExitParse.satisfactionAlone.rawValue: "满意度低单独成立",
    FactWindow.calendarYear.rawValue: "自然年", FactWindow.rollingYear.rawValue: "截至当日的一年", BlackScope.city.rawValue: "全市",
    BlackScope.county.rawValue: "本县（区）", TenderRule.union.rawValue: "两者居其一", TenderRule.intersection.rawValue: "两者兼备",
  ]
}
