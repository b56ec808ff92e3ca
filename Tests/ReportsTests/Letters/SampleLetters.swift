import CityModel
import Columns

/// One letter of each sort, as an office would have it.
enum SampleLetters {
  static let all: [(name: String, facts: LetterFacts)] = [
    ("notice", notice), ("decision", decision), ("declined", declined), ("interview", interview), ("rectification", rectification),
    ("advice", advice),
  ]

  private static func base(_ kind: LetterFacts.Kind, _ matter: LetterFacts.Matter, adopted: Bool = true) -> LetterFacts {
    var facts = LetterFacts(
      kind: kind, matter: matter, subject: "提请12", issuer: "潞州区住房和城乡建设局", county: "潞州区", enterprise: "长治乌有物业服务有限公司",
      uscc: "91140403YYYY00020N", document: "潞州住建〔2026〕15号", day: Day("2026-10-20"),
      adoption: adopted ? "2026-09-01 长政发〔2026〕8号" : nil)
    facts.period = "2026-09"
    facts.reasons = [
      .init(sentence: Bilingual(zh: "达到退出条件且拒不整改", en: "the exit test is met and a refusal is determined"), basis: "A7, A8"),
      .init(sentence: Bilingual(zh: "<b>三件</b>电梯困人 & 两件未回访", en: "<b>three</b> entrapments & two not revisited"), basis: "潞州住建〔2026〕12号第四条"),
    ]
    facts.clauses = [
      .init(
        name: Bilingual(zh: "第七条（加快信用体系建设）", en: "Article 7 (Credit; red and black lists)"),
        words: "严格执行物业“红黑榜”制度。", isPolicy: true),
      .init(name: Bilingual(zh: "潞州住建〔2026〕12号第四条", en: "潞州住建〔2026〕12号第四条"), words: "", isPolicy: false),
    ]
    facts.evidence = [
      .init(what: Bilingual(zh: "投诉", en: "complaints"), count: 30, keys: (1...30).map { "TS-\($0)" }),
      .init(what: Bilingual(zh: "整改通知", en: "orders"), count: 2, keys: []),
    ]
    return facts
  }

  static var notice: LetterFacts {
    var facts = base(.notice, .blackList, adopted: false)
    facts.document = nil
    facts.day = Day("2026-10-12")
    (facts.times.defenceUntil, facts.times.defenceWorkdays) = (Day("2026-10-19"), 5)
    (facts.times.minimumMonths, facts.times.maximumMonths) = (12, 36)
    return facts
  }

  static var decision: LetterFacts {
    var facts = base(.decision, .blackList)
    facts.defence = "投诉已处理"
    facts.times.noticeDocument = "潞州住建告〔2026〕3号"
    (facts.times.noticedOn, facts.times.defenceUntil) = (Day("2026-10-12"), Day("2026-10-19"))
    (facts.times.minimumUntil, facts.times.maximumUntil) = (Day("2027-10-20"), Day("2029-10-20"))
    (facts.times.publishedOn, facts.times.objectionUntil) = (Day("2026-10-22"), Day("2026-11-05"))
    (facts.times.objectionWorkdays, facts.times.answerWorkdays, facts.times.repairWorkdays) = (10, 15, 10)
    return facts
  }

  static var declined: LetterFacts {
    var facts = base(.decision, .redList)
    facts.isAccepted = false
    facts.declinedBecause = "正在整改"
    return facts
  }

  static var interview: LetterFacts {
    var facts = base(.interview, .interview)
    facts.project = "东苑小区"
    (facts.meeting, facts.place) = ("2026年10月26日10时", "政务大厅302室")
    return facts
  }

  static var rectification: LetterFacts {
    var facts = base(.rectification, .rectification)
    facts.times.deadline = Day("2026-10-27")
    return facts
  }

  static var advice: LetterFacts {
    var facts = base(.advice, .interview)
    facts.project = "东苑小区"
    facts.isDismissalAdvised = true
    return facts
  }
}
