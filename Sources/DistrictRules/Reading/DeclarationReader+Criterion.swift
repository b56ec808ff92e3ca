internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

extension DeclarationReader {
  func criterion() -> Criterion? {
    allow("list", "where", "one_per", "rank", "period", "because")
    let heading = heading()
    if !body.has("list") { body.missing("list", chinese: "写作 榜单 = \"红榜\" 或 \"黑榜\"", english: "write list = \"red\" or \"black\"") }
    let list = list()
    let scope = body.condition("where", over: Enterprise.schema)
    let onePer = body.text("one_per").flatMap { word -> Criterion.Place? in
      if CityVocabulary.english(word) == "street" { return .street }
      return body.field(word, of: Enterprise.schema, at: ["one_per"]).map(Criterion.Place.field)
    }
    var rank: [Criterion.Rank] = []
    for word in body.texts("rank") {
      let bare = word.hasPrefix("-") ? String(word.dropFirst()) : word
      guard let field = body.field(bare, of: Enterprise.schema, at: ["rank", word]) else { continue }
      rank.append(.init(field: field, descending: word.hasPrefix("-")))
    }
    let period: Job.Cycle? = body.word("period")
    let because = body.template("because", over: Enterprise.schema)
    if list == .black {
      if !body.has("because") { body.missing("because", chinese: "写明告知企业的理由", english: "say the reason that the enterprise is told") }
      if !body.has("where") { body.missing("where", chinese: "写明提哪些企业", english: "say which enterprises are meant") }
      for key in ["one_per", "rank"] where body.has(key) {
        sink.add(
          RuleProblem(
            "key-not-for-this", at: [key], Wording(chinese: "`\(CityVocabulary.chinese(key))` 只用于红榜", english: "`\(key)` is for the red list only"),
            help: Wording(chinese: "去掉它", english: "leave it out")))
      }
    }
    guard let heading, let list else { return nil }
    return Criterion(heading: heading, list: list, scope: scope, onePer: onePer, rank: rank, period: period, because: because)
  }

  private func list() -> Criterion.List? {
    guard let text = body.text("list") else { return nil }
    if let index = ListEntry.kinds.index(of: text) { return Criterion.List(rawValue: ListEntry.kinds.values[index].name) }
    return body.word("list")
  }
}
