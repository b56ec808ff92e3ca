internal import CityModel
internal import Columns

/// The rules that a letter cites, in their own words (A5–A8, A14).
struct LetterClauses {
  let policy: Policy

  init() throws(PolicyError) { policy = try Policy.standard() }

  /// Words of the sentences of an article that speak of a matter; the first two sentences stand where none does.
  private static let words: [LetterFacts.Matter: [String]] = [
    .blackList: ["红黑榜", "“黑榜”", "超过20次", "禁止", "拒不整改", "回访", "多次督促", "处罚", "查处"],
    .redList: ["红黑榜", "“红榜”", "扶持"],
    .circular: ["约谈", "通报"], .interview: ["约谈"], .rectification: ["约谈", "拒不整改", "整改"], .deduction: ["信用评价结果"],
    .redRemoval: ["红黑榜", "“红榜”"], .restriction: ["限制其承接"], .exit: ["超过20次", "退出机制"], .other: [],
  ]

  /// Articles in order, then documents in the order in which they are cited.
  func clauses(_ bases: [String], always: [Int], matter: LetterFacts.Matter) -> [LetterFacts.Clause] {
    var articles = Set(always)
    var documents: [String] = []
    for part in bases.flatMap({ $0.split(separator: ",").map { $0.drop { $0 == " " } } }) where !part.isEmpty {
      if part.first == "A", let number = Int(part.dropFirst()) {
        articles.insert(number)
      } else if !documents.contains(String(part)) {
        documents.append(String(part))
      }
    }
    return articles.sorted().compactMap { article($0, matter) }
      + documents.map { .init(name: Bilingual(zh: $0, en: $0), words: "", isPolicy: false) }
  }

  private func article(_ number: Int, _ matter: LetterFacts.Matter) -> LetterFacts.Clause? {
    guard let article = policy.article(number), number > 0 else { return nil }
    let sentences = sentences(of: article)
    let wanted = LetterClauses.words[matter] ?? []
    let chosen = sentences.filter { sentence in wanted.contains { sentence.contains($0) } }
    let text = chosen.isEmpty ? Array(sentences.prefix(2)) : chosen
    return .init(
      name: Bilingual(zh: "第\(LetterClauses.numeral(number))条（\(article.title)）", en: "Article \(number) (\(article.english))"),
      words: text.joined(), isPolicy: true)
  }

  /// The sentences of an article, without its heading, the bodies responsible and the line breaks of the source.
  private func sentences(of article: Policy.Article) -> [String] {
    let body = policy.spans(of: article.number).map { $0.text.filter { !$0.isWhitespace } }
      .filter { !$0.contains("责任单位") && !($0.hasSuffix(article.title) && $0.count <= article.title.count + 5) }
    let text = body.joined()
    return text.split(separator: "。").map { $0 + "。" }
  }

  private static func numeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return number <= 10 ? digits[max(0, number)] : "十" + digits[min(number - 10, 9)]
  }
}
