public import CityModel
public import LuaSyntax

/// What is wrong with a declaration, and under which of its keys.
public struct RuleProblem: Error, Sendable {
  public var code: Diagnostic.Code
  /// The keys that lead to the place, outermost first: `["where", "project", "high_rise"]`.
  public var path: [String]
  public var message: Wording
  public var help: Wording?
  public var severity: Diagnostic.Severity
  /// Pieces of the value's text, each within the one before: the last is what is wrong with it.
  var within: [String] = []

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

  /// What another module says, its help on a line of its own.
  public static func told(_ code: Diagnostic.Code, at path: [String], _ message: Bilingual) -> RuleProblem {
    let chinese = message.zh.split(separator: "\n提示：", maxSplits: 1).map(String.init), english = message.en.split(separator: "\nhelp: ", maxSplits: 1).map(String.init)
    let help = chinese.count > 1 && english.count > 1 ? Wording(chinese: chinese[1], english: english[1]) : nil
    return RuleProblem(code, at: path, Wording(chinese: chinese.first ?? "", english: english.first ?? ""), help: help)
  }

  /// `\(word)` is not among `names`.
  static func unknown(
    _ code: Diagnostic.Code, _ word: String, at path: [String], what: Wording, among names: [String], translated: Bool = true
  ) -> RuleProblem {
    var help: Wording?
    // Who writes Chinese is offered Chinese words.
    let names = !translated || word.utf8.allSatisfy { $0 < 128 } ? names : names.map(CityVocabulary.chinese)
    if let meant = Synonyms.help(for: word, among: names) {
      help = meant
    } else if let near = closest(to: word, among: names) {
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
        chinese: "`\(CityVocabulary.chinese(path.last ?? ""))` 应为\(expected.chinese)，实为 `\(RuleProblem.inChinese(found))`",
        english: "`\(path.last ?? "")` must be \(expected.english), found `\(found)`"), help: help)
  }

  /// `calendar_days(2)` as `自然日(2)`.
  private static func inChinese(_ found: String) -> String {
    guard let open = found.firstIndex(of: "("), found.hasSuffix(")") else { return found }
    return CityVocabulary.chinese(String(found[..<open])) + found[open...]
  }

  static func missing(_ key: String, _ code: Diagnostic.Code = "missing-key", at path: [String], help: Wording) -> RuleProblem {
    RuleProblem(
      code, at: path, Wording(chinese: "缺少 `\(CityVocabulary.chinese(key))`", english: "`\(key)` is missing"), help: help)
  }
}
