public import CityModel
internal import Columns

extension Carrier {
  /// As people call what carries a sentence: its kind, and its name in their language where it has one.
  public var said: Bilingual { Bilingual(zh: "\(kind.chinese)“\(chinese)”", en: description) }

  private var chinese: String {
    switch kind {
    case .table: CitySchema.table(name)?.chinese ?? name
    case .field:
      name.split(separator: ".").first.flatMap { CitySchema.table(String($0)) }.flatMap { table in
        table.field(String(name.dropFirst(table.name.count + 1))).map { "\(table.chinese)的\($0.chinese)" }
      } ?? name
    case .item: ScoreItem.code(name).map { "\(name) \($0.chinese)" } ?? name
    case .parameter: Cell.parameter(name).chinese
    case .command: CityCommands.all.first { $0.name.replacing(" ", with: "-") == name }?.chinese ?? name
    case .figure: Figure.all.first { $0.name == name }?.title.zh ?? name
    case .reason: Cell.figure(name).chinese
    case .procedure: Cell.procedure(name).chinese
    case .invariant: clause?.zh ?? name
    case .rule: Carrier.rules[name] ?? name
    case .job: name
    }
  }
}

extension Carrier {
  private static let rules = ["ResponseClock": "三三三时限", "ResponseRates": "三项时限达标率", "ExitTest": "退出条件"]

  private var clause: Bilingual? {
    CityInvariant.all.first { $0.code == name }?.sentence ?? FundInvariant.all.first { $0.code == name }?.sentence
      ?? CommandClause.all.first { $0.code == name }?.sentence ?? ProposalInvariant.all.first { $0.code == name }?.sentence
  }
}

extension Carrier.Kind {
  fileprivate var chinese: String {
    switch self {
    case .table: "表"
    case .field: "字段"
    case .item: "评分项"
    case .parameter: "参数"
    case .command: "命令"
    case .invariant: "约束"
    case .figure: "图表"
    case .job: "任务"
    case .reason: "榜单条件"
    case .procedure: "程序"
    case .rule: "规则"
    }
  }
}
