internal import CityModel
public import LuaSyntax

/// A form as a spreadsheet: a line of questions, then one rule a line.
public enum FormSheet {
  /// The empty form: what to fill in, and an example below.
  public static func empty(_ kind: String, _ language: Language) -> String {
    let questions = FormQuestion.questions(for: kind) ?? []
    let head = questions.map { cell(language == .chinese ? $0.question.zh : $0.question.en) }.joined(separator: ",")
    let example = questions.map { cell(language == .chinese ? $0.example.zh : $0.example.en) }.joined(separator: ",")
    return "\u{FEFF}" + head + "\n" + example + "\n"
  }

  /// The answers of one line, by the questions' keys; columns are known by their question in either language, else by their place.
  ///
  /// - Parameter row: 1 for the first line below the questions.
  public static func answers(_ text: String, kind: String, row: Int) -> [String: String]? {
    let questions = FormQuestion.questions(for: kind) ?? []
    let rows = lines(text)
    guard row >= 1, rows.indices.contains(row), let head = rows.first else { return nil }
    var answers: [String: String] = [:]
    for (index, question) in questions.enumerated() {
      let at = head.firstIndex { $0 == question.question.zh || $0 == question.question.en || $0 == question.key } ?? index
      if rows[row].indices.contains(at) { answers[question.key] = rows[row][at] }
    }
    return answers
  }

  private static func cell(_ text: String) -> String {
    text.contains { $0 == "," || $0 == "\"" || $0.isNewline } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  /// RFC 4180, as spreadsheets write it; empty lines are left out.
  private static func lines(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var previous: Character = ","
    func isEmpty(_ row: [String]) -> Bool { row.allSatisfy { $0.trimmingSpaces().isEmpty } }
    for character in text.drop(while: { $0 == "\u{FEFF}" }) {
      if isQuoted {
        if character == "\"" { isQuoted = false } else { cell.append(character) }
      } else if character == "\"" {
        if previous == "\"" { cell.append(character) }
        isQuoted = true
      } else if character == "," {
        row.append(cell)
        cell = ""
      } else if character.isNewline {
        row.append(cell)
        if !isEmpty(row) { rows.append(row) }
        (row, cell) = ([], "")
      } else {
        cell.append(character)
      }
      previous = character
    }
    row.append(cell)
    if !isEmpty(row) { rows.append(row) }
    return rows
  }
}
