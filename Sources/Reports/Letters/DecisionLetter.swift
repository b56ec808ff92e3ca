import CityModel
import Columns

/// 决定书: what was decided, from when to when, and what can be done about it (A5, A7, A14).
enum DecisionLetter {
  static func text(_ words: LetterWords) -> LetterText {
    let facts = words.facts
    var sections = words.grounds
    sections.append(.init(heading: words("决定", "Decision"), items: [.paragraph(decision(words))] + effects(words).map { .paragraph($0) }))
    if facts.isAccepted { sections.append(.init(heading: words("救济途径", "Remedies"), items: remedies(words).map { .paragraph($0) })) }
    return LetterText(
      title: words(
        (facts.isAccepted ? "" : "不予") + words.shortMeasure + "决定书",
        facts.isAccepted ? "Decision: \(words.shortMeasure)" : "Decision against: \(words.shortMeasure)"),
      addressee: words.enterprise, opening: [opening(words)], sections: sections,
      closing: words("本决定书自送达之日起发给你单位一份，存档一份。", "One copy is for you, one for the file."), hasReceipt: true)
  }

  private static func opening(_ words: LetterWords) -> String {
    let times = words.times
    let heard: String
    if let noticed = times.noticedOn {
      let number = times.noticeDocument.map { words("（\($0)）", " (\($0))") } ?? ""
      let said = words.facts.defence.map { words("你单位陈述申辩称：\($0)。经复核，", "You stated: \($0). That was considered. ") }
        ?? words("期间未记录到你单位的陈述申辩。", "No statement of yours is on record. ")
      heard = words(
        "我单位已于\(words.day(noticed))向你单位送达告知书\(number)，陈述申辩期限至\(words.day(times.defenceUntil))届满。\(said)",
        "Notice\(number) was served on \(words.day(noticed)); the time for your defence ended on \(words.day(times.defenceUntil)). \(said)")
    } else {
      heard = ""
    }
    return heard + words("现依据查明的事实和有关规定，作出如下决定。", "On the facts found and the rules below it is decided as follows.")
  }

  private static func decision(_ words: LetterWords) -> String {
    let facts = words.facts, times = words.times
    guard facts.isAccepted else {
      return words(
        "不予\(words.measure)。" + (facts.declinedBecause.map { "理由：\($0)。" } ?? ""),
        "Against \(words.measure)." + (facts.declinedBecause.map { " Reason: \($0)." } ?? ""))
    }
    let from = words.day(facts.day)
    if facts.matter == .restriction {
      let until = times.maximumUntil.map { words("，至\(words.day($0))（含当日）止", ", until \(words.day($0)) inclusive") } ?? ""
      return words("自\(from)起，\(words.measure)\(until)。", "From \(from): \(words.measure)\(until).")
    }
    guard facts.matter == .blackList else {
      let whom = facts.matter == .redRemoval ? "将" : "对"
      return words("自\(from)起，\(whom)你单位\(words.measure)。", "From \(from): \(words.measure).")
    }
    var text = words("自\(from)起，将你单位\(words.measure)", "From \(from): \(words.measure)")
    if let least = times.minimumUntil { text += words("，最短至\(words.day(least))", ", at least until \(words.day(least))") }
    if let most = times.maximumUntil { text += words("，最长至\(words.day(most))，届满自动终止", ", at most until \(words.day(most)), when it ends by itself") }
    return text + words("。", ".")
  }

  /// What the policy attaches to it.
  private static func effects(_ words: LetterWords) -> [String] {
    guard words.facts.isAccepted else { return [] }
    switch words.facts.matter {
    case .blackList: return blackList(words)
    case .restriction:
      return [
        words(
          "限制期间，你单位不得参加新的物业服务项目招标选聘，新签订的物业服务合同不予备案；已承接的项目应当继续履行合同。",
          "While it lasts you take no part in tenders for new estates, and new contracts are not filed; contracts that you have are performed.")
      ]
    case .exit:
      return [
        words(
          "启动退出机制不当然解除物业服务合同：是否解聘由业主依法共同决定（《中华人民共和国民法典》第二百七十八条、第九百四十六条）。退出的，应当依法移交物业服务用房、设施设备和资料，并在接管前继续提供服务（第九百四十九条、第九百五十条）。",
          "The procedure does not by itself end a contract: whether to dismiss is for the owners to decide (Civil Code, Articles 278 and 946). Who leaves hands over premises, facilities and documents, and serves until the take-over (Articles 949 and 950)."
        )
      ]
    default: return []
    }
  }

  private static func blackList(_ words: LetterWords) -> [String] {
    [
      words(
        "自列入之日起至移出名单期间，依据《实施意见》第五条、第十四条，你单位不得参加全市机关事业单位、国有企业的物业服务选聘，不得作为维修资金申请、使用的主体。",
        "While you are listed you take no part in selections by public institutions and state-owned enterprises of the city, and are neither applicant for nor user of maintenance funds (Implementing Opinion, Articles 5 and 14)."
      )
    ]
  }

  private static func remedies(_ words: LetterWords) -> [String] {
    let times = words.times
    var out: [String] = []
    if let days = times.objectionWorkdays {
      let answer = times.answerWorkdays.map { words("我单位自收到异议之日起\($0)个工作日内答复。", " It is answered within \($0) working days.") } ?? ""
      let until = words.day(times.objectionUntil)
      if let published = times.publishedOn {
        out.append(
          words(
            "本决定已于\(words.day(published))公布。对决定有异议的，可以自公布次日起\(days)个工作日内，即\(until)（含当日）前，向我单位书面提出。\(answer)",
            "The decision was published on \(words.day(published)). Objections are made to us in writing within \(days) working days from the day after, that is by \(until) inclusive.\(answer)"
          ))
      } else {
        out.append(
          words(
            "对决定有异议的，可以自决定公布次日起\(days)个工作日内向我单位书面提出；决定于作出当日公布的，至\(until)（含当日）止。\(answer)",
            "Objections are made to us in writing within \(days) working days from the day after publication; if it is published on the day of the decision, by \(until) inclusive.\(answer)"
          ))
      }
    }
    if words.facts.matter == .blackList, let days = times.repairWorkdays {
      out.append(
        words(
          "最短期限届满、整改完成并作出信用承诺的，可以向我单位申请信用修复，我单位自受理之日起\(days)个工作日内决定；准予修复的，当日移出。",
          "After the shortest term, with the rectification accepted and a promise given, you may apply to us for repair, which is decided within \(days) working days; if it is granted, you leave the list the same day."
        ))
    }
    out.append(
      words(
        "你单位也可以依法申请行政复议，期限和受理机关依照法律规定。",
        "You may also apply for administrative reconsideration; the law says within what time and to whom."))
    return out
  }
}
