internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

extension DeclarationReader {
  func heading() -> Heading? {
    let title = body.required("title"), basis = basis(), effective = effective()
    let season = season(), note = body.text("note")
    guard let title, let basis, let effective else { return nil }
    return Heading(name: name, title: title, basis: basis, effective: effective, season: season, note: note)
  }

  private func basis() -> Basis? {
    guard let keys = body.inner("basis", chinese: "{ 文号 = \"…\", 条款 = \"…\" }", english: "{ document = \"…\", article = \"…\" }") else {
      if !body.has("basis") {
        body.missing(
          "basis", "missing-basis", chinese: "写明依据的文件：依据 = { 文号 = \"…\", 条款 = \"…\" }",
          english: "name the document it rests on: basis = { document = \"…\", article = \"…\" }")
      }
      return nil
    }
    keys.allow(["document", "article", "published", "expires"])
    if !keys.has("document") { keys.missing("document", "missing-basis", chinese: "写明文号", english: "give the number of the document") }
    guard let document = keys.text("document") else { return nil }
    let basis = Basis(document: document, article: keys.text("article"), published: keys.day("published"), expires: keys.day("expires"))
    if let published = basis.published, let expires = basis.expires, expires < published {
      sink.add(
        RuleProblem(
          "dates-out-of-order", at: ["basis", "expires"], Wording(chinese: "有效期早于公布日期", english: "it expires before it is published"),
          help: Wording(chinese: "公布 \(published)，有效至 \(expires)：核对文件", english: "published \(published), expires \(expires): check the document")))
    }
    return basis
  }

  private func effective() -> Effective? {
    guard let keys = body.inner("effective", chinese: "{ 自 = \"2026-07-01\" }", english: "{ from = \"2026-07-01\" }") else {
      if !body.has("effective") {
        body.missing("effective", chinese: "写作 施行 = { 自 = \"2026-07-01\" }", english: "write effective = { from = \"2026-07-01\" }")
      }
      return nil
    }
    keys.allow(["from", "to"])
    if !keys.has("from") { keys.missing("from", chinese: "写作 自 = \"2026-07-01\"", english: "write from = \"2026-07-01\"") }
    guard let from = keys.day("from") else { return nil }
    let to = keys.day("to")
    if let to, to < from {
      sink.add(
        RuleProblem(
          "dates-out-of-order", at: ["effective", "to"], Wording(chinese: "终止早于施行", english: "it ends before it begins"),
          help: Wording(chinese: "施行 \(from)，终止 \(to)：对调或改正", english: "from \(from) to \(to): change them round or correct them")))
    }
    return Effective(from: from, to: to)
  }

  private func season() -> Season? {
    guard let keys = body.inner("season", chinese: "{ 自 = \"11-15\", 至 = \"03-15\" }", english: "{ from = \"11-15\", to = \"03-15\" }") else { return nil }
    keys.allow(["from", "to"])
    for key in ["from", "to"] where !keys.has(key) {
      keys.missing(key, chinese: "写作 \(CityVocabulary.chinese(key)) = \"11-15\"", english: "write \(key) = \"11-15\"")
    }
    let from = keys.at("from").flatMap { keys.monthDay($0, at: keys.path("from")) }
    let to = keys.at("to").flatMap { keys.monthDay($0, at: keys.path("to")) }
    guard let from, let to else { return nil }
    if from == to {
      sink.add(
        RuleProblem(
          "season-without-meaning", at: ["season", "to"],
          Wording(chinese: "起止是同一天，看不出是一天还是全年", english: "it begins and ends on the same day: one day, or the whole year?"),
          help: Wording(chinese: "全年有效就不写季节", english: "leave the season out if it is the whole year")))
      return nil
    }
    return Season(from: from, to: to)
  }

  /// What a declaration about enterprises needs of its rows.
  func requireEnterprise(_ table: TableSchema, _ key: String) {
    guard table.field("enterprise") == nil, table.name != Enterprise.schema.name else { return }
    sink.add(
      RuleProblem(
        "no-enterprise", at: [key],
        Wording(chinese: "`\(table.chinese)` 的行不属于企业，不能计分", english: "rows of `\(table.plural)` belong to no enterprise, so they make no points"),
        help: Wording(chinese: "改看属于企业的记录，如 投诉", english: "look at rows that belong to an enterprise, such as complaint")))
  }

  /// The city's item of a code, or of its Chinese name.
  func item(_ word: String, at path: [String]) -> ScoreItem? {
    if let item = ScoreItem.named(word), item.kind != .limit { return item }
    let items = ScoreItem.all.filter { $0.kind != .limit }
    let isChinese = !word.utf8.allSatisfy { $0 < 128 }
    var problem = RuleProblem.unknown(
      "unknown-item", word, at: path, what: .init(chinese: "市级评分项", english: "the city's list of scoring items"),
      among: isChinese ? items.map(\.chinese) : items.map(\.code), translated: false)
    if isChinese, closest(to: word, among: items.map(\.chinese)) == nil {
      let list = items.map { "\($0.code) \($0.chinese)" }.joined(separator: "、")
      problem.help = Wording(chinese: "写代码或名称：\(list)", english: "write the code or the name: \(list)")
    }
    sink.add(problem)
    return nil
  }

  func level(_ keys: KeyReader, _ key: String) -> Division.Level? {
    guard let text = keys.text(key) else { return nil }
    let word = CityVocabulary.english(text)
    if let level = Division.Level(rawValue: word) { return level }
    if let index = Division.levels.index(of: text) { return Division.Level(rawValue: Division.levels.values[index].name) }
    if let level = ["区县": Division.Level.county, "县区": .county, "街道": .street, "乡镇": .street, "社区": .community, "市级": .city][text] { return level }
    sink.add(
      .unknown(
        "unknown-value", text, at: keys.path(key), what: .init(chinese: "`\(CityVocabulary.chinese(key))`", english: "`\(key)`"),
        among: Division.Level.allCases.map(\.rawValue)))
    return nil
  }
}
