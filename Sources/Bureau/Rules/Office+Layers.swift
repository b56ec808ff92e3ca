public import CityModel
public import Columns
internal import DistrictRules
internal import LuaRuntime
internal import LuaSyntax
internal import Register

extension Office {
  /// Who changes what since when: the city's value or rule, then every division's revisions that touch it.
  ///
  /// - Parameter subject: `city/D10`, a parameter (`credit.complaintPoints`), a procedure (`city/fund-emergency`), or the name
  ///   of a rule or file.
  /// - Throws: ``OfficeError``: `unknown-layer` with what there is.
  public func layers(_ subject: String, on day: Day, say: (Bilingual) -> String = { $0.zh }) throws(OfficeError) -> ResultTable {
    var table = ResultTable(columns: [
      .init("layer", title: "层", type: .enumeration(OfficeWords.layers)), .init("division", title: "区划"), .init("revision", title: "修订"),
      .init("kind", title: "类别", type: .enumeration(OfficeWords.kinds)),
      .init("name", title: "名称"), .init("value", title: "内容"), .init("from", title: "自"), .init("to", title: "至"),
      .init("document", title: "文号"), .init("officer", title: "经办"),
    ])
    let name = subject.hasPrefix("city/") ? String(subject.dropFirst(5)) : subject
    table.rows += cityLayers(name, subject, say)
    do {
      for division in [Divisions.changzhi["1404"]].compactMap({ $0 }) + Divisions.changzhi.counties {
        table.rows += try layers(of: division, name, subject, on: day, say)
      }
    } catch {
      throw OfficeError(error)
    }
    guard !table.rows.isEmpty else {
      let items = ScoreItem.all.map(\.code).joined(separator: " ")
      throw OfficeError(
        "unknown-layer",
        Bilingual(
          zh: "没有 `\(subject)`\n提示：评分项（\(items)）、参数名、city/fund-emergency 等程序，或规则名",
          en: "there is no `\(subject)`\nhelp: an item of the score (\(items)), a parameter, a procedure such as city/fund-emergency, or a rule"))
    }
    return table
  }

  private func cityLayers(_ name: String, _ subject: String, _ say: (Bilingual) -> String) -> [[Cell]] {
    var rows: [[Cell]] = []
    if let item = ScoreItem.code(name) {
      rows.append([
        "city", "1404", .empty, "item", .text(item.code), .text(say(Bilingual(zh: item.chinese, en: item.english))), .empty, .empty,
        .text(item.article), .empty,
      ])
    }
    // The parameters of an item are named by its code: `item.D10.points`.
    let lower = name.lowercased()
    for parameter in CityParameters.all
    where parameter.name == name || parameter.chinese == name || parameter.name.lowercased().split(separator: ".").contains(where: { $0 == lower || $0.hasPrefix(lower + "-") }) {
      let history = rulebook.parameters.history(parameter.name)
      for (index, entry) in history.enumerated() {
        let until = entry.to ?? (index + 1 < history.count ? history[index + 1].from.adding(days: -1) : nil)
        rows.append([
          "city", "1404", .empty, "parameter", .parameter(parameter.name), .init(entry.value.said), .day(entry.from), until.map { .day($0) } ?? .empty,
          .text(entry.source), .init(entry.mark.rawValue, of: OfficeWords.marks),
        ])
      }
    }
    if subject.hasPrefix("city/"), let kind = FundProcedures.Kind(rawValue: name.replacingPrefix("fund-")) {
      rows.append(["city", "1404", .empty, "procedure", .procedure(subject), .init(FundProcedures.title(kind)), .empty, .empty, "A14", .empty])
    }
    return rows
  }

