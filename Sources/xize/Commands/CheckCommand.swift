internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import LuaSyntax
internal import Register

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check scripts before they are enacted, or that a register is whole.",
    discussion: """
      What a file is decides: a register is checked for soundness, and records that are against the city's text are listed with the
      clause (facts that were reported: they make no register unsound); of a .lua file, or of every one in a folder, each mistake is told
      with its place and what to do. Scripts need no register; with --register, names of enterprises and estates are looked up too.
      Without any file, the register is checked.

      Exit codes of scripts: 0 nothing found, 1 warnings only, 2 errors.

      Examples:
        xize check scripts
        xize check scripts/140403-luzhou/lift-entrapment.lua --register changzhi.db
        xize check scripts --on 2026-12-01 --format json
        xize check --explain never-matches
        xize check changzhi.db
      """)

  @Argument(help: ArgumentHelp("Scripts, folders of scripts, or registers.", valueName: "file")) var files: [String] = []
  @Option(help: ArgumentHelp("The day on which the rules are judged. Default: today.", valueName: "day")) var on: String?
  @Option(help: ArgumentHelp("Say what a finding means.", valueName: "code")) var explain: String?
  @Option(name: [.customShort("f"), .long], help: ArgumentHelp("text, or json for editors and CI.", valueName: "format")) var format = "text"
  @OptionGroup var office: OfficeOptions
  @OptionGroup var limit: LimitOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    if let explain { return try lang.reporting { try tell(explain) } }
    guard !files.isEmpty else { return try lang.reporting { try check(register: office.registerPath) } }
    let registers = files.filter(ScriptFolder.isRegister)
    for register in registers { try lang.reporting { try check(register: register) } }
    let paths = files.filter { !registers.contains($0) }
    guard !paths.isEmpty else { return }
    let report: CheckReport
    do {
      report = try checked(paths)
    } catch {
      lang.report(error)
      throw ExitCode(2)
    }
    try lang.reporting { show(report) }
    if report.exitCode != 0 { throw ExitCode(report.exitCode) }
  }

  private func check(register path: String) throws {
    let register = try Register.open(at: path, readOnly: true)
    let findings = try register.check()
    for finding in findings { Terminal.note(finding) }
    guard findings.isEmpty else { throw Exit.failed }
    let breaches = try register.breaches(on: try day(), rulebook: Rulebook.standard())
    BreachNotes.tell(breaches, lang)
    Terminal.say(
      lang("\(path) 完好，台账至第 \(try register.ledgerPosition()) 条", "\(path) is sound, ledger position \(try register.ledgerPosition())")
        + (breaches.isEmpty ? "" : lang("；另有违反条款的记录，见上", "; it holds records that are against the text, listed above")))
  }

  // MARK: Scripts

  private func checked(_ paths: [String]) throws -> CheckReport {
    guard ["text", "json"].contains(format) else {
      throw OfficeError("bad-format", Bilingual(zh: "没有格式 `\(format)`\n提示：text、json", en: "there is no format `\(format)`\nhelp: text, json"))
    }
    let limits = try limit.limits()
    var scripts: [Script] = []
    for path in paths {
      for script in try ScriptFolder.collect(path) where !scripts.contains(where: { $0.name == script.name }) { scripts.append(script) }
    }
    let day = try day()
    let checker: ScriptChecker
    if office.register != nil {
      let divisions = Set(scripts.map(\.division))
      let scope: Scope = if divisions.count == 1, let own = divisions.first ?? nil, own.count == 6 { .county(own) } else { .city }
      checker = try ScriptChecker(try office.office().snapshot(scope, asOf: day.end), on: day, limits: limits)
    } else {
      checker = try ScriptChecker(Rulebook.standard(), on: day, limits: limits)
    }
    return try checker.check(scripts)
  }

  private func day() throws -> Day {
    guard let on else { return Clock.now.day }
    guard let day = Day(on), day.year < 2200 else {
      throw OfficeError(
        "bad-day", Bilingual(zh: "`\(on)` 不是日期\n提示：写作 2026-09-30", en: "`\(on)` is not a day\nhelp: write 2026-09-30"))
    }
    return day
  }

  private func show(_ report: CheckReport) {
    if format == "json" { return Terminal.say(report.json(lang.language)) }
    for finding in report.findings { Terminal.say(finding.rendered(lang.language, color: Terminal.colorsOutput) + "\n") }
    Terminal.say(lang(report.closing.zh, report.closing.en))
  }

  private func tell(_ code: String) throws {
    guard let page = FindingPage.all.first(where: { $0.code == code }) else {
      let near = closest(to: code, among: FindingPage.all.map(\.code))
      throw OfficeError(
        "unknown-finding",
        Bilingual(
          zh: "没有代码 `\(code)`" + (near.map { "\n提示：是否想写 `\($0)`？" } ?? ""),
          en: "there is no code `\(code)`" + (near.map { "\nhelp: did you mean `\($0)`?" } ?? "")))
    }
    Terminal.print("\(page.code)\n\n" + lang("\(page.meaning.zh)\n\n怎么办：\(page.remedy.zh)", "\(page.meaning.en)\n\nwhat to do: \(page.remedy.en)"))
  }
}
