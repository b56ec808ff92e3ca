internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import Foundation
internal import Register

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export a table as CSV, an empty form to fill in, or complaints as Open311; without persons.",
    discussion: """
      WHAT is a table, all for every table into a folder, or open311 (GeoReport v2). What comes out goes in again with
      xize import. A form is the line of column names that a spreadsheet needs.

      Examples:
        xize export complaints --district 潞州区 --out complaints.csv
        xize export all --out copy
        xize export buildings --form --out buildings.csv
        xize export all --form --out forms
        xize export open311 --format xml --from 2026-09-01 --to 2026-09-30 --status open
        xize export open311 --services                   the services that complaints can be about
      """)

  @Argument(help: ArgumentHelp("A table, all, or open311.", valueName: "what")) var what: String
  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The file, or for all the folder. Default: the output.", valueName: "path")) var out: String?
  @Flag(help: "Write over files that are there.") var overwrite = false
  @Flag(help: "Only the line of column names, to be filled in.") var form = false
  @Option(name: [.customShort("f"), .long], help: ArgumentHelp("csv; for open311 json or xml.", valueName: "format")) var format: String?
  @Flag(help: "For open311: the services instead of the complaints.") var services = false
  @Option(help: ArgumentHelp("For open311: requested on this day or later.", valueName: "day")) var from: String?
  @Option(help: ArgumentHelp("For open311: requested on this day or earlier.", valueName: "day")) var to: String?
  @Option(help: ArgumentHelp("For open311: open or closed.", valueName: "status")) var status: String?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      if what == "open311" { return try exportOpen311() }
      guard !services, from == nil, to == nil, status == nil, format == nil || format == "csv" else {
        throw OfficeError(
          "only-for-open311",
          Bilingual(
            zh: "--services、--from、--to、--status 和 json、xml 只用于 open311\n提示：xize export open311",
            en: "--services, --from, --to, --status, json and xml are for open311\nhelp: xize export open311"))
      }
      if what == "all" { return try exportAll() }
      guard let schema = ExportTables.schema(what) else {
        let names = ExportTables.all.map(\.plural).joined(separator: ", ")
        throw OfficeError(
          "unknown-table", Bilingual(zh: "没有表 `\(what)`\n提示：\(names)、all、open311", en: "there is no table `\(what)`\nhelp: \(names), all, or open311"))
      }
      let target = try ExportTarget(out, overwrite: overwrite)
      if form {
        try ExportTables.check(form: schema)
        target.write(TableForm.text(schema))
      } else {
        try export(schema, try office.office(), to: target)
      }
      try target.close()
    }
  }

  @discardableResult
  private func export(_ schema: TableSchema, _ office: Office, to target: ExportTarget) throws -> Int {
    if schema == OfficerTable.schema { return try office.register.exportOfficers { target.write($0) } }
    return try office.register.export(schema, scope: try scope.scope(), asOf: try scope.cut(), rulebook: office.rulebook) { target.write($0) }
  }

  private func exportAll() throws {
    guard let folder = out else {
      throw OfficeError(
        "no-folder", Bilingual(zh: "没有写明文件夹\n提示：xize export all --out 文件夹", en: "no folder is named\nhelp: xize export all --out FOLDER"))
    }
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw OfficeError(
        "not-writable", Bilingual(zh: "无法建立文件夹 `\(folder)`\n提示：请核对名称和权限", en: "the folder `\(folder)` cannot be made\nhelp: check the name and the permissions"))
    }
    let office = form ? nil : try self.office.office()
    var files = 0, rows = 0
    for schema in ExportTables.all where schema != Division.schema {
      let target = try ExportTarget("\(folder)/\(schema.plural).csv", overwrite: overwrite)
      if let office { rows += try export(schema, office, to: target) } else { target.write(TableForm.text(schema)) }
      try target.close()
      files += 1
    }
    Terminal.say(
      form ? lang("\(folder)：\(files) 张表样", "\(folder): \(files) forms") : lang("\(folder)：\(files) 个文件，\(rows) 行", "\(folder): \(files) files, \(rows) rows"))
  }

  // MARK: Open311

  private func exportOpen311() throws {
    let form = try format.map { try Open311Form(word: $0) } ?? .json
    guard !self.form else {
      throw OfficeError(
        "no-form", Bilingual(zh: "open311 没有表样\n提示：投诉的表样用 xize export complaints --form", en: "open311 has no form to fill in\nhelp: xize export complaints --form has one"))
    }
    let filter = try filter()
    let scope = try scope.scope(), cut = try self.scope.cut()
    if services {
      let target = try ExportTarget(out, overwrite: overwrite)
      Open311Services.write(form: form) { target.write($0) }
      return try target.close()
    }
    let office = try office.office()
    let target = try ExportTarget(out, overwrite: overwrite)
    try office.register.exportOpen311(form: form, filter: filter, scope: scope, asOf: cut, rulebook: office.rulebook) { target.write($0) }
    try target.close()
  }

  private func filter() throws -> Open311Filter {
    func day(_ text: String?) throws -> Day? {
      guard let text else { return nil }
      guard let day = Day(text) else {
        throw OfficeError("bad-day", Bilingual(zh: "`\(text)` 不是日期\n提示：写作 2026-09-30", en: "`\(text)` is no day\nhelp: write 2026-09-30"))
      }
      return day
    }
    guard let status else { return Open311Filter(from: try day(from), to: try day(to)) }
    guard status == "open" || status == "closed" else {
      throw OfficeError(
        "bad-status", Bilingual(zh: "没有状态 `\(status)`\n提示：open、closed", en: "there is no status `\(status)`\nhelp: open, closed"))
    }
    return Open311Filter(from: try day(from), to: try day(to), isOpen: status == "open")
  }
}

extension Open311Form {
  init(word: String) throws {
    guard let form = Open311Form(rawValue: word.lowercased()) else {
      throw OfficeError(
        "bad-format", Bilingual(zh: "Open311 没有格式 `\(word)`\n提示：json、xml", en: "Open311 has no format `\(word)`\nhelp: json, xml"))
    }
    self = form
  }
}

/// The tables that can be exported.
enum ExportTables {
  static let all: [TableSchema] = [OfficerTable.schema] + CitySchema.storedTables

  static func schema(_ word: String) -> TableSchema? { all.first { $0.plural == word || $0.name == word || $0.chinese == word } }

  /// The divisions come with the register: nobody fills them in.
  static func check(form schema: TableSchema) throws {
    guard schema == Division.schema else { return }
    throw OfficeError(
      "no-form", Bilingual(zh: "区划随台账建立，没有表样\n提示：xize export divisions 列出代码", en: "the divisions come with the register and have no form\nhelp: xize export divisions lists their codes"))
  }
}
