public import CityModel
internal import Columns
internal import DistrictRules

/// The reference as Markdown, from the same lists that the engine runs by: words, tables, scoring items, parameters, commands, clauses.
public enum ReferencePage {
  /// - Parameter say: which of a sentence's two languages the page is in.
  public static func markdown(_ say: @escaping (Bilingual) -> String) -> String {
    let isChinese = say(Bilingual(zh: "zh", en: "en")) == "zh"
    var page = Page(say: say, isChinese: isChinese)
    page.line("# " + say(Bilingual(zh: "参考", en: "Reference")), "")
    page.line(
      say(
        Bilingual(
          zh: "<!-- 由 xize reference 写出：请勿手改。 -->", en: "<!-- Written by xize reference: do not edit. -->")), "")
    page.words()
    page.tables()
    page.items()
    page.parameters()
    page.commands()
    page.clauses()
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

  mutating func words() {
    head("规则用词", "Words of rules")
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
      row("`\(isChinese ? word.chinese : word.english)`", "`\(isChinese ? word.english : word.chinese)`", kind, word.meaning)
    }
  }

  mutating func tables() {
    head("记录和字段", "Tables and fields")
    for table in CitySchema.tables {
      line("### " + (isChinese ? "\(table.chinese) `\(table.name)`" : "`\(table.name)` \(table.chinese)"), "")
      line(table.meaning + (table.source.isEmpty ? "" : "（\(table.source)）"), "")
      header(say("字段", "field"), say("英文", "Chinese"), say("类型", "type"), say("含义", "meaning"), say("出处", "source"))
      for field in table.fields {
        var type = field.type.name
        if case .enumeration(let enumeration) = field.type {
          type = enumeration.values.map { isChinese ? $0.chinese : $0.name }.joined(separator: say("、", ", "))
        }
        let name = "`\(isChinese ? field.chinese : field.name)`"
        row(
          name + (field.isDerived ? say("（推算）", " (derived)") : ""), "`\(isChinese ? field.name : field.chinese)`", type, field.meaning,
          field.source)
      }
      line("")
    }
  }

  mutating func items() {
    head("评分项", "Scoring items")
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

  private func said(_ facts: [FactsRead]) -> String {
    facts.map { read in
      (isChinese ? read.table.chinese : read.table.name) + ": "
        + read.fields.map { isChinese ? $0.chinese : $0.name }.joined(separator: say("、", ", "))
    }.joined(separator: "; ")
  }

  mutating func parameters() {
    head("参数", "Parameters")
    header(say("参数", "parameter"), say("名称", "name"), say("含义", "meaning"), say("单位", "unit"), say("出处", "source"))
    for parameter in CityParameters.all {
      row("`\(parameter.name)`", parameter.chinese, parameter.meaning, parameter.unit, parameter.source)
    }
  }

  mutating func commands() {
    head("命令", "Commands")
    header(say("条", "article"), say("命令", "command"), say("中文", "Chinese"), say("办什么", "what it does"))
    for verb in FundVerb.allCases { row("A14", "`\(verb.name.replacing(" ", with: "-"))`", verb.chinese, say(verb.meaning)) }
    for command in CityCommands.all {
      row(command.article, "`\(command.name.replacing(" ", with: "-"))`", command.chinese, say(command.meaning))
    }
  }

  mutating func clauses() {
    head("命令不能越过的条款", "Clauses that no command passes")
    header(say("代码", "code"), say("条款", "article"), say("内容", "what"))
    for clause in CommandClause.all { row("`\(clause.code)`", clause.article, say(clause.sentence)) }
    for clause in CityInvariant.all { row("`\(clause.code)`", clause.article, say(clause.sentence)) }
    head("办理时的提示，不妨碍办理", "Advice that goes with a command and stands in nobody's way")
    header(say("代码", "code"), say("条款", "article"), say("内容", "what"))
    for advice in CommandAdvice.all { row("`\(advice.code)`", advice.article, say(advice.sentence)) }
    head("维修资金申请不能越过的条款", "Clauses that no request to use the maintenance fund passes")
    header(say("代码", "code"), say("条款", "article"), say("内容", "what"))
    for clause in FundInvariant.all { row("`\(clause.code)`", clause.article, say(clause.sentence)) }
    head("提请不能越过的条款", "Clauses that no proposal passes")
    header(say("代码", "code"), say("条款", "article"), say("内容", "what"))
    for clause in ProposalInvariant.all { row("`\(clause.code)`", clause.article, say(clause.sentence)) }
  }
}
