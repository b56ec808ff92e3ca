internal import CityModel
public import Columns
public import DistrictRules
public import LuaRuntime
internal import LuaSyntax
public import Register

/// What is enacted, and on whose word.
public struct EnactmentOrder: Sendable {
  public var scripts: [Script]
  /// The document by which the rules are enacted.
  public var document: String
  public var officer: String
  /// Who reviewed the legality of the basis, and the review's number.
  public var reviewedBy: String?
  public var reviewDocument: String?
  /// Day on which the basis was published; a script's own `published` stands in for it.
  public var published: Day?
  /// First day in force; `nil` for the rules' own.
  public var from: Day?
  /// The token that `preview` gave.
  public var preview: String?

  public init(
    scripts: [Script], document: String, officer: String, reviewedBy: String? = nil, reviewDocument: String? = nil,
    published: Day? = nil, from: Day? = nil, preview: String? = nil
  ) {
    self.scripts = scripts
    self.document = document
    self.officer = officer
    self.reviewedBy = reviewedBy
    self.reviewDocument = reviewDocument
    self.published = published
    self.from = from
    self.preview = preview
  }
}

extension Office {
  /// Enacts scripts of one division: from then on runs go by the text that the register keeps.
  ///
  /// - Throws: ``OfficeError``, each refusal with the clause: `officer-division`, `outside-folder`, `legality-review-missing`,
  ///   `publication-missing`, `basis-expired`, `reaches-back`, `preview-missing`, `preview-other`, `preview-stale`,
  ///   `preview-differs`, and `check-failed` with what `check` finds.
  /// - Parameter warnings: is told what `check` warns of; it keeps nothing from being enacted.
  public func enact(
    _ order: EnactmentOrder, limits: Engine.Limits = .init(time: .seconds(60)), at now: Moment, warnings: (CheckReport) -> Void = { _ in }
  ) throws(OfficeError) -> RuleRevision {
    let clauses = RuleClauses(office: self, now: now)
    let division = try clauses.division(of: order.scripts, folder: scripts.path)
    let officer = try clauses.officer(order.officer, for: division)
    guard !order.document.isEmpty else { throw Refused.documentMissing() }
    guard let reviewer = order.reviewedBy, !reviewer.isEmpty, let review = order.reviewDocument, !review.isEmpty else {
      throw Refused.because(
        "legality-review-missing", "规范性文件合法性审核", zh: "没有合法性审核记录", en: "there is no record of a legality review",
        help: Bilingual(zh: "加 --reviewed-by 和 --review-document", en: "give --reviewed-by and --review-document"))
    }
    do {
      let declarations = try load(order.scripts, on: now)
      let published = try clauses.publication(order, declarations.map(\.declaration))
      let days = declarations.map(\.declaration.heading.effective)
      let start = order.from ?? days.map(\.from).min() ?? now.day
      let report = try check(order.scripts, enactedBy: order.document, from: start, on: now.day)
      guard report.errors == 0 else { throw Refused.checkFailed(report) }
      if !report.findings.isEmpty { warnings(report) }
      try clauses.reachesForward(start, division)
      try clauses.preview(order, division, limits)
      let ends = days.map(\.to)
      let areas = division == "1404" ? Divisions.changzhi.counties.map(\.code) : [division]
      let files = order.scripts.map { script in
        let one = ScriptFolder.inForce(script)
        return RuleRevision.File(
          name: one.name, sha256: one.sha256, text: script.source.bytes,
          declarations: .array(
            declarations.filter { $0.script == script.name }.map { declared in
              .object([
                "kind": .text(declared.declaration.kind.rawValue), "name": .text(declared.declaration.name),
                "title": .text(declared.declaration.title), "basis": .text(declared.declaration.basis.description),
                "relates": JSONValue(declared.declaration.relatedItem),
              ])
            }))
      }
      return try register.store(
        RuleRevision(
          division: division, kind: .enact, startsOn: start, files: files, document: order.document, reviewedBy: reviewer,
          reviewDocument: review, publishedOn: published, impactedFrom: start,
          impactedTo: ends.contains(where: { $0 == nil }) ? nil : ends.compactMap { $0 }.max(), areas: areas, preview: order.preview),
        by: Attribution(officer: officer.id, role: officer.role, moment: now, document: order.document))
    } catch {
      throw OfficeError(error)
    }
  }

