public import LuaSyntax

/// What is wrong with a declaration, and under which of its keys.
public struct RuleProblem: Error, Sendable {
  public var code: Diagnostic.Code
  /// The keys that lead to the place, outermost first: `["where", "project", "high_rise"]`.
  public var path: [String]
  public var message: Wording
  public var help: Wording?
  public var severity: Diagnostic.Severity

  public init(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity = .error, at path: [String], _ message: Wording, help: Wording? = nil
  ) {
    self.code = code
    self.severity = severity
    self.path = path
    self.message = message
    self.help = help
  }
}

extension RuleProblem {
  /// What keeps a host function from answering.
  static func fault(
    _ code: Diagnostic.Code, at path: [String] = [], chinese: String, english: String, help: Wording? = nil
  ) -> RuleProblem {
    RuleProblem(code, at: path, Wording(chinese: chinese, english: english), help: help)
  }

  /// What people call things, and what the model calls them.
  private static let synonyms = [
    "小区": "项目", "楼盘": "项目", "物业": "企业", "物业公司": "企业", "公司": "企业", "业主": "投诉人", "举报人": "投诉人", "时间": "受理时间", "日期": "受理时间",
    "类型": "类别", "分类": "类别", "属实": "认定", "区县": "县区", "乡镇": "街道", "金额": "申请金额", "company": "enterprise", "estate": "project",
  ]

  /// `\(word)` is not among `names`.
  static func unknown(
    _ code: Diagnostic.Code, _ word: String, at path: [String], what: Wording, among names: [String], translated: Bool = true
  ) -> RuleProblem {
    var help: Wording?
    // Who writes Chinese is offered Chinese words.
    let names = !translated || word.utf8.allSatisfy { $0 < 128 } ? names : names.map(CityVocabulary.chinese)
    if let near = synonyms[word].flatMap({ names.contains($0) ? $0 : nil }) ?? closest(to: word, among: names) {
      help = Wording(chinese: "是否想写 `\(near)`？", english: "did you mean `\(near)`?")
    } else if names.count <= 48 {
      let list = names.map { "`\($0)`" }.joined(separator: ", ")
      help = Wording(chinese: "可用：\(list)", english: "there are \(list)")
    }
    return RuleProblem(
      code, at: path,
      Wording(chinese: "\(what.chinese)没有 `\(word)`", english: "\(what.english) has no `\(word)`"), help: help)
  }

  static func wrongType(_ path: [String], _ code: Diagnostic.Code = "wrong-type", expected: Wording, found: String, help: Wording? = nil) -> RuleProblem {
    RuleProblem(
      code, at: path,
      Wording(
        chinese: "`\(CityVocabulary.chinese(path.last ?? ""))` 应为\(expected.chinese)，实为 `\(found)`",
        english: "`\(path.last ?? "")` must be \(expected.english), found `\(found)`"), help: help)
  }

  static func missing(_ key: String, _ code: Diagnostic.Code = "missing-key", at path: [String], help: Wording) -> RuleProblem {
    RuleProblem(
      code, at: path, Wording(chinese: "缺少 `\(CityVocabulary.chinese(key))`", english: "`\(key)` is missing"), help: help)
  }
}
