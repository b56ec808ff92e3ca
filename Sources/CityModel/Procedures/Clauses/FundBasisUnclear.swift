internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: a basis is the number of a document or the title of a law. Parameters: none.
extension FundInvariant {
  static let basisUnclear = FundInvariant(code: "basis-unclear", article: "D11", zh: "依据须写明文号或法律名称",
    en: "a basis is a document number or the title of a law"
  ) { (attempt: FundAttempt) throws(Refusal) in
    PolicyDraft.unclear(attempt.command.basis)
  }
}
