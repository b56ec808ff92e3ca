public import CityModel
public import Columns

/// Help of the commands, made from their descriptions.
public enum CommandHelp {
  /// Every command: article, English and Chinese name, levels, what it is about.
  public static func list(chinese: Bool, article: String? = nil) -> ResultTable {
    var table = ResultTable(columns: [
      .init("article", title: chinese ? "条" : "article"), .init("command", title: chinese ? "命令" : "command"),
      .init("chinese", title: chinese ? "中文" : "Chinese"), .init("levels", title: chinese ? "层级" : "levels"),
      .init("case", title: chinese ? "案件" : "case"), .init("meaning", title: chinese ? "办什么" : "meaning"),
    ])
    // Requests to use the fund have a procedure of their own, and stand before the other commands of its article.
    let first = CityCommands.all.first { $0.article == "A14" }?.name
    for command in CityCommands.all where article == nil || command.article == article {
      if command.name == first { for verb in FundVerb.allCases { table.rows.append(row(verb, chinese)) } }
      table.rows.append([
        .source(command.article), .text(dashed(command.name)), .text(command.chinese), .text(levels(command, chinese)),
        .text(chinese ? command.table.chinese : command.table.name), .text(chinese ? command.meaning.zh : command.meaning.en),
      ])
    }
    return table
  }

  private static func row(_ verb: FundVerb, _ chinese: Bool) -> [Cell] {
    [
      "A14", .text(dashed(verb.name)), .text(verb.chinese), .text(levels(verb.levels, chinese)),
      .text(chinese ? FundRequest.schema.chinese : FundRequest.schema.name), .text(chinese ? verb.meaning.zh : verb.meaning.en),
    ]
  }

  /// One command: who, from which state, arguments, and an example.
  public static func text(of command: CommandDescription, chinese: Bool) -> String {
    var lines: [String] = []
    lines.append("\(command.chinese) (\(dashed(command.name)))  \(chinese ? SourceWords.said(command.article).zh : command.article)")
    lines.append(chinese ? command.meaning.zh : command.meaning.en)
    lines.append("")
    lines.append((chinese ? "案件：" : "case: ") + (chinese ? command.table.chinese : command.table.name)
      + (command.subject == .new ? (chinese ? "（新建，编号自定）" : " (new; you choose its number)") : ""))
    lines.append((chinese ? "层级：" : "levels: ") + levels(command, chinese))
    if let from = command.from {
      let words = from.words.map { CaseValue.text($0).shown(as: from.field.type, chinese: chinese) }
      lines.append((chinese ? "状态须为：" : "when it is: ") + words.joined(separator: chinese ? "、" : ", "))
    }
    if !command.notBy.isEmpty {
      let names = command.notBy.map { name in CityCommands.named(name).map { chinese ? $0.chinese : $0.name } ?? name }
      lines.append((chinese ? "不得由办理过以下事项的人办理：" : "never by who did: ") + names.joined(separator: chinese ? "、" : ", "))
    }
    if command.isDecision {
      let basis = command.law.map { chinese ? "依据《\($0)》" : "rests on 《\($0)》" }
        ?? (chinese ? "依据实施意见，未通过前须用 --basis 写明已生效的依据" : "rests on the city's text: while that is a draft, name a basis in force")
      lines.append((chinese ? "决定：须有文号 --document；" : "a decision: needs --document; ") + basis)
    }
    if command.evidence {
      let papers = command.papers.isEmpty ? "" : " " + command.papers.joined(separator: chinese ? "、" : ", ")
      lines.append((chinese ? "须附材料：--attach" : "needs papers: --attach") + papers)
    }
    if !command.arguments.isEmpty {
      lines.append("")
      for argument in command.arguments {
        let name = "--" + dashed(argument.field.name)
        var about = "\(argument.field.chinese)  \(chinese ? argument.field.type.chinese : argument.field.type.name)"
        if case .enumeration(let enumeration) = argument.field.type {
          about = argument.field.chinese + (chinese ? "：" : ": ")
            + enumeration.values.map { chinese ? $0.chinese : $0.name }.joined(separator: chinese ? "、" : ", ")
        }
        let must = argument.isRequired ? (chinese ? "必填 " : "required ") : ""
        lines.append("  \(name)  \(must)\(about)")
      }
    }
    lines.append("")
    lines.append((chinese ? "例：" : "example: ") + example(of: command))
    return lines.joined(separator: "\n")
  }

  /// A line as an office would type it.
  public static func example(of command: CommandDescription) -> String {
    let officer: String =
      switch command.levels.last {
      case .city: "1404-01"
      case .county: "140403-01"
      case .street: "140403001-01"
      default: "140403001-03"
      }
    var words = ["xize do", dashed(command.name), "N-1", "--officer \(officer)"]
    for argument in command.arguments where argument.isRequired {
      words.append("--\(dashed(argument.field.name)) \(quoted(argument.example.isEmpty ? sample(argument.field) : argument.example))")
    }
    if command.isDecision { words.append("--document 潞州住建〔2026〕12号") }
    if command.evidence { words += (command.papers.isEmpty ? ["照片"] : command.papers).map { "--attach \($0)" } }
    return words.joined(separator: " ")
  }

  private static func sample(_ field: Field) -> String {
    switch field.type {
    case .text: "文字"
    case .integer, .elapsed: "3"
    case .flag: "是"
    case .moment: "2026-09-30 09:00"
    case .day: "2026-09-30"
    case .quantity: "1.50"
    case .enumeration(let enumeration): enumeration.values.first?.chinese ?? ""
    case .token: "00112233445566ff"
    case .reference(let name):
      switch name {
      case Enterprise.schema.name: "91140403YYYY00020N"
      case Division.schema.name: "140403"
      case Project.schema.name: "140403001001"
      default: "N-2"
      }
    }
  }

  private static func levels(_ command: CommandDescription, _ chinese: Bool) -> String { levels(command.levels, chinese) }

  private static func levels(_ levels: [Division.Level], _ chinese: Bool) -> String {
    levels.map { CaseValue.text($0.rawValue).shown(as: .enumeration(Division.levels), chinese: chinese) }
      .joined(separator: chinese ? "、" : ", ")
  }

  private static func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }

  static func dashed(_ name: String) -> String { String(name.map { $0 == " " || $0 == "_" ? "-" : $0 }) }
}
