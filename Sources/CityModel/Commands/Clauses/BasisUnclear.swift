internal import Columns

/// A8: 依法依规启动物业服务企业退出机制
/// Reading: a basis is the number of a document or the title of a law. Parameters: none.
extension CommandClause {
  static let basisUnclear = CommandClause(
    "basis-unclear", "D11", zh: "依据须写明文号或法律名称", en: "a basis is a document number or the title of a law"
  ) { (attempt: CommandAttempt) throws(Refusal) in
    guard let basis = attempt.command.basis, !basis.contains("〔"), !basis.contains("《") else { return nil }
    return Refusal(
      "basis-unclear", article: "D11", zh: "依据 `\(basis)` 既无文号也无法律名称", en: "the basis `\(basis)` has neither a document number nor a law's title",
      help: Bilingual(zh: "写作 长住建〔2026〕8号 或 《民法典》第九百四十六条", en: "write 长住建〔2026〕8号 or 《民法典》第九百四十六条"))
  }
}
