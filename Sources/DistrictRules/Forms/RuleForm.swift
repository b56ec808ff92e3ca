internal import CityModel
internal import Columns
public import LuaSyntax

/// A filled form: answers that become a script and an empty table of tests.
public struct RuleForm: Sendable {
  public let kind: String
  public let language: Language
  /// By the questions' keys.
  public let answers: [String: String]

  /// - Parameter answers: by the questions' keys; one that is missing is empty.
  public init(kind: String, language: Language, answers: [String: String]) {
    self.kind = kind
    self.language = language
    var filled: [String: String] = [:]
    for question in FormQuestion.questions(for: kind) ?? [] {
      let answer = answers[question.key]?.trimmingSpaces() ?? ""
      let standard = question.standard.map { language == .chinese ? $0.zh : $0.en } ?? ""
      filled[question.key] = answer.isEmpty ? standard : answer
    }
    self.answers = filled
  }

  /// The questions that need an answer and have none.
  public var unanswered: [FormQuestion] {
    (FormQuestion.questions(for: kind) ?? []).filter { $0.standard == nil && (answers[$0.key] ?? "").isEmpty }
  }

  /// What the file may be called: letters, digits, Chinese characters and hyphens of the name.
  public var fileName: String {
    let kept = (answers["name"] ?? "").unicodeScalars.map { scalar -> Character in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? Character(scalar) : "-"
    }
    let name = String(kept).split(separator: "-").joined(separator: "-")
    return name.isEmpty ? "rule" : name
  }

  private func answer(_ key: String) -> String { answers[key] ?? "" }

  /// A word of the rule language in the form's language.
  private func word(_ english: String) -> String { language == .chinese ? CityVocabulary.chinese(english) : english }

  private func line(_ key: String, _ value: String) -> String { "  \(word(key)) = \(value),\n" }

  // MARK: The script

  /// The script's text.
  public var script: String {
    var text = "\(word(kind)) \(FormValue.quoted(answer("name"))) {\n"
    text += line("title", FormValue.quoted(answer("title")))
    text += line("basis", "{ \(word("document")) = \(FormValue.quoted(answer("document"))), \(word("article")) = \(FormValue.quoted(answer("article"))) }")
    text += line("effective", "{ \(word("from")) = \(FormValue.quoted(answer("from"))) }")
    switch kind {
    case "adjustment": text += adjustment
    case "tighten":
      text += line("concerns", word("complaint")) + condition
      text += line("deadline", FormValue.quoted(answer("deadline")))
      text += line("within", values.span(answer("within")) ?? FormValue.quoted(answer("within")))
    case "procedure": text += procedure
    case "criterion":
      let isRed = CityVocabulary.english(answer("list")) == "red"
      text += line("list", FormValue.quoted(answer("list"))) + condition
      let list = FormValue.split(answer("rank")).map(FormValue.quoted).joined(separator: ", ")
      text += isRed ? line("rank", "{ \(list) }") : line("because", FormValue.quoted(answer("rank")))
    case "job":
      text += line("every", FormValue.quoted(word("month"))) + line("each", collection) + condition
      // `建议业主：解聘`
      let propose = FormValue.split(answer("propose").replacing("：", with: "；").replacing(":", with: ";"))
      text += line("propose", FormValue.quoted(propose.first ?? ""))
      if propose.count > 1 { text += line("advice", FormValue.quoted(propose[1])) }
      text += line("because", FormValue.quoted(answer("title")))
    case "report":
      text += line("each", collection) + condition
      text += line("columns", "{ \(FormValue.split(answer("columns")).map(FormValue.quoted).joined(separator: ", ")) }")
    default: break
    }
    return text + "}\n"
  }

  /// The collection that is looked at, in the form's language; a word that is none stays, for the checker to say so.
  private var collection: String {
    let english = CityVocabulary.english(answer("each"))
    return CitySchema.table(english) == nil ? answer("each") : word(english)
  }

  private var schema: TableSchema? {
    switch kind {
    case "tighten": Complaint.schema
    case "procedure": FundRequest.schema
    case "criterion": Enterprise.schema
    default: CitySchema.table(CityVocabulary.english(answer("each")))
    }
  }

  private var values: FormValue { FormValue(language: language) }

  private var condition: String {
    let parts = FormValue.split(answer("where"))
    guard !parts.isEmpty else { return "" }
    return line("where", "{ \(parts.map { values.clause($0, over: schema) }.joined(separator: ", ")) }")
  }

  /// `扣 1 封顶 5`.
  private var adjustment: String {
    let numbers = FormValue.numbers(answer("points"))
    let adds = ["加", "add", "+"].contains { answer("points").contains($0) }
    var text = line("each", collection) + condition
    text += line(adds ? "add" : "deduct", numbers.first ?? FormValue.quoted(answer("points")))
    if numbers.count > 1 {
      text += line(
        "cap", "{ \(word("points")) = \(numbers[1]), \(word("per")) = \(FormValue.quoted(word("enterprise"))), \(word("period")) = \(FormValue.quoted(word("year"))) }")
    }
    return text + line("because", FormValue.quoted(answer("title")))
  }

  private var procedure: String {
    let names = ["一般": "general", "小额": "small", "应急": "emergency"]
    let kind = names.first { answer("amends").contains($0.key) }?.value ?? answer("amends")
    let parts = answer("change").split(maxSplits: 1) { $0 == ":" || $0 == "：" }.map { $0.trimmingSpaces() }
    let step = parts.first ?? "", paper = parts.count > 1 ? parts[1] : ""
    return line("amends", FormValue.quoted(kind.contains("/") ? kind : "city/fund-\(kind)")) + line("concerns", word("fund_request")) + condition
      + line("changes", "{ [\(FormValue.quoted(step))] = { \(word("also_needs")) = { \(word("attachment")) = \(FormValue.quoted(paper)) } } }")
  }

  // MARK: The tests

  /// A table of tests to go on from: over an empty register nothing comes out.
  public var tests: String {
    let nothing =
      switch kind {
      case "adjustment": "\(word("points")) = {}"
      case "tighten": "\(word("deadlines")) = {}"
      case "procedure": "\(word("steps")) = {}"
      case "criterion": CityVocabulary.english(answer("list")) == "red" ? "\(word("ranking")) = {}" : "\(word("proposals")) = {}"
      case "job": "\(word("proposals")) = {}"
      default: "\(word("rows")) = {}"
      }
    let day = language == .chinese ? "截止日" : "day"
    let name = language == .chinese ? "没有记录，就没有结果" : "no rows, no result"
    let hint = language == .chinese
      ? "-- 把你想到的情形一例一例写进来：已知什么，应得什么。先写测试，再改规则。"
      : "-- Write down one case after another: what is given, and what must come out. Tests first, then the rule."
    return """
      \(hint)
      \(word("test")) \(FormValue.quoted(name)) {
        \(day) = "\(lastDay)",
        \(word("given")) = {},
        \(word("expect")) = { \(nothing) },
      }

      """
  }

  /// A year after it begins to apply, or the end of a year that is known.
  private var lastDay: String { (Day(answer("from")).map { "\($0.year)-12-31" }) ?? "2026-12-31" }
}
