internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import DistrictRules
internal import Register

struct EnactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enact", abstract: "Enact scripts of one division: from then on runs go by the text that the register keeps.",
    discussion: """
      Refused without a legality review and a publication of the basis, without a preview of the data as they are, when it
      reaches back into a published period, outside the division's own folder, by an officer of another division, and with any
      error that `xize check` finds beside the rules in force; its warnings are shown.

      Examples:
        xize preview scripts/140403-luzhou/lift-entrapment.lua --period 2026-09
        xize enact scripts/140403-luzhou/lift-entrapment.lua --document "潞州住建〔2026〕12号" --officer 140403-01 \\
          --reviewed-by "潞州区司法局" --review-document "潞司审〔2026〕7号" --preview TOKEN
      """)

  @Argument(help: ArgumentHelp("The scripts.", valueName: "file")) var files: [String]
  @Option(help: ArgumentHelp("The document that enacts.", valueName: "document")) var document: String
  @Option(help: ArgumentHelp("The officer who enacts, of that division.", valueName: "officer")) var officer: String
  @Option(name: .customLong("reviewed-by"), help: ArgumentHelp("Who reviewed the legality of the basis.", valueName: "office")) var reviewedBy: String?
  @Option(name: .customLong("review-document"), help: ArgumentHelp("The number of the review.", valueName: "document")) var reviewDocument: String?
  @Option(help: ArgumentHelp("Day on which the basis was published. Default: the script's own.", valueName: "day")) var published: String?
  @Option(help: ArgumentHelp("First day in force. Default: the rules' own.", valueName: "day")) var from: String?
  @Option(help: ArgumentHelp("What `xize preview` printed.", valueName: "token")) var preview: String?
  @Option(help: ArgumentHelp("As if it were this moment. Default: now.", valueName: "moment")) var at: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var limit: LimitOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      _ = try format.tableFormat()
      let scripts = try files.map { try ScriptFolder.read($0) }
      let revision = try office.office(readOnly: false).enact(
        EnactmentOrder(
          scripts: scripts, document: document, officer: officer, reviewedBy: reviewedBy, reviewDocument: reviewDocument,
          published: try DayOption.read(published), from: try DayOption.read(from), preview: preview),
        limits: try limit.limits(), at: try MomentOption.read(at), warnings: { lang.note($0) })
      try format.write(RuleTables.revision(revision), lang.language)
      Terminal.note(
        lang(
          "\(revision.division) 第 \(revision.number) 号修订自 \(revision.startsOn) 施行，记入台账第 \(revision.position) 条",
          "revision \(revision.number) of \(revision.division) is in force from \(revision.startsOn), ledger entry \(revision.position)"))
    }
  }
}

struct RepealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repeal", abstract: "End a rule's force from a day on; earlier periods keep it.",
    discussion: """
      Examples:
        xize repeal lift-entrapment --from 2027-01-01 --document "潞州住建〔2026〕40号" --officer 140403-01
      """)

  @Argument(help: ArgumentHelp("The rule, or its file.", valueName: "name")) var name: String
  @Option(help: ArgumentHelp("The first day without it.", valueName: "day")) var from: String
  @Option(help: ArgumentHelp("The document that repeals.", valueName: "document")) var document: String
  @Option(help: ArgumentHelp("The officer who repeals, of that division.", valueName: "officer")) var officer: String
  @Option(help: ArgumentHelp("As if it were this moment. Default: now.", valueName: "moment")) var at: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      _ = try format.tableFormat()
      guard let day = try DayOption.read(from) else { return }
      let revision = try office.office(readOnly: false).repeal(
        name, from: day, document: document, officer: officer, at: try MomentOption.read(at))
      try format.write(RuleTables.revision(revision), lang.language)
    }
  }
}

