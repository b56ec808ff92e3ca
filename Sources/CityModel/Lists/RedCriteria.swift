internal import Columns

/// The criteria of the red list, A7; the draft names the list and leaves its criteria open, so each number is a parameter.
struct RedCriteria {
  let facts: ListFacts
  let score: Dated<Points>
  let satisfaction: Dated<Ratio>
  let sample: Dated<Int>
  let share: Dated<Ratio>

  init(_ facts: ListFacts) throws(RuleError) {
    self.facts = facts
    let parameters = facts.snapshot.rulebook.parameters
    let day = facts.day
    do throws(ParameterError) {
      score = try parameters.read(ListParameters.redScore, on: day)
      satisfaction = try parameters.read(ListParameters.redSatisfaction, on: day)
      sample = try parameters.read(ExitParameters.satisfactionMinSample, on: day)
      share = try parameters.read(ListParameters.redShare, on: day)
    } catch {
      throw .parameter(error)
    }
  }

  /// Every criterion with its verdict, met or not.
  func reasons(_ credit: CreditScore) -> [ListReason] {
    let firm = credit.enterprise
    return [
      grade(firm, credit), clean(firm, credit), orders(firm), prompt(firm), satisfied(firm), complete(credit),
      notBlack(firm),
    ]
  }

  private func grade(_ firm: Int, _ credit: CreditScore) -> ListReason {
    if let published = facts.published[firm] {
      return reason(
        "red-grade", Verdict(published.grade == .a), "A5, A7", "最近公布等级为\(published.grade.rawValue)",
        "the last published grade is \(published.grade.rawValue)",
        evidence: [Evidence("published_grade", rows: [published.row])])
    }
    return reason(
      "red-grade", credit.grade == .unrated ? .no : Verdict(credit.score >= score.value), "A7",
      "尚无公布等级，暂评\(credit.score)分（须\(score.value)分以上）",
      "no grade is published; the provisional score is \(credit.score), at least \(score.value) is needed",
      [score.reading])
  }

  private func clean(_ firm: Int, _ credit: CreditScore) -> ListReason {
    let rows = facts.stains[firm] ?? []
    let isClean = rows.isEmpty && credit.vetoes.isEmpty
    return reason(
      "red-clean", Verdict(isClean), "A7", isClean ? "\(facts.clean.value.count)个月内无一票否决、无行政处罚" : "有一票否决或行政处罚",
      isClean ? "no veto and no penalty within \(facts.clean.value.count) months" : "a veto or a penalty stands",
      [facts.clean.reading], evidence: [Evidence("credit_record", rows: rows)] + credit.vetoes.flatMap(\.evidence))
  }

  private func orders(_ firm: Int) -> ListReason {
    let rows = facts.openOrders[firm] ?? []
    return reason(
      "red-no-open-order", Verdict(rows.isEmpty), "A7", rows.isEmpty ? "没有未完成的整改" : "未完成整改\(rows.count)件",
      rows.isEmpty ? "no rectification is open" : "\(rows.count) rectification orders are open",
      evidence: [Evidence("order", rows: rows)])
  }

  private func prompt(_ firm: Int) -> ListReason {
    let late = facts.overdue[firm]
    let rows = late?.rows ?? []
    return reason(
      "red-prompt", !rows.isEmpty ? .no : late?.isUnknown == true ? .unknown : .yes, "A13",
      rows.isEmpty ? "\(facts.prompt.value.count)个月内无超期投诉" : "超期投诉\(rows.count)件",
      rows.isEmpty
        ? "no overdue complaint within \(facts.prompt.value.count) months" : "\(rows.count) overdue complaints",
      [facts.prompt.reading], evidence: [Evidence("complaint", rows: rows)])
  }

  private func satisfied(_ firm: Int) -> ListReason {
    guard let limb = facts.exits[firm]?.limb(.satisfaction), limb.whole >= max(1, sample.value) else {
      return reason(
        "red-satisfaction", .unknown, "A8, A9", "满意度样本不足\(sample.value)份", "fewer than \(sample.value) answers",
        [sample.reading])
    }
    let verdict = Verdict(satisfaction.value.compare(Int64(limb.part), of: Int64(limb.whole)) >= 0)
    return reason(
      "red-satisfaction", verdict, "A8, A9", "满意\(limb.part)份，共\(limb.whole)份（须\(satisfaction.value)以上）",
      "\(limb.part) of \(limb.whole) answers satisfied, at least \(satisfaction.value) are needed",
      [satisfaction.reading, sample.reading], evidence: limb.evidence)
  }

  private func complete(_ credit: CreditScore) -> ListReason {
    let gaps = credit.lines.filter { ["D01", "D02", "D03", "D05", "D06"].contains($0.item.code) }
    return reason(
      "red-complete", Verdict(gaps.isEmpty), "A2, A6",
      gaps.isEmpty ? "备案、公示齐全" : gaps.map(\.item.chinese).joined(separator: "、"),
      gaps.isEmpty ? "filings and disclosures are complete" : gaps.map(\.item.english).joined(separator: "; "),
      evidence: gaps.flatMap(\.evidence))
  }

  private func notBlack(_ firm: Int) -> ListReason {
    let rows = facts.black(firm, here: false)
    return reason(
      "red-not-black", Verdict(rows.isEmpty), "A7", rows.isEmpty ? "不在黑榜" : "在黑榜期间",
      rows.isEmpty ? "not on a black list" : "on a black list",
      evidence: [Evidence("list_entry", rows: rows)])
  }

  private func reason(
    _ code: String, _ verdict: Verdict, _ basis: String, _ zh: String, _ en: String, _ readings: [Reading] = [],
    evidence: [Evidence] = []
  ) -> ListReason {
    ListReason(
      code: code, verdict: verdict, sentence: Bilingual(zh: zh, en: en), basis: basis, readings: readings,
      evidence: evidence.filter { $0.count > 0 })
  }
}
