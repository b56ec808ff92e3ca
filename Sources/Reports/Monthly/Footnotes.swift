import Columns

/// The bases that a page cites, numbered in the order in which they are first cited.
struct Footnotes {
  private(set) var cited: [MonthlyReport.Basis] = []
  private var numbers: [MonthlyReport.Basis: Int] = [:]

  /// The number of a basis, from 1.
  mutating func number(_ basis: MonthlyReport.Basis) -> Int {
    if let number = numbers[basis] { return number }
    cited.append(basis)
    numbers[basis] = cited.count
    return cited.count
  }

  /// `《意见》（征求意见稿）第八条　强化退出机制`, or the document as it is.
  static func text(_ basis: MonthlyReport.Basis, isDraft: Bool, _ language: ReportLanguage) -> String {
    switch basis {
    case .article(let number):
      let heading = Articles.heading(number, language)
      return language(
        "《意见》\(isDraft ? "（征求意见稿）" : "")\(Articles.name(number, language))　\(heading)",
        "Implementing Opinion\(isDraft ? " (draft)" : ""), \(Articles.name(number, language)): \(heading)")
    case .document(let text): return text
    }
  }
}
