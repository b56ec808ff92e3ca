import CityModel

/// 告知书: before a decision the enterprise is told facts, reasons, basis and its right to be heard (A7, 国办发〔2020〕49号).
enum NoticeLetter {
  static func text(_ words: LetterWords) -> LetterText {
    let facts = words.facts, times = words.times
    let period = words.period.map { words("（所属期间：\($0)）", " (period: \($0))") } ?? ""
    var sections = words.grounds
    if facts.matter == .blackList, let least = times.minimumMonths, let most = times.maximumMonths {
      sections.append(
        .init(
          heading: words("拟列入期限", "Term proposed"),
          items: [
            .paragraph(
              words(
                "拟列入期限自决定之日起，最短\(least)个月，最长\(most)个月。最短期限届满、整改完成并作出信用承诺的，可以申请信用修复。",
                "From the day of the decision at least \(least) and at most \(most) months. After the shortest term, once the rectification is complete and a promise of good conduct is given, repair may be applied for."
              ))
          ]))
    }
    sections.append(.init(heading: words("陈述、申辩的权利", "Right to be heard"), items: [.paragraph(defence(words))]))
    return LetterText(
      title: words("拟\(words.shortMeasure)告知书", "Notice of a Proposed \(words.shortMeasure)"), addressee: words.enterprise,
      opening: [
        words(
          "经查，你单位在\(facts.county)从事物业服务活动中存在下列情形\(period)，我单位拟\(facts.matter == .blackList || facts.matter == .redList ? "将" : "对")你单位\(words.measure)。现将拟作出决定的事实、理由、依据及你单位依法享有的权利告知如下：",
          "Your services in \(facts.county) show what is set out below\(period). We propose \(words.measure). Before a decision you are told the facts, the reasons, the basis and your rights."
        )
      ], sections: sections, closing: words("特此告知。", "This notice is served accordingly."), hasReceipt: true)
  }

  private static func defence(_ words: LetterWords) -> String {
    let days = words.times.defenceWorkdays.map { words("\($0)个工作日内，", "within \($0) working days, ") } ?? ""
    let until = words.day(words.times.defenceUntil)
    return words(
      "你单位有权进行陈述和申辩。请于本告知书送达次日起\(days)即\(until)（含当日）前，以书面形式提出，并附相关证据材料。逾期未提出的，我单位将根据已有事实和证据作出决定。",
      "You may state your case and defend yourself: in writing, with your evidence, \(days)counted from the day after service, that is by \(until) inclusive. If nothing is received by then, the decision is taken on the facts and evidence at hand."
    )
  }
}
