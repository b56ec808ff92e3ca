internal import Columns

/// A8: 依法依规启动物业服务企业退出机制
/// Reading: a basis is the number of a document or the title of a law. Parameters: none.
extension CommandClause {
  static let basisUnclear = CommandClause(
    "basis-unclear", "D11", zh: "依据须写明文号或法律名称", en: "a basis is a document number or the title of a law"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    PolicyDraft.unclear(attempt.command.basis)
  }
}
