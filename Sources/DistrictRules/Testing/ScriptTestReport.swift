public import LuaSyntax

/// What the tests of one script came to.
public struct ScriptTestReport: Sendable {
  public enum Verdict: Sendable {
    case passed
    case failed([TestMismatch])
    /// The script or the test could not be run.
    case broken(ScriptError)
  }

  public struct Result: Sendable {
    public var name: String
    public var line: Int
    public var verdict: Verdict
  }

  /// `scripts/140403-luzhou/lift-entrapment.lua`.
  public var script: String
  /// `nil`: there is no file of tests.
  public var tests: String?
  public var results: [Result] = []
  public var coverage = RuleCoverage()
  /// Why nothing could be run.
  public var broken: ScriptError?

  public init(script: String, tests: String?) {
    self.script = script
    self.tests = tests
  }

  public var passed: Int { results.count { if case .passed = $0.verdict { true } else { false } } }
  public var failed: Int { results.count { if case .failed = $0.verdict { true } else { false } } }
  public var brokenCount: Int { results.count { if case .broken = $0.verdict { true } else { false } } + (broken == nil ? 0 : 1) }
}

extension ScriptTestReport {
  /// Failures first, with expected and actual values under the words; a line for the script last.
  public func text(_ language: Language, coverage: Bool, color: Bool = false) -> String {
    func say(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
    func word(_ text: String) -> String { language == .chinese ? TestWord.chinese(text) : text }
    var lines: [String] = []
    if let broken { lines.append(broken.rendered(language, color: color)) }
    for result in results {
      switch result.verdict {
      case .passed: break
      case .failed(let mismatches):
        lines.append("\(say("未通过", "FAIL"))  \(tests ?? script):\(result.line)  \(result.name)")
        let rows = mismatches.map { mismatch in
          let place = [word(mismatch.what), mismatch.record, word(mismatch.field)].filter { !$0.isEmpty }.joined(separator: ".")
          return [place, "\(say("应得", "expected")) \(mismatch.expected ?? say("无", "nothing"))", "\(say("实得", "found")) \(mismatch.actual ?? say("无", "nothing"))"]
        }
        for row in rows {
          let widths = (0..<2).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
          let cells = row.enumerated().map { column, text in
            column < 2 ? text + String(repeating: " ", count: max(0, widths[column] - text.displayWidth)) : text
          }
          lines.append("    " + cells.joined(separator: "   "))
        }
      case .broken(let error):
        lines.append("\(say("无法运行", "BROKEN"))  \(tests ?? script):\(result.line)  \(result.name)")
        lines.append(error.rendered(language, color: color))
      }
    }
    if coverage {
      for item in self.coverage.items where !item.missing.isEmpty {
        let missing = item.missing.map(word).joined(separator: say("、", ", "))
        lines.append("\(say("未测到", "NOT SEEN"))  \(script):\(item.line)  \(item.name.split(separator: ".").map { word(String($0)) }.joined(separator: "."))  \(missing)")
      }
    }
    lines.append(summary(language))
    return lines.joined(separator: "\n")
  }

  private func summary(_ language: Language) -> String {
    let head: String
    if brokenCount > 0 {
      head = language == .chinese ? "无法运行" : "BROKEN"
    } else if failed > 0 {
      head = language == .chinese ? "未通过" : "FAIL"
    } else {
      head = language == .chinese ? "通过" : "PASS"
    }
    guard tests != nil else { return language == .chinese ? "无测试  \(script)" : "NO TESTS  \(script)" }
    let share = "\(coverage.covered)/\(coverage.total)"
    return language == .chinese
      ? "\(head)  \(script)  \(passed)/\(results.count)，条款覆盖 \(share)"
      : "\(head)  \(script)  \(passed)/\(results.count), clauses seen \(share)"
  }
}

/// Words of test results.
enum TestWord {
  private static let words = [
    "met": "成立", "not met": "不成立", "done": "办结", "refused": "拒绝", "late": "逾期", "run": "执行", "step": "步骤", "line": "行",
    "rows": "结果行", "reached": "达到", "not reached": "未达到", "kept": "留下", "left out": "让出",
    "decides": "分出先后", "equal": "相同",
  ]

  static func chinese(_ word: String) -> String { words[word] ?? CityVocabulary.chinese(word) }
}
