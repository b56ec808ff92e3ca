internal import Columns

/// Clauses about who acts.
enum FundOfficerInvariants {
  /// The officer is in office on the day.
  static func inOffice(_ attempt: FundAttempt) -> Refusal? {
    guard !attempt.officer.isInOffice(on: attempt.day) else { return nil }
    return Refusal(
      "officer-not-in-office", article: "D13", zh: "\(attempt.officer.name)在 \(attempt.day) 不在任",
      en: "\(attempt.officer.name) is not in office on \(attempt.day)")
  }

  /// 下放维修资金审批权限至街道（乡镇）: each step belongs to a level.
  static func level(_ attempt: FundAttempt) -> Refusal? {
    guard !attempt.step.by.contains(attempt.officer.level) else { return nil }
    let levels = attempt.step.by.map(\.rawValue).joined(separator: " / ")
    func chinese(_ level: Division.Level) -> String { CaseValue.text(level.rawValue).shown(as: .enumeration(Division.levels), chinese: true) }
    return Refusal(
      "officer-level", article: "A14",
      zh: "步骤 `\(attempt.step.chinese)` 由\(attempt.step.by.map(chinese).joined(separator: "、"))办理，\(attempt.officer.name)属\(chinese(attempt.officer.level))级",
      en: "the step `\(attempt.step.name)` is done at the level \(levels), not \(attempt.officer.level.rawValue)")
  }

  /// 属地: the officer's division is that of the estate. A community's code begins with its street's.
  static func division(_ attempt: FundAttempt) -> Refusal? {
    let officer = attempt.officer
    let submission = attempt.submission
    let isHere =
      switch officer.level {
      case .city: submission.county.hasPrefix(officer.division) && !officer.division.isEmpty
      case .county: officer.division == submission.county
      case .street: officer.division == submission.street
      case .community: !submission.street.isEmpty && officer.division.hasPrefix(submission.street)
      }
    guard !isHere else { return nil }
    return Refusal(
      "officer-division", article: "A14", zh: "\(officer.name)（\(officer.division)）不是项目属地（\(submission.street)）的工作人员",
      en: "\(officer.name) (\(officer.division)) is not an officer of the estate's place (\(submission.street))")
  }

  /// Who submits, or names another applicant, does not decide, whatever the procedure says.
  static func proposerDecides(_ attempt: FundAttempt) -> Refusal? {
    guard attempt.isDecision, let done = attempt.fundCase?.done,
      (Array(done.prefix(1)) + done.filter { $0.step == FundProcedure.substitution }).contains(where: { $0.officer == attempt.officer.id })
    else { return nil }
    return Refusal(
      "proposer-decides", article: "D13", zh: "提交人不得审批同一申请", en: "who submits a request does not decide it")
  }

  /// The procedure keeps steps apart.
  static func samePerson(_ attempt: FundAttempt) -> Refusal? {
    for name in attempt.step.notSamePersonAs
    where attempt.fundCase?.done.contains(where: { $0.step == name && $0.officer == attempt.officer.id }) ?? false {
      return Refusal(
        "same-person", article: "D13", zh: "步骤 `\(attempt.step.chinese)` 与 `\(name)` 不得由同一人办理",
        en: "the steps `\(attempt.step.name)` and `\(name)` are not done by one person")
    }
    return nil
  }
}
