internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns

struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Show a figure that the policy text asks for, or list them with their cycle.",
    discussion: """
      Examples:
        xize figures                                              the figures and their articles
        xize figures conferences --as-of 2026-09-30
        xize figures 充电缺口 --district 上党区 --format csv
        xize figures lift-blocking --evidence                     and the rows that each line points at: the gaps
        xize figures lift-blocking --counted                      and every row that it rests on
      """)

  @Argument(help: ArgumentHelp("A figure by name or Chinese title. Default: list them.", valueName: "name")) var name: String?
  @Flag(help: "Also list the rows that each line points at.") var evidence = false
  @Flag(help: "Also list the rows that each line only counts, with those it points at: everything that it rests on.") var counted = false
  @Flag(help: "Also list the parameters that were read.") var parameters = false
  @OptionGroup var office: OfficeOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      _ = try format.tableFormat()
      guard let name else { return try format.write(FigureTables.list { lang($0) }, lang.language) }
      guard let figure = Figure.named(name) ?? Figure.all.first(where: { $0.title.zh == name }) else {
        let names = Figure.all.map(\.name).joined(separator: ", ")
        throw OfficeError(
          "unknown-figure", Bilingual(zh: "没有图表 `\(name)`\n提示：\(names)", en: "there is no figure `\(name)`\nhelp: \(names)"))
      }
      let office = try office.office()
      let snapshot = try office.snapshot(try scope.scope(), asOf: try scope.cut())
      let result = try figure.result(snapshot, on: snapshot.day)
      try format.write(result.table, lang.language)
      if evidence || counted { try format.write(try FigureTables.evidence(result, snapshot, counted: counted), lang.language) }
      if parameters { try format.write(FigureTables.parameters(result), lang.language) }
      try lang.noteDraft(office, on: snapshot.day)
    }
  }
}

/// The tables that the command shows beside a figure.
enum FigureTables {
  static func list(_ say: (Bilingual) -> String) -> ResultTable {
    ResultTable(
      columns: [.init("name", title: "名称"), .init("title", title: "标题"), .init("cycle", title: "周期"), .init("article", title: "条款")],
      rows: Figure.all.map { [.text($0.name), .text(say($0.title)), .text(say($0.cycle.words)), .text($0.article)] })
  }

  /// One line for each row of the register that a line of the figure points at, or that it rests on.
  static func evidence(_ result: FigureResult, _ snapshot: Snapshot, counted: Bool) throws -> ResultTable {
    var rows: [[Cell]] = []
    for line in result.table.rows.indices {
      // What is to be looked into first, then what is counted beside it.
      for (role, basis) in [("所列", result.evidence[line]), ("计入", counted ? result.counted[line] : [])] {
        for evidence in basis {
          guard let table = snapshot.table(evidence.table) else { continue }
          for row in evidence.rows where Int(row) < table.count {
            rows.append([
              .integer(Int64(line + 1)), .text(table.schema.chinese), try table.cell(table.schema.key, row: Int(row)), .text(role),
            ])
          }
        }
      }
    }
    return ResultTable(
      columns: [.init("line", title: "行"), .init("table", title: "依据"), .init("key", title: "编号"), .init("role", title: "作用")], rows: rows)
  }

  static func parameters(_ result: FigureResult) -> ResultTable {
    ResultTable(
      columns: [
        .init("parameter", title: "参数"), .init("value", title: "值"), .init("from", title: "自"), .init("mark", title: "性质", type: .enumeration(OfficeWords.marks)),
        .init("source", title: "出处"),
      ],
      rows: result.readings.map {
        [.parameter($0.key), $0.cell, .day($0.from), .text($0.mark.rawValue), .text($0.source)]
      })
  }
}