struct LayersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layers", abstract: "Show who changes what since when: the city's value, then each district's revisions.",
    discussion: """
      Examples:
        xize layers city/D10
        xize layers credit.D10.points
        xize layers city/fund-emergency
        xize layers lift-entrapment --format csv
      """)

  @Argument(help: ArgumentHelp("An item (city/D10), a parameter, a procedure (city/fund-emergency), or a rule.", valueName: "subject"))
  var subject: String
  @Option(help: ArgumentHelp("As of this day. Default: today.", valueName: "day")) var on: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      _ = try format.tableFormat()
      let day = try DayOption.read(on) ?? Clock.now.day
      try format.write(try office.office().layers(subject, on: day, say: { lang($0) }), lang.language)
    }
  }
}

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Record that a period's results are public: no rule reaches back into it from then on.",
    discussion: """
      The days for objections to the decisions made public with it run from that day. A year of the city's is published with the
      grade of every enterprise on its last day.

      Examples:
        xize publish 2026-09 --district 潞州区 --document "潞州住建公〔2026〕9号" --officer 140403-01
        xize publish 2026 --document "长住建公〔2027〕1号" --officer 1404-01              the city's grades of the year
      """)

  @Argument(help: ArgumentHelp("The period: 2026-09; for the city also a year.", valueName: "period")) var period: String
  @Option(help: ArgumentHelp("The county, by code or name. Default: the city.", valueName: "county")) var district: String?
  @Option(help: ArgumentHelp("The document that publishes.", valueName: "document")) var document: String
  @Option(help: ArgumentHelp("The officer who publishes, of that division.", valueName: "officer")) var officer: String
  @Option(help: ArgumentHelp("As if it were this moment. Default: now.", valueName: "moment")) var at: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      let division = try district.map { try ScopeOptions.scope(named: $0).description } ?? "1404"
      let (decisions, until) = try office.office(readOnly: false).publish(
        try PeriodOption.read(period), division: division, document: document, officer: officer, at: try MomentOption.read(at))
      let isGrades = try division == "1404" && PeriodOption.read(period).calendarYear != nil
      Terminal.say(
        isGrades
          ? lang(
            "\(period) 年度信用等级已公布，\(decisions) 家企业，异议期至 \(until)",
            "the grades of \(period) are published, \(decisions) enterprises; objections are heard until \(until)")
          : lang(
          "\(division) \(period) 已公布，含 \(decisions) 项决定，异议期至 \(until)",
          "\(period) of \(division) is published with \(decisions) decisions; objections are heard until \(until)"))
    }
  }
}

struct AdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Record that the city's text, a draft until then, has been adopted; decisions rest on it.",
    discussion: """
      Examples:
        xize adopt --document "长政发〔2026〕8号" --on 2026-09-01 --officer 1404-01
      """)

  @Option(help: ArgumentHelp("The document.", valueName: "document")) var document: String
  @Option(help: ArgumentHelp("The day of adoption.", valueName: "day")) var on: String
  @Option(help: ArgumentHelp("An officer of the city.", valueName: "officer")) var officer: String
  @Option(help: ArgumentHelp("As if it were this moment. Default: now.", valueName: "moment")) var at: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      guard let day = try DayOption.read(on) else { return }
      try office.office(readOnly: false).adopt(document: document, on: day, officer: officer, at: try MomentOption.read(at))
      Terminal.say(lang("已登记：\(document)，\(day) 起", "recorded: \(document), from \(day)"))
    }
  }
}

enum RuleTables {
  static func revision(_ revision: RuleRevision) -> ResultTable {
    ResultTable(
      columns: [
        .init("division", title: "区划"), .init("revision", title: "修订"), .init("file", title: "文件"), .init("sha256", title: "摘要"),
        .init("from", title: "施行"), .init("impacted_to", title: "影响至"), .init("areas", title: "影响范围"), .init("document", title: "文号"),
      ],
      rows: revision.files.map { file in
        [
          .text(revision.division), .integer(Int64(revision.number)), .text(file.name),
          .text(file.sha256.map { String($0.prefix(12)) } ?? "—"), .day(revision.startsOn), revision.impactedTo.map { .day($0) } ?? .empty,
          .text(revision.areas.count == 12 ? "1404" : revision.areas.joined(separator: ", ")), .text(revision.document),
        ]
      })
  }
}

enum DayOption {
  static func read(_ text: String?) throws -> Day? {
    guard let text else { return nil }
    guard let day = Day(text), day.year < 2200 else {
      throw OfficeError(
        "bad-day", Bilingual(zh: "`\(text)` 不是日期\n提示：写作 2026-09-30", en: "`\(text)` is not a day\nhelp: write 2026-09-30"))
    }
    return day
  }
}
