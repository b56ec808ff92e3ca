internal import Columns

/// The grounds for the black list, A7: conduct, and by a parameter the last published grade, so that there is no circle.
struct BlackGrounds {
  let facts: ListFacts
  let onGradeD: Dated<Bool>
  let terms: (least: Dated<CalendarMonths>, most: Dated<CalendarMonths>)
  let seriousTerms: (least: Dated<CalendarMonths>, most: Dated<CalendarMonths>)

  init(_ facts: ListFacts) throws(RuleError) {
    self.facts = facts
    let parameters = facts.snapshot.rulebook.parameters
    let day = facts.day
    do throws(ParameterError) {
      onGradeD = try parameters.read(ListParameters.blackOnGradeD, on: day)
      terms = (
        try parameters.read(ListParameters.blackMinMonths, on: day),
        try parameters.read(ListParameters.blackMaxMonths, on: day)
      )
      seriousTerms = (
        try parameters.read(ListParameters.seriousMinMonths, on: day),
        try parameters.read(ListParameters.seriousMaxMonths, on: day)
      )
    } catch {
      throw .parameter(error)
    }
  }

  /// The proposal, or `nil` when no ground is met or this county's entry stands already.
  func proposal(_ credit: CreditScore) -> ListProposal? {
    let firm = credit.enterprise
    guard facts.black(firm, here: true).isEmpty else { return nil }
    let reasons = credit.vetoes.map(veto) + [grade(firm), exit(firm), refusals(firm), serious(firm)].compactMap { $0 }
    guard !reasons.isEmpty else { return nil }
    let isSerious = !credit.vetoes.isEmpty || facts.serious[firm]?.isPenalty == true
    let term = isSerious ? seriousTerms : terms
    return ListProposal(
      enterprise: firm, isBlack: true, reasons: reasons, rank: 0, isWithinShare: true, score: credit.score,
      grade: credit.grade,
      minimumMonths: term.least.value.count, maximumMonths: term.most.value.count,
      readings: [term.least.reading, term.most.reading])
  }

  private func veto(_ veto: VetoFinding) -> ListReason {
    ListReason(
      code: "black-veto-\(veto.code.lowercased())", verdict: .yes, sentence: veto.sentence,
      basis: "A7, " + veto.article,
      readings: veto.readings, evidence: veto.evidence)
  }

  private func grade(_ firm: Int) -> ListReason? {
    guard onGradeD.value, let published = facts.published[firm], published.grade == .d else { return nil }
    return ListReason(
      code: "black-grade-d", verdict: .yes,
      sentence: Bilingual(zh: "最近公布信用等级为D级（\(published.on)）", en: "the last published grade is D (\(published.on))"),
      basis: "A5, A7", readings: [onGradeD.reading], evidence: [Evidence("published_grade", rows: [published.row])])
  }

  private func exit(_ firm: Int) -> ListReason? {
    guard let finding = facts.exits[firm], finding.isTriggered else { return nil }
    let met = finding.limbs.filter { $0.verdict == .yes }
    return ListReason(
      code: "black-exit", verdict: .yes,
      sentence: Bilingual(
        zh: "达到退出条件：" + met.map(\.sentence.zh).joined(separator: "；"),
        en: "the exit test is met: " + met.map(\.sentence.en).joined(separator: "; ")),
      basis: "A8", readings: finding.readings + met.flatMap(\.readings),
      evidence: met.flatMap(\.evidence).filter { $0.count > 0 })
  }

  private func refusals(_ firm: Int) -> ListReason? {
    let month = facts.day.monthIndex
    guard let now = facts.refusals[firm]?[month], let before = facts.refusals[firm]?[month - 1] else { return nil }
    return ListReason(
      code: "black-refusals", verdict: .yes,
      sentence: Bilingual(zh: "连续两个月拒不整改", en: "refused to rectify in two consecutive months"), basis: "A7, A8",
      readings: [], evidence: [Evidence("order", rows: (before + now).sorted())])
  }

  private func serious(_ firm: Int) -> ListReason? {
    guard let records = facts.serious[firm] else { return nil }
    return ListReason(
      code: "black-serious", verdict: .yes,
      sentence: records.isPenalty
        ? Bilingual(zh: "受到严重行政处罚", en: "a serious administrative penalty")
        : Bilingual(zh: "擅用共用部位或截留公共收益", en: "business on common parts without consent, or common revenue withheld"),
      basis: "A11", readings: [], evidence: [Evidence("credit_record", rows: records.rows)])
  }
}
