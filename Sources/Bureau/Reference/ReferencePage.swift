public import CityModel
internal import Columns
internal import DistrictRules

/// The reference as Markdown, from the same lists that the engine runs by: words, tables, scoring items, parameters, commands, clauses.
public enum ReferencePage {
  /// A part of the page, which can be asked for on its own.
  public enum Section: String, Sendable, CaseIterable {
    case words, tables, categories, items, parameters, commands, clauses

    public var title: Bilingual {
      switch self {
      case .words: Bilingual(zh: "规则用词", en: "Words of rules")
      case .tables: Bilingual(zh: "记录和字段", en: "Tables and fields")
      case .categories: Bilingual(zh: "投诉类别", en: "Categories of complaints")
      case .items: Bilingual(zh: "评分项", en: "Scoring items")
      case .parameters: Bilingual(zh: "参数", en: "Parameters")
      case .commands: Bilingual(zh: "命令", en: "Commands")
      case .clauses: Bilingual(zh: "条款", en: "Clauses")
      }
    }
  }

  /// One section, or the fields of one table, by its name in either language; `nil` where there is none of that name.
  public static func section(_ word: String, _ say: @escaping (Bilingual) -> String) -> String? {
    var page = Page(say: say, isChinese: say(Bilingual(zh: "zh", en: "en")) == "zh")
    if let section = Section.allCases.first(where: { [$0.rawValue, $0.title.zh, $0.title.en].contains(word) }) {
      page.section(section)
    } else if let table = CitySchema.tables.first(where: { [$0.name, $0.plural, $0.chinese].contains(word) }) {
      page.table(table)
    } else {
      return nil
    }
    while page.text.hasPrefix("\n") { page.text.removeFirst() }
    while page.text.hasSuffix("\n") { page.text.removeLast() }
    return page.text
  }

  /// - Parameter say: which of a sentence's two languages the page is in.
  public static func markdown(_ say: @escaping (Bilingual) -> String) -> String {
    let isChinese = say(Bilingual(zh: "zh", en: "en")) == "zh"
    var page = Page(say: say, isChinese: isChinese)
    page.line("# " + say(Bilingual(zh: "参考", en: "Reference")), "")
    page.line(
      say(
        Bilingual(
          zh: "<!-- 由 xize reference 写出：请勿手改。 -->", en: "<!-- Written by xize reference: do not edit. -->")), "")
    for section in Section.allCases { page.section(section) }
    return page.text
  }
}

private struct Page {
  let say: (Bilingual) -> String
  let isChinese: Bool
  var text = ""

  mutating func line(_ lines: String...) { for line in lines { text += line + "\n" } }

  private func say(_ zh: String, _ en: String) -> String { say(Bilingual(zh: zh, en: en)) }

  private mutating func head(_ zh: String, _ en: String) { line("", "## " + say(zh, en), "") }

