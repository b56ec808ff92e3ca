import CityModel

/// 建议业主大会函 (A7, A9): the owners decide (民法典 278).
enum AdviceLetter {
  static func text(_ words: LetterWords) -> LetterText {
    let facts = words.facts
    let advice = facts.isDismissalAdvised
      ? words("按照规定程序解聘该企业", "dismiss it by the ordinary procedure") : words("降低该企业的物业服务收费标准", "lower its fee")
    return LetterText(
      title: words(
        facts.isDismissalAdvised ? "关于建议解聘物业服务企业的函" : "关于建议降低物业服务收费标准的函",
        facts.isDismissalAdvised ? "Advice to Dismiss the Service Enterprise" : "Advice to Lower the Service Fee"),
      addressee: words(
        facts.project.map { "\($0)业主大会、业主委员会（物业管理委员会）：" } ?? "\(facts.county)由该企业服务的各小区业主大会、业主委员会（物业管理委员会）：",
        facts.project.map { "To the owners' assembly and committee of \($0):" }
          ?? "To the owners' assemblies and committees of the estates that it serves in \(facts.county):"),
      opening: [
        words(
          "\(facts.enterprise)（统一社会信用代码：\(facts.uscc)）在物业服务活动中存在下列问题，我单位已于\(words.day(facts.day))采取监管措施。依据《实施意见》第七条，现就有关事项向你们提出建议：",
          "The services of \(facts.enterprise) (unified social credit code \(facts.uscc)) show what is set out below, on which we acted on \(words.day(facts.day)). By Article 7 of the Implementing Opinion we advise you as follows."
        )
      ],
      sections: words.grounds + [
        .init(heading: words("建议", "Advice"), items: [.paragraph(words("建议你们依法召开业主大会会议，研究\(advice)。", "Hold an owners' assembly and consider whether to \(advice)."))]),
        .init(
          heading: words("决定程序", "How the owners decide"),
          items: [
            .paragraph(
              words(
                "是否采纳本建议，由业主共同决定。依据《中华人民共和国民法典》第二百七十八条，应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决，并经参与表决专有部分面积过半数的业主且参与表决人数过半数的业主同意。"
                  + (facts.isDismissalAdvised ? "决定解聘的，依据第九百四十六条，应当提前六十日书面通知物业服务人，但是合同对通知期限另有约定的除外。" : ""),
                "Whether to follow it is for the owners. By Article 278 of the Civil Code owners with at least two thirds of the exclusive area and at least two thirds of the owners take part, and more than half of both of those taking part consent."
                  + (facts.isDismissalAdvised ? " A dismissal is notified in writing 60 days ahead (Article 946)." : ""))),
            .paragraph(words("请将处理结果告知我单位。", "Please tell us what came of it.")),
          ]),
      ], closing: words("此函。", ""), hasReceipt: false, copies: facts.enterprise)
  }
}
