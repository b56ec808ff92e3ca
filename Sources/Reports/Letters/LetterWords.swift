import CityModel
import Columns

/// The words that letters of every kind share.
struct LetterWords {
  let facts: LetterFacts
  let language: ReportLanguage

  func callAsFunction(_ zh: String, _ en: String) -> String { language(zh, en) }
  func callAsFunction(_ text: Bilingual) -> String { language(text.zh, text.en) }

  var times: LetterTimes { facts.times }

  /// `2026年10月12日`, `12 October 2026`; a line to fill in where the day is not known yet.
  func day(_ day: Day?) -> String {
    guard let day else { return language("＿＿＿＿年＿＿月＿＿日", "__ ________ ____") }
    let (year, month, number) = day.civil
    return language("\(year)年\(month)月\(number)日", "\(number) \(LetterWords.months[month - 1]) \(year)")
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  /// `2026年9月`, `September 2026`; any other period by its name.
  var period: String? {
    guard let period = facts.period else { return nil }
    let parts = period.split(separator: "-")
    guard parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month) else {
      return language(period.count == 4 ? period + "年" : period, period)
    }
    return language("\(year)年\(month)月", "\(LetterWords.months[month - 1]) \(year)")
  }

  var document: String { facts.document ?? language("〔　　　　〕　　号", "No. __________") }

  var enterprise: String {
    language("\(facts.enterprise)（统一社会信用代码：\(facts.uscc)）：", "To \(facts.enterprise) (unified social credit code \(facts.uscc)):")
  }

  /// What the matter is called: `列入潞州区物业服务企业“黑榜”`.
  var measure: String {
    switch facts.matter {
    case .blackList: self("列入\(facts.county)物业服务企业“黑榜”", "entry on the black list of property-service enterprises of \(facts.county)")
    case .redList: self("列入\(facts.county)物业服务企业“红榜”", "entry on the red list of property-service enterprises of \(facts.county)")
    case .circular: self("予以通报并记入信用档案", "a circular, entered into the credit file")
    case .deduction:
      self(
        "在信用评价中扣\(facts.points.map { "\($0)分" } ?? "分")", "a deduction\(facts.points.map { " of \($0) points" } ?? "") in the credit evaluation")
    case .interview: self("予以约谈", "an interview")
    case .rectification: self("责令限期整改", "an order to rectify")
    case .redRemoval:
      self("移出\(facts.county)物业服务企业“红榜”", "removal from the red list of property-service enterprises of \(facts.county)")
    case .restriction: self("限制承接新的物业服务项目", "a restriction from new estates")
    case .exit: self("启动物业服务企业退出机制", "the start of the exit procedure")
    case .other: self("采取监管措施", "a measure of supervision")
    }
  }

  /// The measure in a title: `列入物业服务企业“黑榜”`.
  var shortMeasure: String {
    switch facts.matter {
    case .blackList: self("列入物业服务企业“黑榜”", "Entry on the Black List")
    case .redList: self("列入物业服务企业“红榜”", "Entry on the Red List")
    case .circular: self("物业服务企业通报", "Circular")
    case .deduction: self("物业服务企业信用扣分", "Deduction in the Credit Evaluation")
    case .interview: self("物业服务企业约谈", "Interview")
    case .rectification: self("物业服务企业整改", "Rectification")
    case .redRemoval: self("移出物业服务企业“红榜”", "Removal from the Red List")
    case .restriction: self("限制承接新的物业服务项目", "Restriction from New Estates")
    case .exit: self("启动物业服务企业退出机制", "Start of the Exit Procedure")
    case .other: self("物业服务企业监管措施", "Measure of Supervision")
    }
  }

  /// The facts, each with the rule that it falls under.
  var reasons: LetterText.Item {
    guard !facts.reasons.isEmpty else {
      return .paragraph(self("事实见所附证据材料。", "The facts are in the evidence listed below."))
    }
    return .numbered(
      facts.reasons.map { reason in
        let basis = basis(reason.basis)
        return self(reason.sentence) + (basis.isEmpty ? "" : self("（\(basis)）", " (\(basis))")) + self("。", ".")
      })
  }

  /// `A7, A8` → `《实施意见》第七条、第八条`; documents stand as they are.
  func basis(_ text: String) -> String {
    var articles: [String] = []
    var others: [String] = []
    for part in text.split(separator: ",").map({ $0.drop { $0 == " " } }) where !part.isEmpty {
      if part.first == "A", let number = Int(part.dropFirst()) {
        let name = Articles.name(number, language)
        if !articles.contains(name) { articles.append(name) }
      } else {
        others.append(String(part))
      }
    }
    let opinion = articles.isEmpty ? [] : [self("《实施意见》", "Implementing Opinion, ") + articles.joined(separator: self("、", ", "))]
    return (opinion + others).joined(separator: self("；", "; "))
  }

  var clauses: [LetterText.Item] {
    facts.clauses.map { .quotation(name: name($0), words: $0.words) }
  }

  private func name(_ clause: LetterFacts.Clause) -> String {
    guard clause.isPolicy else { return self(clause.name) }
    let draft = facts.adoption == nil ? self("（征求意见稿）", " (draft for comments)") : ""
    return self(
      "《关于进一步解决物业领域突出问题提升物业管理工作质效的实施意见》\(draft)\(clause.name.zh)",
      "Implementing Opinion on property management\(draft), \(clause.name.en)")
  }

  var hasEvidence: Bool { !facts.evidence.isEmpty }

  /// Facts, rules and evidence: what every letter to an enterprise has to give.
  var grounds: [LetterText.Section] {
    var sections: [LetterText.Section] = [.init(heading: self("事实和理由", "Facts and reasons"), items: [reasons])]
    if !facts.clauses.isEmpty { sections.append(.init(heading: self("依据", "Basis"), items: clauses)) }
    if hasEvidence { sections.append(.init(heading: self("证据", "Evidence"), items: [.evidence])) }
    return sections
  }

  /// What a draft may not do.
  var draftNote: String? {
    guard facts.adoption == nil else { return nil }
    return self(
      "本函所引《实施意见》为征求意见稿，尚未登记印发；印发之前不得据以作出决定。",
      "The Implementing Opinion cited here is a draft for comments: until its adoption is recorded nothing is decided on it.")
  }
}
