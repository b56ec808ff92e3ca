internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import Foundation
internal import Register

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import files: every row is stored, already known, or in quarantine with its line and reason.",
    discussion: """
      WHAT is a table (complaints, enterprises, officers, …), whose columns are the model's own, or all for a folder of
      such files. With --mapping, complaints are read from any export, as the mapping says. A .gz file is read as it is.
      open311 is a document of service requests (GeoReport v2), JSON or XML: --mapping then gives the table of categories,
      a refused request is told by its number in the document, and what is closed there is basically closed here.
      Exit code 3: some rows are in quarantine.

      What is reported is kept, also what was against the city's text: such rows are stored, and listed by article. A row that cannot
      be true (votes beyond the register, a sum that does not add up) goes to quarantine, and so does one that would change what an
      officer has decided: that is a command. Once officers are in the register, who changes a row or signs an import is one of
      them: --officer. An enterprise whose code was issued without right check digits comes with a column override: why it is taken.

      Examples:
        xize import all city
        xize import complaints hotline.csv --mapping scripts/mappings/chicago-sanitation/mapping.yaml
        xize import enterprises enterprises.csv --encoding gbk
        xize import open311 requests.json --source 12345
        xize import open311 requests.xml --format xml --mapping scripts/mappings/changzhi-12345/mapping.yaml
      """)

  @Argument(help: ArgumentHelp("A table, all, or open311.", valueName: "what")) var what: String
  @Argument(help: ArgumentHelp("The file, or for all a folder.", valueName: "path")) var path: String
  @Option(help: ArgumentHelp("How the columns of a foreign export are read.", valueName: "file")) var mapping: String?
  @Option(help: ArgumentHelp("utf-8 or gbk.", valueName: "encoding")) var encoding: String = "utf-8"
  @Option(help: ArgumentHelp("Who imports, for the ledger.", valueName: "officer")) var officer: String = Attribution.nobody
  @Option(help: ArgumentHelp("For open311: what stands as the complaints' source. Default: the mapping's, else open311.", valueName: "name"))
  var source: String?
  @Option(
    name: [.customShort("f"), .long],
    help: ArgumentHelp("Of the summary: table, csv, json or markdown; for open311 of the document: json or xml. Default: what it is.", valueName: "format"))
  var format: String?
  @OptionGroup var office: OfficeOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      guard let encoding = FileEncoding(rawValue: encoding.lowercased()) else {
        throw OfficeError(
          "bad-encoding", Bilingual(zh: "没有编码 `\(encoding)`\n提示：utf-8、gbk", en: "there is no encoding `\(encoding)`\nhelp: utf-8, gbk"))
      }
      if what == "open311" { return try importOpen311(encoding) }
      guard source == nil else {
        throw OfficeError(
          "source-without-open311", Bilingual(zh: "--source 只用于 open311\n提示：其他文件的来源在 source 列或映射里", en: "--source is for open311\nhelp: elsewhere the source is a column or the mapping's"))
      }
      guard mapping == nil || [Complaint.schema.plural, Complaint.schema.name, Complaint.schema.chinese].contains(what) else {
        throw OfficeError(
          "mapping-without-file",
          Bilingual(zh: "映射只用于一个投诉文件\n提示：xize import complaints 文件 --mapping 映射", en: "a mapping is for one file of complaints\nhelp: xize import complaints FILE --mapping MAPPING"))
      }
      let register = try Register.open(at: office.registerPath, clock: Clock.recording)
      var summaries: [ImportSummary] = []
      for (schema, file) in try files() {
        summaries.append(try one(schema, file, encoding, register))
      }
      let breaches = try register.breaches(ofImports: summaries, on: Clock.now.day, rulebook: Rulebook.standard())
      try register.close()
      try show(summaries, breaches, as: format ?? "table")
    }
  }

  private func show(_ summaries: [ImportSummary], _ breaches: [Breach], as format: String) throws {
    var options = FormatOptions()
    options.format = format
    try options.write(ImportTable.table(summaries), lang.language)
    for summary in summaries { notes(summary) }
    BreachNotes.tell(breaches, lang)
    if summaries.contains(where: { $0.quarantined > 0 }) { throw Exit.quarantined }
  }

  private func importOpen311(_ encoding: FileEncoding) throws {
    let form = try format.map { try Open311Form(word: $0) }
    let mapping = try mapping.map { try ComplaintMapping.load($0) }
    let register = try Register.open(at: office.registerPath)
    let summary = try register.importOpen311(
      from: path, form: form, source: source, mapping: mapping, encoding: encoding,
      by: Attribution(officer: officer, role: "import", moment: Clock.now))
    let breaches = try register.breaches(ofImports: [summary], on: Clock.now.day, rulebook: Rulebook.standard())
    try register.close()
    let words = summary.unknownWords.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    if !words.isEmpty {
      let list = words.prefix(10).map { "`\($0.key)` \($0.value)" }.joined(separator: ", ")
      Terminal.note(lang("未分类的服务：\(list)", "services of no category: \(list)"))
    }
    try show([summary], breaches, as: "table")
  }

  private func one(_ schema: TableSchema, _ file: String, _ encoding: FileEncoding, _ register: Register) throws -> ImportSummary {
    let bar = ProgressBar(schema.plural, unit: lang("行", "rows"))
    defer { bar.finish() }
    let who = Attribution(officer: officer, role: "import", moment: Clock.now)
    let show: (ImportProgress) -> Void = { bar.update(done: Int($0.bytes), total: Int($0.size), rows: $0.rows) }
    if let mapping, schema == Complaint.schema {
      return try register.importComplaints(
        from: file, mapping: try ComplaintMapping.load(mapping), encoding: encoding, by: who, progress: show)
    }
    return try register.importTable(schema, from: file, encoding: encoding, by: who, progress: show)
  }

  /// The tables to import and their files, in an order in which each refers to earlier ones.
  private func files() throws -> [(TableSchema, String)] {
    let order: [TableSchema] = [OfficerTable.schema] + CitySchema.storedTables.filter { $0.name != "division" }
    if what == "all" {
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw OfficeError(
          "missing-file", Bilingual(zh: "没有文件夹 `\(path)`\n提示：请核对名称", en: "there is no folder `\(path)`\nhelp: check the name"))
      }
      guard isFolder.boolValue else {
        throw OfficeError(
          "not-a-folder",
          Bilingual(
            zh: "`\(path)` 是文件，不是文件夹\n提示：导入一个文件时请写表名，如 xize import complaints \(path)",
            en: "`\(path)` is a file, not a folder\nhelp: name the table to import one file: xize import complaints \(path)"))
      }
      let found = order.compactMap { schema -> (TableSchema, String)? in
        for name in ["\(schema.plural).csv", "\(schema.plural).csv.gz"] where FileManager.default.fileExists(atPath: "\(path)/\(name)") {
          return (schema, "\(path)/\(name)")
        }
        return nil
      }
      guard !found.isEmpty else {
        throw OfficeError(
          "nothing-to-import",
          Bilingual(
            zh: "`\(path)` 里没有可导入的文件\n提示：需要 enterprises.csv、projects.csv 等", en: "`\(path)` holds nothing to import\nhelp: it needs enterprises.csv, projects.csv and so on"))
      }
      return found
    }
    guard let schema = order.first(where: { $0.plural == what || $0.name == what || $0.chinese == what }) else {
      let names = order.map(\.plural).joined(separator: ", ")
      throw OfficeError(
        "unknown-table", Bilingual(zh: "没有表 `\(what)`\n提示：\(names)、all", en: "there is no table `\(what)`\nhelp: \(names), or all"))
    }
    return [(schema, path)]
  }

  private func notes(_ summary: ImportSummary) {
    for fault in summary.firstFaults {
      Terminal.note("\(summary.file):\(fault.line): \(fault.code): \(lang(fault.message.zh, fault.message.en))")
    }
    if summary.quarantined > summary.firstFaults.count {
      Terminal.note(
        lang(
          "…另有 \(summary.quarantined - summary.firstFaults.count) 行在隔离区", "… and \(summary.quarantined - summary.firstFaults.count) more rows in quarantine"))
    }
    for note in summary.notes { Terminal.note("\(summary.file): \(lang(note.zh, note.en))") }
  }
}

/// What became of every row that was read.
enum ImportTable {
  static func table(_ summaries: [ImportSummary]) -> ResultTable {
    ResultTable(
      columns: [
        .init("table", title: "表"), .init("read", title: "读取"), .init("stored", title: "入库"), .init("known", title: "已有"),
        .init("quarantined", title: "隔离"), .init("changed", title: "其中更新"),
      ],
      rows: summaries.map { summary in
        [
          .init(CitySchema.said(plural: summary.table)), .integer(Int64(summary.read)), .integer(Int64(summary.stored)), .integer(Int64(summary.known)),
          .integer(Int64(summary.quarantined)), .integer(Int64(summary.changed)),
        ]
      })
  }
}
