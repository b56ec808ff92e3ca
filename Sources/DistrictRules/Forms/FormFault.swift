public import CityModel
internal import Columns
internal import LuaSyntax

/// An answer of a form that makes no rule: it can be given again, and the others stay.
public struct FormFault: Sendable {
  public var question: FormQuestion
  /// What was answered; empty where there was nothing.
  public var answer: String
  public var code: String
  public var message: Bilingual
  public var help: Bilingual?

  public init(_ question: FormQuestion, answer: String, code: String, _ message: Bilingual, help: Bilingual?) {
    (self.question, self.answer, self.code, self.message, self.help) = (question, answer, code, message, help)
  }
}

extension RuleForm {
  /// What is wrong, answer by answer, in the order of the questions.
  ///
  /// Each answer is judged in a rule that has the examples in the places of those that are wrong or come later: so one wrong answer
  /// hides no other.
  ///
  /// - Parameters:
  ///   - given: the questions that have been answered; `nil` for all.
  ///   - checker: finds what is wrong with a script.
  public func faults(of given: Set<String>? = nil, _ checker: ScriptChecker) throws -> [FormFault] {
    var faults: [FormFault] = []
    var right: [String: String] = [:]
    for question in FormQuestion.questions(for: kind) ?? [] where given?.contains(question.key) ?? true {
      let answer = answers[question.key] ?? ""
      if let fault = try fault(question, answer, beside: right, checker) { faults.append(fault) } else { right[question.key] = answer }
    }
    return faults
  }

  private func fault(_ question: FormQuestion, _ answer: String, beside right: [String: String], _ checker: ScriptChecker) throws -> FormFault? {
    guard !answer.isEmpty || question.standard != nil else {
      return FormFault(
        question, answer: answer, code: "unanswered", Bilingual(zh: "没有回答", en: "there is no answer"),
        help: Bilingual(zh: "例如 \(question.example.zh)", en: "such as \(question.example.en)"))
    }
    var trial = right
    trial[question.key] = answer
    for other in FormQuestion.questions(for: kind) ?? [] where trial[other.key] == nil { trial[other.key] = stand(for: other, beside: trial) }
    let form = RuleForm(kind: kind, language: language, answers: trial)
    let report = try checker.check([Script(name: form.fileName + ".lua", text: form.script)])
    guard let first = report.findings.first(where: \.isError)?.diagnostic else { return nil }
    return FormFault(
      question, answer: answer, code: first.code.rawValue, Bilingual(zh: first.message.chinese, en: first.message.english),
      help: first.help.map { Bilingual(zh: $0.chinese, en: $0.english) }
        ?? Bilingual(zh: "例如 \(question.example.zh)", en: "such as \(question.example.en)"))
  }

  /// An answer that is right whatever else was answered.
  private func stand(for question: FormQuestion, beside trial: [String: String]) -> String {
    switch question.key {
    case "where" where question.standard != nil: return ""
    case "columns":
      guard let schema = CitySchema.table(CityVocabulary.english(trial["each"] ?? "")) else { break }
      return language == .chinese ? CityVocabulary.chinese(schema.key) : schema.key
    default: break
    }
    return language == .chinese ? question.example.zh : question.example.en
  }
}