  private mutating func row(_ cells: String...) {
    line("| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ") + " |")
  }

  private mutating func header(_ cells: String...) {
    line("| " + cells.joined(separator: " | ") + " |", "|" + String(repeating: "---|", count: cells.count))
  }

  mutating func section(_ section: ReferencePage.Section) {
    switch section {
    case .words: words()
    case .tables: tables()
    case .categories: categories()
    case .items: items()
    case .parameters: parameters()
    case .commands: commands()
    case .clauses: clauses()
    }
  }

  private mutating func head(_ section: ReferencePage.Section) { head(section.title.zh, section.title.en) }

  mutating func words() {
    head(.words)
    header(say("中文", "English"), say("英文", "Chinese"), say("种类", "kind"), say("含义", "meaning"))
    for word in RuleWord.all {
      let kind =
        switch word.kind {
        case .declaration: say("规则", "declaration")
        case .key: say("键", "key")
        case .function: say("函数", "function")
        case .method: say("方法", "method")
        case .value: say("值", "value")
        }
      row("`\(isChinese ? word.chinese : word.english)`", "`\(isChinese ? word.english : word.chinese)`", kind, said(word.meaning))
    }
  }

  mutating func tables() {
    head(.tables)
    for table in CitySchema.tables { self.table(table) }
  }

  /// The words that `类别 = "…"` understands.
  mutating func categories() {
    head(.categories)
    header(say("中文", "English"), say("英文", "Chinese"))
    for value in Complaint.categories.values { row("`\(isChinese ? value.chinese : value.name)`", "`\(isChinese ? value.name : value.chinese)`") }
  }

  mutating func table(_ table: TableSchema) {
    line("### " + (isChinese ? "\(table.chinese) `\(table.name)`" : "`\(table.name)` \(table.chinese)"), "")
    line(said(table.meaning) + (table.source.isEmpty ? "" : say("（\(source(table.source))）", " (\(table.source))")), "")
    header(say("字段", "field"), say("英文", "Chinese"), say("类型", "type"), say("含义", "meaning"), say("出处", "source"))
    for field in table.fields {
      var type = isChinese ? field.type.chinese : field.type.name
      if !isChinese, case .enumeration(let enumeration) = field.type { type = enumeration.values.map(\.name).joined(separator: ", ") }
      let name = "`\(isChinese ? field.chinese : field.name)`"
      row(
        name + (field.isDerived ? say("（推算）", " (derived)") : ""), "`\(isChinese ? field.name : field.chinese)`", type, said(field.meaning),
        source(field.source))
    }
    line("")
  }

  mutating func items() {
    head(.items)
    line(
      say("规则里写代码或名称都行：`关联 = \"D10\"`，或 `关联 = \"属实投诉\"`。", "Rules name an item by its code or by its Chinese name: `relates = \"D10\"`."), "")
    header(say("代码", "code"), say("内容", "what"), say("条款", "article"), say("读取的事实", "facts read"))
    for item in ScoreItem.all { row(item.code, say(item.chinese, item.english), item.article, said(item.reads)) }
    row("-", say("退出条件", "exit test"), "A8", said(FactsRead.ofExits))
    row("-", say("红黑榜建议（另读各评分项的事实）", "proposals for the lists (beside what scores read)"), "A7", said(besideScores))
  }

  /// What the lists read that no score does.
  private var besideScores: [FactsRead] {
    FactsRead.ofLists.compactMap { read in
      let known = FactsRead.ofScores.first { $0.table == read.table }?.fields ?? []
      var own = read
      own.fields = read.fields.filter { !known.contains($0) }
      return own.fields.isEmpty ? nil : own
    }
  }

  private func said(_ english: String) -> String { say(Meanings.of(english)) }

  private func source(_ words: String) -> String { say(SourceWords.said(words)) }

  private func said(_ facts: [FactsRead]) -> String {
    facts.map { read in
      (isChinese ? read.table.chinese : read.table.name) + ": "
        + read.fields.map { isChinese ? $0.chinese : $0.name }.joined(separator: say("、", ", "))
    }.joined(separator: "; ")
  }

  mutating func parameters() {
    head(.parameters)
    header(say("参数", "parameter"), say("名称", "name"), say("含义", "meaning"), say("单位", "unit"), say("出处", "source"))
    for parameter in CityParameters.all {
      row("`\(parameter.name)`", parameter.chinese, said(parameter.meaning), parameter.unit.isEmpty ? "" : said(parameter.unit), source(parameter.source))
    }
  }

  mutating func commands() {
    head(.commands)
    header(say("条", "article"), say("命令", "command"), say("中文", "Chinese"), say("办什么", "what it does"))
    for verb in FundVerb.allCases { row("A14", "`\(verb.name.replacing(" ", with: "-"))`", verb.chinese, say(verb.meaning)) }
    for command in CityCommands.all {
      row(command.article, "`\(command.name.replacing(" ", with: "-"))`", command.chinese, say(command.meaning))
    }
  }

  mutating func clauses() {
    head("命令不能越过的条款", "Clauses that no command passes")
    header(say("代码", "code"), say("条款", "article"), say("内容", "what"))
    for clause in CommandClause.all { row("`\(clause.code)`", source(clause.article), say(clause.sentence)) }
    for clause in CityInvariant.all { row("`\(clause.code)`", source(clause.article), say(clause.sentence)) }
    head("办理时的提示，不妨碍办理", "Advice that goes with a command and stands in nobody's way")
    header(say("代码", "code"), say("条款", "article"), say("内容", "what"))
    for advice in CommandAdvice.all { row("`\(advice.code)`", source(advice.article), say(advice.sentence)) }
    head("维修资金申请不能越过的条款", "Clauses that no request to use the maintenance fund passes")
    header(say("代码", "code"), say("条款", "article"), say("内容", "what"))
    for clause in FundInvariant.all { row("`\(clause.code)`", source(clause.article), say(clause.sentence)) }
    head("提请不能越过的条款", "Clauses that no proposal passes")
    header(say("代码", "code"), say("条款", "article"), say("内容", "what"))
    for clause in ProposalInvariant.all { row("`\(clause.code)`", source(clause.article), say(clause.sentence)) }
  }
}
