import CityModel

/// 约谈通知 (A7).
enum InterviewLetter {
  static func text(_ words: LetterWords) -> LetterText {
    let facts = words.facts
    let time = facts.meeting ?? words("＿＿＿＿年＿＿月＿＿日＿＿时", "____________________")
    let place = facts.place ?? words("＿＿＿＿＿＿＿＿＿＿", "____________________")
    return LetterText(
      title: words("物业服务企业约谈通知书", "Summons to an Interview"), addressee: words.enterprise,
      opening: [
        words(
          "你单位在\(facts.county)\(facts.project.map { "“\($0)”项目" } ?? "")从事物业服务活动中存在下列问题，决定对你单位予以约谈。现通知如下：",
          "Your services\(facts.project.map { " at the estate \($0)" } ?? "") in \(facts.county) show what is set out below. You are called to an interview.")
      ],
      sections: words.grounds + [
        .init(
          heading: words("约谈安排", "The interview"),
          items: [
            .numbered([
              words("时间：\(time)。", "Time: \(time)."), words("地点：\(place)。", "Place: \(place)."),
              words("参加人员：法定代表人或者主要负责人，以及有关项目负责人。", "Present: the legal representative or head, and the managers of the estates concerned."),
              words("请携带问题说明、整改措施和完成时限的书面材料。", "Bring in writing what happened, what is done about it and by when."),
            ])
          ]),
        .init(
          heading: words("有关事项", "Note"),
          items: [
            .paragraph(
              words(
                "依据《实施意见》第七条，约谈情况记入信用档案；同步建议业主大会的，另行发函。",
                "By Article 7 of the Implementing Opinion the interview is entered into the credit file; advice to the owners' assembly is a letter of its own."
              ))
          ]),
      ], closing: words("特此通知。", "You are notified accordingly."), hasReceipt: true)
  }
}
