internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: a step is done with the papers that its procedure asks for. Parameters: none.
extension FundInvariant {
  static let needMissing = FundInvariant(code: "need-missing", article: "A14", zh: "材料须齐全",
    en: "what the procedure asks for is at hand"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard !attempt.isRefusal, !attempt.isSubstitution else { return nil }
    for case .attachment(let kind) in attempt.step.needs where !attempt.attachments.contains(kind) {
      return Refusal(
        "need-missing", article: "A14", zh: "步骤 `\(attempt.step.chinese)` 缺少材料 `\(Cell(kind, of: FundProcedures.papers).chinese)`",
        en: "the step `\(attempt.step.name)` needs `\(kind)`, which was not found",
        help: Bilingual(zh: "请补充该材料", en: "hand it in with the command"))
    }
    return nil
  }
}