  private func layers(
    of division: Division, _ name: String, _ subject: String, on day: Day, _ say: (Bilingual) -> String
  ) throws -> [[Cell]] {
    let revisions = try register.ruleRevisions(of: division.code)
    guard !revisions.isEmpty else { return try folderLayers(of: division, name, subject, on: day, say) }
    var rows: [[Cell]] = []
    var last: [String: (row: Int, from: Day, to: Day?)] = [:]
    for revision in revisions {
      for file in revision.files {
        let touched = file.declarations.elements.filter { one in
          let words = [one["name"]?.text, one["relates"]?.text].compactMap { $0 }
          return RuleName.matches(name, file: file.name, declared: words) || words.contains(subject)
        }
        guard let declared = touched.first else { continue }
        if let (row, from, to) = last[file.name] {
          let end = min(to ?? .distant, revision.startsOn.adding(days: -1))
          // One that is overtaken before its first day has no days at all.
          rows[row][7] = end < from ? .text(say(Bilingual(zh: "从未施行", en: "never in force"))) : .day(end)
        }
        last[file.name] = (row: rows.count, from: revision.startsOn, to: revision.impactedTo)
        rows.append([
          .text(division.code == "1404" ? "city" : "district"), .text(division.code), .integer(Int64(revision.number)),
          .text(revision.kind == .repeal ? "repeal" : declared["kind"]?.text ?? ""), .text(declared["name"]?.text ?? ""),
          .text(said(declared, of: file, in: division, say)), .day(revision.startsOn), revision.impactedTo.map { .day($0) } ?? .empty,
          .text(revision.document), .text(revision.officer),
        ])
      }
    }
    return rows
  }

  /// What a rule does: of a procedure what `xize say` prints of its steps, of any other rule its title.
  private func said(
    _ declaration: Declaration, of script: Script, _ session: ScriptSession, _ say: (Bilingual) -> String
  ) throws -> String {
    guard declaration.kind == .procedure else { return declaration.title }
    let zh = try session.steps(script, in: .chinese)[declaration.name], en = try session.steps(script, in: .english)[declaration.name]
    return say(Bilingual(zh: zh ?? declaration.title, en: en ?? declaration.title))
  }

  /// The same of a rule that was enacted: its title where its text is read no longer.
  private func said(_ declared: JSONValue, of file: RuleRevision.File, in division: Division, _ say: (Bilingual) -> String) -> String {
    let title = declared["title"]?.text ?? ""
    guard let text = file.text, let session = try? emptySession(on: nil) else { return title }
    let script = Script(name: "\(scripts.path)/\(file.name)", bytes: text)
    let declaration = try? session.load(script).first { $0.name == declared["name"]?.text }
    return declaration.flatMap { try? said($0, of: script, session, say) } ?? title
  }

  /// A session that reads scripts without rows.
  private func emptySession(on day: Day?) throws -> ScriptSession {
    try ScriptSession(Snapshot(cut: day?.end ?? Moment(seconds: 0), rulebook: rulebook, tables: []), limits: .init(time: .seconds(10)))
  }

  /// A division that has enacted nothing: what its folder would change, and that it is not enacted.
  private func folderLayers(
    of division: Division, _ name: String, _ subject: String, on day: Day, _ say: (Bilingual) -> String
  ) throws -> [[Cell]] {
    let scripts = try rules(of: division.code, days: day...day).scripts
    guard !scripts.isEmpty else { return [] }
    let session = try emptySession(on: day)
    var rows: [[Cell]] = []
    for one in scripts {
      for declaration in try session.load(one.script) {
        let words = [declaration.name, declaration.relatedItem].compactMap { $0 }
        guard RuleName.matches(name, file: one.name, declared: words) || words.contains(subject) else { continue }
        let days = declaration.heading.effective
        rows.append([
          .text(division.code == "1404" ? "city" : "district"), .text(division.code),
          .text(say(Bilingual(zh: "未施行", en: "not enacted"))), .text(declaration.kind.rawValue), .text(declaration.name), .text(try said(declaration, of: one.script, session, say)),
          .day(days.from), days.to.map { .day($0) } ?? .empty, .text(declaration.basis.description), .empty,
        ])
      }
    }
    return rows
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self }
}
