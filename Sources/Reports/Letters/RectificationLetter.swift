import CityModel

/// 整改通知 (A7, A8): by when, and what an unheeded order can lead to.
enum RectificationLetter {
  static func text(_ words: LetterWords) -> LetterText {
    let facts = words.facts
    let until = words.day(words.times.deadline)
    return LetterText(
      title: words("责令限期整改通知书", "Order to Rectify"), addressee: words.enterprise,
      opening: [
        words(
          "你单位在\(facts.county)\(facts.project.map { "“\($0)”项目" } ?? "")从事物业服务活动中存在下列问题，现责令限期整改：",
          "Your services\(facts.project.map { " at the estate \($0)" } ?? "") in \(facts.county) show what is set out below, which is to be put right.")
      ],
      sections: words.grounds + [
        .init(
          heading: words("整改要求", "What is required"),
          items: [
            .paragraph(
              words(
                "请于\(until)（含当日）前完成整改，并将整改情况连同证明材料书面报送我单位。",
                "Complete the rectification by \(until) inclusive and report it to us in writing, with proof."))
          ]),
        .init(
          heading: words("逾期后果", "If it is not done"),
          items: [
            .paragraph(
              words(
                "逾期未完成整改的，经书面催告仍不整改，可以认定为拒不整改，并依据《实施意见》第七条、第八条予以约谈、通报、记入信用档案，作为启动退出机制的情形之一。",
                "If it is not complete by then, nor after a written reminder, a refusal may be determined, with interview, circular and an entry in the credit file, and as one of the grounds for an exit (Implementing Opinion, Articles 7 and 8)."
              )),
            .paragraph(
              words(
                "对本通知有异议的，可以向我单位书面提出；异议期间不停止整改。", "Objections are made to us in writing; meanwhile the rectification goes on.")),
          ]),
      ], closing: words("特此通知。", "You are notified accordingly."), hasReceipt: true)
  }
}
