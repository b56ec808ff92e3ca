internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: an approval or a refusal has a document with a number. Parameters: none.
extension FundInvariant {
  static let documentMissing = FundInvariant(code: "document-missing", article: "D11", zh: "作出决定须有文号",
    en: "a decision has the number of its document"
  ) { (attempt: FundAttempt) throws(Refusal) in
    guard attempt.isDecision, !(attempt.command.document ?? "").contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    return Refusal(
      "document-missing", article: "D11", zh: "作出决定须有文号", en: "a decision needs the number of its document")
  }
}
