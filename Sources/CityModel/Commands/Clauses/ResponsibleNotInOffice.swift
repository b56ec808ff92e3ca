internal import Columns

/// A13: 30分钟责任到人
/// Reading: the person is an officer of the register, in office on the day. Parameters: none.
extension CommandClause {
  static let responsibleNotInOffice = CommandClause(
    "responsible-not-in-office", "A13", zh: "责任人须为在任工作人员", en: "whoever is made responsible is an officer in office"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    for field in attempt.description.officers {
      guard let id = attempt[field].text else { continue }
      guard let officer = attempt.named[field.name] else {
        return Refusal(
          "responsible-not-in-office", article: "A13", zh: "“\(field.chinese)”：台账中没有工作人员 `\(id)`",
          en: "`\(field.name)`: there is no officer `\(id)` in the register",
          help: Bilingual(zh: "请写工号；新到任的先导入 officers.csv", en: "give the officer's number; import officers.csv for who is new"))
      }
      guard !officer.isInOffice(on: attempt.day) else { continue }
      return Refusal(
        "responsible-not-in-office", article: "A13", zh: "`\(id)` \(officer.name)在 \(attempt.day) 不在任，不能为责任人",
        en: "`\(id)`, \(officer.name), is not in office on \(attempt.day) and cannot be responsible",
        help: Bilingual(zh: "另定在任的责任人", en: "name somebody in office"))
    }
    return nil
  }
}
