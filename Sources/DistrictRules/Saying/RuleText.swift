internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax

/// A declaration as numbered sentences, complete: the author and the lawyer read the same text.
///
/// It is made from the table that was declared, not from what was read out of it: a key that has no sentence of its own is
/// said plainly at the end, so that nothing in the declaration can stay unsaid.
struct RuleText {
  let phrases: Phrases
  let kind: String
  let name: String
  let body: SaidTable
  /// The text of the function under a key.
  let function: (String) -> String?
  private(set) var articles: [(title: String, text: String)] = []

  init(phrases: Phrases, declared: Desk.Declared, function: @escaping (String) -> String?) {
    self.phrases = phrases
    kind = declared.kind
    name = declared.name
    body = SaidTable(declared.body)
    self.function = function
    heading()
    switch kind {
    case "adjustment": adjustment()
    case "tighten": tightening()
    case "procedure": body.has("steps") ? ownProcedure() : amendment()
    case "criterion": criterion()
    case "job": job()
    case "report": report()
    default: break
    }
    if let note = body.take("note") { add("说明", "Note", phrases.value(note)) }
    for (key, value) in body.rest { articles.append((phrases.word(key), phrases.value(value))) }
  }

  var schema: TableSchema? {
    if kind == "criterion" { return Enterprise.schema }
    return (body.table.at("each") ?? body.table.at("concerns")).flatMap { phrases.kinds.collection($0) }
  }

  func say(_ chinese: String, _ english: String) -> String { phrases.say(chinese, english) }

  mutating func add(_ chinese: String, _ english: String, _ text: String) { articles.append((say(chinese, english), text)) }

  /// `第一条 …`, one a line.
  var text: String {
    var title = name
    if case .string(let text)? = body.table.at("title") { title = text }
    let kindName = phrases.word(kind)
    var lines = [say("\(title)（\(kindName) “\(name)”）", "\(title) (\(kindName) “\(name)”)")]
    for (index, article) in articles.enumerated() {
      lines.append(say("第\(RuleText.number(index + 1))条（\(article.title)） \(article.text)", "\(index + 1). \(article.title). \(article.text)"))
    }
    return lines.joined(separator: "\n")
  }

  /// Of a procedure: to which cases it applies and what is done step by step, in one paragraph.
  var steps: String {
    let opening = [say("范围", "Scope"), say("步骤", "Step"), say("增加", "Inserted")]
    return articles.filter { article in opening.contains { article.title.hasPrefix($0) } }
      .map { say("\($0.title)：\($0.text)", "\($0.title): \($0.text)") }.joined(separator: say("", " "))
  }

  static func number(_ value: Int) -> String {
    let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    switch value {
    case 0..<10: return digits[value]
    case 10..<20: return "十" + (value == 10 ? "" : digits[value - 10])
    case 20..<100: return digits[value / 10] + "十" + (value % 10 == 0 ? "" : digits[value % 10])
    default: return "\(value)"
    }
  }

  // MARK: What all have

  private mutating func heading() {
    _ = body.take("title")
    if let value = body.take("basis") { basis(value) }
    if let value = body.take("effective") {
      let inner = SaidTable(value.table ?? LuaTable())
      let from = inner.take("from").map { phrases.value($0) } ?? "—"
      var text = say("自\(from)起施行", "It applies from \(from)")
      if let to = inner.take("to") { text += say("，至\(phrases.value(to))止（含当日）", " to \(phrases.value(to)), that day included") } else { text += say("，不定期限", ", without an end") }
      text += rest(inner)
      add("施行", "Effect", text + say("。事实按其发生之日适用，不溯及既往。", "; a fact counts by its own date."))
    }
    if let value = body.take("season") {
      let inner = SaidTable(value.table ?? LuaTable())
      let from = inner.take("from")?.string ?? "", to = inner.take("to")?.string ?? ""
      add(
        "季节", "Season",
        say("每年\(phrases.monthDay(from))至\(phrases.monthDay(to))（含两端\(from > to ? "，跨年" : "")）适用。", "It applies every year from \(from) to \(to), both days included\(from > to ? ", over new year" : "").") + rest(inner))
    }
  }

  private mutating func basis(_ value: LuaValue) {
    let inner = SaidTable(value.table ?? LuaTable())
    let document = inner.take("document")?.string ?? "—"
    var text = say("依据《\(document)》", "It rests on \(document)")
    if let article = inner.take("article") { text += say("\(article.string ?? phrases.value(article))", ", \(article.string ?? phrases.value(article))") }
    if let day = inner.take("published") { text += say("，\(phrases.value(day))公布", ", published \(phrases.value(day))") }
    if let day = inner.take("expires") { text += say("，有效至\(phrases.value(day))", ", in force until \(phrases.value(day))") }
    add("依据", "Basis", text + rest(inner) + say("。", "."))
  }

  /// What of an inner table has no sentence.
  func rest(_ inner: SaidTable) -> String {
    let parts = inner.rest.map { "\(phrases.word($0.0))\(say("为", " = "))\(phrases.value($0.1))" }
      + inner.table.array.map { phrases.value($0) }
    return parts.isEmpty ? "" : say("；另：", "; also: ") + phrases.list(parts)
  }

  mutating func selection(_ key: String, _ chinese: String, _ english: String, opening: (String, String)) {
    guard let value = body.take(key) else { return }
    guard case .table(let table) = value else {
      add(chinese, english, phrases.value(value))
      return
    }
    let parts = phrases.conditions(table, over: schema)
    let numbered = parts.count == 1 ? parts : parts.enumerated().map { say("（\(RuleText.number($0 + 1))）\($1)", "(\($0 + 1)) \($1)") }
    let opening = parts.count == 1 ? (opening.0.replacing("同时", with: ""), opening.1.replacing("All of these must hold", with: "This must hold").replacing("all of these hold", with: "this holds").replacing("all of these must hold", with: "this must hold")) : opening
    add(chinese, english, say(opening.0, opening.1) + (numbered.isEmpty ? phrases.joined([]) : numbered.joined(separator: say("；", "; "))) + say("。", "."))
  }

  /// What the functions of a rule say is their own text.
  mutating func function(_ key: String, _ chinese: String, _ english: String, _ opening: (String, String)) {
    let text = function(key) ?? "—"
    add(chinese, english, say(opening.0, opening.1) + "\n" + text)
  }

  mutating func because(_ audience: (String, String) = ("告知企业", "The enterprise is told")) {
    guard let value = body.take("because") else { return }
    add("理由", "Reason", say("\(audience.0)：", "\(audience.1): ") + (value.string.map { phrases.template($0, over: schema) } ?? phrases.value(value)) + say("。", "."))
  }

  mutating func each(_ key: String, _ chinese: String, _ english: String) {
    guard let value = body.take(key) else { return }
    add(chinese, english, say("逐条看\(phrases.value(value))。", "Each \(phrases.value(value)) is looked at."))
  }
}
