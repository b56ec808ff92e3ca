internal import Columns

/// A5: 建设单位在进行前期物业招投标时必须在已备案的企业名单中选聘。……全市机关事业单位、国有企业选聘物业服务企业时，应从“红榜”企业名录和信用评价A级的企业中招标选聘，禁止“黑榜”企业名录和信用评价D级的企业进入市场。 A11: 限制其承接新的物业服务项目
/// Reading 15, 16, 17: red list or grade A; the ban binds public institutions and state-owned enterprises, developers by parameter; for owners it is a warning. Parameters: `tender.eligible`, `tender.banBindsDevelopers`, `list.blackScope`.
///
/// The one judge of the commands that admit and award, and of ``TenderEligibility``: read from the rows of a case or from a
/// snapshot, by the same dates.
struct TenderStanding {
  /// Has an accepted filing in the county of the tendered estate.
  var isFiled: Bool
  var isRed: Bool
  /// On a black list that reaches the county: `list.blackScope`.
  var isBlack: Bool
  /// The last grade that was published.
  var grade: String?
  var isRestricted: Bool

  /// The city's readings of the day.
  struct Terms {
    var rule: TenderRule
    var banBindsDevelopers: Bool
    var blackScope: BlackScope
  }

  /// Public institutions and state-owned enterprises: filed, red list or grade A, never black or D. Developers: filed; the ban by
  /// `tender.banBindsDevelopers`. Owners choose freely (Civil Code 278, 284): what would bar the bidder elsewhere is a warning. A
  /// restriction on new estates (A11) is a decision upon the enterprise and bars it from every tender.
  func judge(_ tenderer: String, _ terms: Terms) -> TenderEligibility.Finding {
    var finding = TenderEligibility.Finding(bars: [], warnings: [], isPreferred: isRed || grade == "A")
    let isPublic = tenderer == "public institution" || tenderer == "state-owned enterprise"
    if !isFiled {
      let words = Bilingual(zh: "未在属地备案", en: "not filed in the county")
      if tenderer == "owners" { finding.warnings.append(words) } else { finding.bars.append(words) }
    }
    if isRestricted { finding.bars.append(Bilingual(zh: "被限制承接新项目", en: "restricted from new estates")) }
    let meets = terms.rule == .union ? isRed || grade == "A" : isRed && grade == "A"
    if isPublic, !meets {
      finding.bars.append(
        terms.rule == .union
          ? Bilingual(zh: "不在红榜且非A级", en: "neither on a red list nor of grade A")
          : Bilingual(zh: "未同时在红榜且为A级", en: "not both on a red list and of grade A"))
    }
    var ban: [Bilingual] = []
    if isBlack { ban.append(Bilingual(zh: "在黑榜", en: "on a black list")) }
    if grade == "D" { ban.append(Bilingual(zh: "信用D级", en: "of grade D")) }
    if isPublic || tenderer == "developer" && terms.banBindsDevelopers { finding.bars += ban } else { finding.warnings += ban }
    return finding
  }

  // MARK: By which dates

  /// Between acceptance and the end; a filing that is accepted no more and says no day of it does not count.
  static func isFiled(status: String?, accepted: Day?, ended: Day?, on day: Day) -> Bool {
    guard let accepted, accepted <= day else { return false }
    return ended.map { day < $0 } ?? (status == "accepted")
  }

  /// The grade that was published last by a day.
  static func grade<Grade>(_ published: [(on: Day, year: Int64, grade: Grade)], on day: Day) -> Grade? {
    published.filter { $0.on <= day }.max { ($0.on, $0.year) < ($1.on, $1.year) }?.grade
  }

  static func isRestricted(decided: Day?, removed: Day?, expires: Day?, on day: Day) -> Bool {
    guard let decided, decided <= day else { return false }
    return (removed.map { day < $0 } ?? true) && (expires.map { day <= $0 } ?? true)
  }
}