  /// Ends a file's force: from a day on its division is without it.
  ///
  /// - Parameter name: the file (`lift-entrapment.lua`), with or without its folder and ending, or a declaration in it.
  /// - Throws: ``OfficeError``: `unknown-rule`, `reaches-back`, `officer-division`.
  public func repeal(
    _ name: String, division asked: String? = nil, from day: Day, document: String, officer code: String, at now: Moment
  ) throws(OfficeError) -> RuleRevision {
    let clauses = RuleClauses(office: self, now: now)
    guard !document.isEmpty else { throw Refused.documentMissing() }
    do {
      guard let acting = try register.officer(code) else { throw Refused.unknownOfficer(code) }
      let division = asked ?? (acting.level == .city ? "1404" : acting.division)
      let officer = try clauses.officer(code, for: division)
      let inForce = RuleTimeline(try register.ruleRevisions(of: division)).scripts(within: day...Day.distant, folder: scripts.path)
      let revisions = try register.ruleRevisions(of: division)
      let files = revisions.flatMap(\.files).filter { file in
        RuleName.matches(name, file: file.name, declared: file.declarations.elements.compactMap { $0["name"]?.text })
      }
      guard let file = files.last, inForce.contains(where: { $0.name == file.name }) else {
        let known = Set(inForce.map(\.name)).sorted().joined(separator: ", ")
        let help =
          known.isEmpty
          ? Bilingual(zh: "该区划没有施行中的规则；施行过的才能废止", en: "the division has no rule in force; only what was enacted can be repealed")
          : Bilingual(zh: "有 \(known)", en: "there are \(known)")
        throw OfficeError(
          "unknown-rule",
          Bilingual(
            zh: "\(division) 自 \(day) 起没有施行中的 `\(name)`\n提示：\(help.zh)", en: "\(division) has no `\(name)` in force from \(day)\nhelp: \(help.en)"))
      }
      try clauses.reachesForward(day, division)
      return try register.store(
        RuleRevision(
          division: division, kind: .repeal, startsOn: day,
          files: [.init(name: file.name, sha256: nil, text: nil, declarations: file.declarations)], document: document, impactedFrom: day,
          areas: division == "1404" ? Divisions.changzhi.counties.map(\.code) : [division]),
        by: Attribution(officer: officer.id, role: officer.role, moment: now, document: document))
    } catch {
      throw OfficeError(error)
    }
  }

  private func load(_ scripts: [Script], on now: Moment) throws -> [(script: String, declaration: Declaration)] {
    let session = try ScriptSession(Snapshot(cut: now, rulebook: rulebook, tables: []), limits: .init(time: .seconds(10)))
    var declared: [(script: String, declaration: Declaration)] = []
    for script in scripts { for one in try session.load(script) { declared.append((script: script.name, declaration: one)) } }
    guard !declared.isEmpty else {
      throw Refused.because(
        "nothing-declared", "D8", zh: "脚本里没有声明任何规则", en: "the scripts declare no rule")
    }
    return declared
  }
}

extension Day {
  /// Later than any day that matters here.
  static let distant = Day(ordinal: 1_000_000)
}

/// The clauses of enactment: one function each.
struct RuleClauses {
  let office: Office
  let now: Moment

  /// A district writes in its own folder only.
  func division(of scripts: [Script], folder: String) throws(OfficeError) -> String {
    guard let first = scripts.first else {
      throw Refused.because("nothing-declared", "D8", zh: "没有指明脚本", en: "no script is named")
    }
    guard let division = first.division, Divisions.changzhi[division] != nil, scripts.allSatisfy({ $0.division == division }) else {
      let other = scripts.first { $0.division == nil || $0.division != first.division } ?? first
      throw Refused.because(
        "outside-folder", "D10", zh: "`\(other.name)` 不在该县（区）自己的文件夹里", en: "`\(other.name)` is outside the division's own folder",
        help: Bilingual(zh: "放进以区划代码开头的文件夹，如 140403-luzhou", en: "put it into the folder whose name begins with the division's code, such as 140403-luzhou"))
    }
    return division
  }

  /// An officer of that division: of the county for a county's rules, of the city for the city's.
  func officer(_ code: String, for division: String) throws(OfficeError) -> Officer {
    let found: Officer?
    do { found = try office.register.officer(code) } catch { throw OfficeError(error) }
    guard let officer = found else { throw Refused.unknownOfficer(code) }
    guard officer.isInOffice(on: now.day) else {
      throw Refused.because(
        "officer-not-in-office", "D13", zh: "\(officer.name)在 \(now.day) 不在任", en: "\(officer.name) is not in office on \(now.day)")
    }
    let level: Division.Level = division == "1404" ? .city : .county
    guard officer.level == level, officer.division.hasPrefix(division) else {
      throw Refused.because(
        "officer-division", "D10, D13", zh: "\(officer.name)（\(officer.division)）不是 \(division) 的工作人员，不能施行其规则",
        en: "\(officer.name) (\(officer.division)) is not an officer of \(division) and cannot enact its rules")
    }
    return officer
  }

