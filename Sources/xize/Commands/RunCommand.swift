internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import Reports

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Load a script and show what its rules make of the register; nothing is written.",
    discussion: """
      A script in a district's folder sees that district's rows alone.

      Examples:
        xize run scripts/140403-luzhou/lift-entrapment.lua --period 2026-09
        xize run scripts/140429-wuxiang/early-warning.lua --period 2026-09 --format csv
      """)

  @Argument(help: ArgumentHelp("The script.", valueName: "file")) var file: String
  @Option(help: ArgumentHelp("The month, quarter or year: 2026-09, 2026-Q3, 2026. Default: the month that ended last.", valueName: "period"))
  var period: String?
  @OptionGroup var office: OfficeOptions
  @Option(help: ArgumentHelp("A county by code or name, instead of the script's own.", valueName: "county")) var district: String?
  @OptionGroup var limit: LimitOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      _ = try format.tableFormat()
      let limits = try limit.limits()
      let period = try PeriodOption.read(period)
      let script = try ScriptFolder.read(file)
      let scope: Scope =
        if let district { try ScopeOptions.scope(named: district) } else if let own = script.division, own.count == 6 { .county(own) } else { .city }
      // The script is looked at under the rules in force: a job that asks for candidates gets what the county's criteria leave.
      let (ruled, rules) = try office.office().ruled(scope, asOf: period.cut, limits: limits)
      for one in rules where !ruled.law.isEmpty { Terminal.note(lang(one.origin)) }
      let desk = ScriptDesk(ruled)
      let declarations = try desk.session.load(script)
      guard !declarations.isEmpty else { throw OfficeError.noDeclaration(in: file) }
      for declaration in declarations {
        switch declaration {
        case .adjustment(let adjustment):
          let outcome = try desk.session.outcome(of: adjustment, year: period.yearToDate, in: script)
          try format.write(try outcome.table(in: desk.session.snapshot), lang.language)
          if !outcome.unknownRows.isEmpty {
            let form = try format.tableFormat()
            if form != .csv {
              if form != .json { Terminal.print(lang("\n缺少事实，无法判断", "\ncould not be judged")) }
              try format.write(
                try outcome.unknownTable(of: adjustment, in: desk.session.snapshot, limit: form == .json ? 10_000 : 20, say: { lang($0) }), lang.language)
            }
            Terminal.note(
              lang(
                "另有 \(outcome.unknownRows.count) 条因缺少事实无法判断", "\(outcome.unknownRows.count) more could not be judged because a fact is missing"))
          }
        case .job(let job):
          let proposals = try desk.session.run(job, period: period, in: script)
          try format.write(try ProposalTable.table(proposals, in: desk.session.snapshot), lang.language)
        case .procedure(let change):
          try format.write(change.stepTable, lang.language)
        case .report(let report):
          for table in try desk.session.tables(of: report, period: period, in: script) { try format.write(table, lang.language) }
        case .ownProcedure(let procedure): try format.write(procedure.stepTable, lang.language)
        case .tightening, .criterion:
          Terminal.note(
            lang(
              "`\(declaration.name)` 已读取；它改变什么，用 preview 查看", "`\(declaration.name)` is read; preview shows what it changes"))
        }
      }
    }
  }
}

enum PeriodOption {
  /// The period of that name, or the month that ended last.
  static func read(_ text: String?) throws -> Period {
    let name: String
    if let text {
      name = text
    } else {
      let day = Clock.now.day.adding(months: -1)
      name = "\(day.year)-\(day.month < 10 ? "0" : "")\(day.month)"
    }
    guard let period = Period(name) else {
      throw OfficeError(
        "bad-period",
        Bilingual(zh: "`\(name)` 不是期间\n提示：写作 2026-09、2026-Q3 或 2026", en: "`\(name)` is no period\nhelp: write 2026-09, 2026-Q3 or 2026"))
    }
    return period
  }
}
