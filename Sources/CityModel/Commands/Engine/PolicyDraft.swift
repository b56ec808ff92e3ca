internal import Columns

/// 征求意见稿: whether a decision may rest on the city's text, which binds nobody until its adoption is recorded (domain reference, §1.4).
enum PolicyDraft {
  /// - Parameters:
  ///   - basis: another text that the officer names.
  ///   - law: the law in force that gives the power to decide.
  static func allows(basis: String?, law: String? = nil, versions: [CaseRow], on day: Day) -> Bool {
    func isInForce(_ version: CaseRow) -> Bool {
      guard let adopted = version.day(PolicyVersion.adoptedOn), adopted <= day else { return false }
      return version.day(PolicyVersion.endedOn).map { day <= $0 } ?? true
    }
    guard let basis else { return law != nil || versions.contains(where: isInForce) }
    let cited = versions.first { version in
      !isInForce(version)
        && [version.text(PolicyVersion.document), version.text(PolicyVersion.title)].contains { text in
          text.map { !$0.isEmpty && basis.contains($0) } ?? false
        }
    }
    return cited == nil && !basis.contains("征求意见")
  }

  static func refusal(article: String, of chinese: String, _ name: String) -> Refusal {
    Refusal(
      "draft-binds-nobody", article: article, zh: "实施意见仍是征求意见稿，不能据以`\(chinese)`",
      en: "the city's text is a draft for comments: `\(name)` cannot rest on it",
      help: Bilingual(
        zh: "由市级记录通过（xize do adopt-policy），或用 --basis 写明已生效的依据", en: "the city records its adoption (xize do adopt-policy), or name a text in force with --basis"))
  }

  /// A basis has a document number or a law's title.
  static func unclear(_ basis: String?) -> Refusal? {
    guard let basis, !basis.contains("〔"), !basis.contains("《") else { return nil }
    return Refusal(
      "basis-unclear", article: "D11", zh: "依据 `\(basis)` 既无文号也无法律名称", en: "the basis `\(basis)` has neither a document number nor a law's title",
      help: Bilingual(zh: "写作 长住建〔2026〕8号 或 《民法典》第九百四十六条", en: "write 长住建〔2026〕8号 or 《民法典》第九百四十六条"))
  }
}
