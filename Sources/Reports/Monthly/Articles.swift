import Columns

/// The eighteen articles of the opinion by number and heading, for notes at the foot of a page.
enum Articles {
  private static let headings: [(chinese: String, english: String)] = [
    ("压实工作职责", "duties of authorities"),
    ("压实企业主体责任", "duties of enterprises; filing"),
    ("建立物业联席会议机制", "joint conference"),
    ("建立质价相符的物业服务收费机制", "fees that match quality"),
    ("加强招投标监管", "tenders"),
    ("推进物业服务信息公示公开", "disclosure of information"),
    ("加快信用体系建设", "credit evaluation; red and black lists"),
    ("强化退出机制", "exit of enterprises"),
    ("提高业主自治能力", "owners' self-government"),
    ("推进小区物业服务全覆盖", "service for every estate"),
    ("建立联合惩戒机制", "joint enforcement"),
    ("源头治理“飞线”", "unsafe charging leads; fire safety"),
    ("提升投诉处理质效", "complaints: 30 minutes, 3 hours, 3 days"),
    ("优化维修资金使用审批流程", "approval of maintenance-fund use"),
    ("加强组织领导", "leadership"),
    ("建立长效机制", "lasting mechanisms"),
    ("强化资金和政策保障", "funding, policy and commendation"),
    ("加强舆论和政策引导", "publicity"),
  ]

  private static let numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  /// `八`, `十三`; numbers from 1 to 99.
  static func numeral(_ number: Int) -> String {
    guard (1...99).contains(number) else { return String(number) }
    if number <= 10 { return numerals[number] }
    return (number < 20 ? "十" : numerals[number / 10] + "十") + numerals[number % 10]
  }

  /// `第八条`, `Article 8`.
  static func name(_ number: Int, _ language: ReportLanguage) -> String {
    language("第\(numeral(number))条", "Article \(number)")
  }

  /// The heading of an article, empty for a number that is none.
  static func heading(_ number: Int, _ language: ReportLanguage) -> String {
    guard headings.indices.contains(number - 1) else { return "" }
    return language(headings[number - 1].chinese, headings[number - 1].english)
  }
}
