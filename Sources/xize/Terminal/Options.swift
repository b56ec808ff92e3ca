internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import LuaRuntime
internal import LuaSyntax
internal import Reports

/// The language of messages and tables.
struct LanguageOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: ArgumentHelp("zh or en. Default: XIZE_LANG, else the locale, else zh.", valueName: "language"))
  var name: String?

  var language: Language {
    let wish = name ?? Terminal.environment("XIZE_LANG") ?? Terminal.environment("LC_ALL") ?? Terminal.environment("LC_MESSAGES")
      ?? Terminal.environment("LANG") ?? "zh"
    return wish.hasPrefix("en") ? .english : .chinese
  }

  func callAsFunction(_ text: Bilingual) -> String { language == .chinese ? text.zh : text.en }
  func callAsFunction(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }
}

/// Where the register and the scripts are, and as of when they are looked at.
struct OfficeOptions: ParsableArguments {
  @Option(name: [.customShort("r"), .long], help: ArgumentHelp("The register. Default: XIZE_REGISTER, else xize.db.", valueName: "file"))
  var register: String?

  @Option(help: ArgumentHelp("The folder of scripts. Default: XIZE_SCRIPTS, else scripts.", valueName: "folder"))
  var scripts: String?

  var registerPath: String { register ?? Terminal.environment("XIZE_REGISTER") ?? "xize.db" }
  var scriptsPath: String { scripts ?? Terminal.environment("XIZE_SCRIPTS") ?? "scripts" }

  func office(readOnly: Bool = true) throws -> Office {
    try Office(register: registerPath, scripts: scriptsPath, readOnly: readOnly, clock: Clock.recording)
  }
}

/// Whose facts are looked at, and as of when.
struct ScopeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A county by code or name: its rows alone are loaded. Default: the whole city.", valueName: "county"))
  var district: String?

  @Option(name: .customLong("as-of"), help: ArgumentHelp("The data cut: a day (its end) or a moment. Default: now.", valueName: "moment"))
  var asOf: String?

  func scope() throws -> Scope {
    try district.map(ScopeOptions.scope(named:)) ?? .city
  }

  static func scope(named district: String) throws -> Scope {
    guard let county = Divisions.changzhi.county(named: district) else {
      let names = Divisions.changzhi.counties.map { "\($0.code) \($0.name)" }.joined(separator: ", ")
      throw OfficeError(
        "unknown-division",
        Bilingual(zh: "没有县区 `\(district)`\n提示：\(names)", en: "there is no county `\(district)`\nhelp: \(names)"))
    }
    return .county(county.code)
  }

  func cut() throws -> Moment {
    // A cut is the first second that is not looked at: what was recorded in this one is.
    guard let asOf else { return Clock.now.adding(seconds: 1) }
    if let day = Day(asOf), day.year < 2200 { return day.end }
    if let moment = Moment(asOf), moment.day.year < 2200 { return moment }
    throw OfficeError(
      "bad-moment",
      Bilingual(
        zh: "`\(asOf)` 不是日期或时刻\n提示：写作 2026-09-30 或 \"2026-09-30 17:50\"",
        en: "`\(asOf)` is neither a day nor a moment\nhelp: write 2026-09-30 or \"2026-09-30 17:50\""))
  }
}

/// How long a script may run.
struct LimitOptions: ParsableArguments {
  @Option(name: .customLong("time-limit"), help: ArgumentHelp("Seconds that one run of a script may take.", valueName: "seconds"))
  var timeLimit: Double = 60

  func limits() throws -> Engine.Limits {
    guard timeLimit >= 0.001, timeLimit <= 86_400 else {
      throw OfficeError(
        "bad-time-limit",
        Bilingual(
          zh: "`\(timeLimit)` 不能作时限\n提示：写作秒数，0.001 至 86400", en: "`\(timeLimit)` is no time limit\nhelp: write seconds, from 0.001 to 86400"))
    }
    return Engine.Limits(time: .milliseconds(Int(timeLimit * 1000)))
  }
}

/// How results are written.
struct FormatOptions: ParsableArguments {
  @Option(name: [.customShort("f"), .long], help: ArgumentHelp("table, csv, json or markdown.", valueName: "format"))
  var format: String = "table"

  func tableFormat() throws -> TableFormat {
    guard let format = TableFormat(parsing: format) else {
      throw OfficeError(
        "bad-format",
        Bilingual(zh: "没有格式 `\(self.format)`\n提示：table、csv、json、markdown", en: "there is no format `\(self.format)`\nhelp: table, csv, json, markdown"))
    }
    return format
  }

  func write(_ table: ResultTable, _ language: Language) throws {
    let format = try tableFormat()
    let options = TableOptions(
      language: language == .chinese ? .chinese : .english, color: Terminal.colorsOutput, width: Terminal.width,
      maxRows: Terminal.outputIsTerminal ? 40 : nil)
    let text = table.rendered(as: format, options: options)
    Terminal.write(text.hasSuffix("\n") ? text : text + "\n")
  }
}