  /// What binds people has been published, and still is in force.
  func publication(_ order: EnactmentOrder, _ declarations: [Declaration]) throws(OfficeError) -> Day {
    guard let published = order.published ?? declarations.compactMap(\.basis.published).max() else {
      throw Refused.because(
        "publication-missing", "政府信息公开条例", zh: "依据没有公布记录", en: "there is no record that the basis was published",
        help: Bilingual(zh: "加 --published，或在 依据 里写 公布", en: "give --published, or write `published` in the basis"))
    }
    guard published <= now.day else {
      throw Refused.because(
        "publication-missing", "政府信息公开条例", zh: "依据要到 \(published) 才公布", en: "the basis is to be published on \(published) only")
    }
    for declaration in declarations {
      if let expires = declaration.basis.expires, expires < now.day {
        throw Refused.because(
          "basis-expired", "规范性文件有效期", zh: "`\(declaration.name)` 的依据已于 \(expires) 失效", en: "the basis of `\(declaration.name)` expired on \(expires)")
      }
      let days = declaration.heading.effective
      if let first = order.published ?? declaration.basis.published, days.from < first {
        throw Refused.because(
          "before-publication", "立法法 104", zh: "`\(declaration.name)` 自 \(days.from) 施行，早于公布日 \(first)",
          en: "`\(declaration.name)` would be in force from \(days.from), before its publication on \(first)")
      }
    }
    return published
  }

  /// A period that has been published stays as it is.
  func reachesForward(_ start: Day, _ division: String) throws(OfficeError) {
    let codes = division == "1404" ? ["1404"] + Divisions.changzhi.counties.map(\.code) : ["1404", division]
    var last: Publication?
    do {
      for code in codes {
        for one in try office.register.publications(of: code) where last.map({ one.lastDay > $0.lastDay }) ?? true { last = one }
      }
    } catch {
      throw OfficeError(error)
    }
    guard let last, start <= last.lastDay else { return }
    throw Refused.because(
      "reaches-back", "立法法 104", zh: "施行日 \(start) 在已公布的期间 \(last.period) 之内（至 \(last.lastDay)）",
      en: "it would be in force from \(start), inside the published period \(last.period) (to \(last.lastDay))",
      help: Bilingual(zh: "用 --from \(last.lastDay.adding(days: 1)) 或更晚", en: "give --from \(last.lastDay.adding(days: 1)) or later"))
  }

  /// Whoever enacts has seen what it changes, on the data as they are.
  func preview(_ order: EnactmentOrder, _ division: String, _ limits: Engine.Limits) throws(OfficeError) {
    guard let text = order.preview else {
      throw Refused.because(
        "preview-missing", "D11", zh: "没有预览", en: "there is no preview",
        help: Bilingual(zh: "先运行 `xize preview`，再加 --preview 和它给出的编号", en: "run `xize preview` first, then give --preview with the token it prints"))
    }
    guard let token = PreviewToken(text), let period = Period(token.period), token.district == division,
      token.scripts == PreviewToken.hash(order.scripts)
    else {
      throw Refused.because(
        "preview-other", "D11", zh: "该预览是另一些脚本或另一个县（区）的", en: "the preview is of other scripts or another district",
        help: Bilingual(zh: "脚本改动后请重新预览", en: "preview again after changing a script"))
    }
    let position: Int64
    do { position = try office.register.ledgerPosition() } catch { throw OfficeError(error) }
    guard token.position == position else {
      throw Refused.because(
        "preview-stale", "D11", zh: "预览看到的是台账第 \(token.position) 条，现已到第 \(position) 条",
        en: "the preview showed the ledger at position \(token.position), which is now at \(position)",
        help: Bilingual(zh: "请重新预览", en: "preview again"))
    }
    let again = try office.preview(
      PreviewRequest(
        scripts: order.scripts, county: division == "1404" ? nil : division, period: period, against: token.against, from: order.from),
      limits: limits)
    guard again.token == text else {
      throw Refused.because(
        "preview-differs", "D11", zh: "现在的结果与预览不同", en: "what it would change is not what the preview showed",
        help: Bilingual(zh: "用同样的 --from 重新预览", en: "preview again, with the same --from"))
    }
  }
}

/// Refusals, worded alike: the sentence, the clause, what to do.
enum Refused {
  static func because(_ code: String, _ clause: String, zh: String, en: String, help: Bilingual? = nil) -> OfficeError {
    OfficeError(
      code,
      Bilingual(
        zh: "\(zh)（\(clause)）" + (help.map { "\n提示：\($0.zh)" } ?? ""), en: "\(en) (\(clause))" + (help.map { "\nhelp: \($0.en)" } ?? "")))
  }

  static func checkFailed(_ report: CheckReport) -> OfficeError {
    func shown(_ language: Language) -> String { report.findings.map { "\n" + $0.rendered(language) }.joined() }
    return OfficeError(
      "check-failed",
      Bilingual(
        zh: "检查有 \(report.errors) 个错误，不能颁布（D10）" + shown(.chinese),
        en: "the check finds \(report.errors) error\(report.errors == 1 ? "" : "s"): it cannot be enacted (D10)" + shown(.english)))
  }

  static func documentMissing() -> OfficeError {
    because(
      "document-missing", "D11", zh: "没有文号", en: "no document is named", help: Bilingual(zh: "加 --document", en: "give --document"))
  }

  static func unknownOfficer(_ code: String) -> OfficeError {
    because(
      "unknown-officer", "D13", zh: "台账中没有工作人员 `\(code)`", en: "there is no officer `\(code)` in the register",
      help: Bilingual(zh: "请导入 officers.csv，或核对工号", en: "import officers.csv, or check the number"))
  }
}
