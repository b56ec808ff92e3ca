public import CityModel
internal import Columns
internal import DistrictRules
public import LuaRuntime
internal import Register

/// The rows of the counties that a preview looks at, loaded once: who changes a rule and looks again need not load again.
public struct PreviewRows: Sendable {
  fileprivate let snapshots: [String: Snapshot]
}

extension Office {
  /// Loads the rows that previews of a request's scripts, division and period look at.
  ///
  /// - Throws: ``OfficeError``.
  public func previewRows(_ request: PreviewRequest, progress: (Division) -> Void = { _ in }) throws(OfficeError) -> PreviewRows {
    var snapshots: [String: Snapshot] = [:]
    for county in counties(of: try self.division(of: request)) {
      progress(county)
      snapshots[county.code] = try previewSnapshot(county, request)
    }
    return PreviewRows(snapshots: snapshots)
  }

  private func previewSnapshot(_ county: Division, _ request: PreviewRequest) throws(OfficeError) -> Snapshot {
    try snapshot(.county(county.code), asOf: request.period.cut, preload: DistrictDesk.columns)
  }

  private func counties(of division: String) -> [Division] {
    division == "1404" ? Divisions.changzhi.counties : [Divisions.changzhi[division]].compactMap { $0 }
  }

  /// Works out what scripts would change, on the register as it stands, and writes nothing.
  ///
  /// - Parameter rows: what was loaded for the same division and period; without it, it is loaded here.
  /// - Throws: ``OfficeError``: a script that does not load, or no district to look at.
  public func preview(
    _ request: PreviewRequest, rows: PreviewRows? = nil, limits: Engine.Limits = .init(time: .seconds(60)), progress: (Division) -> Void = { _ in }
  ) throws(OfficeError) -> Preview {
    let division = try self.division(of: request)
    var preview = Preview(
      period: request.period, against: request.against, position: 0, districts: [], rules: [], notEnacted: [], token: "")
    for county in counties(of: division) {
      progress(county)
      let base: Snapshot
      if let loaded = rows?.snapshots[county.code] { base = loaded } else { base = try previewSnapshot(county, request) }
      let desk = try PreviewDesk(base, office: self, county: county, request: request, division: division, limits: limits)
      preview.districts.append(try desk.preview())
      preview.position = max(preview.position, desk.old.snapshot.ledgerPosition)
      if preview.rules.isEmpty { preview.rules = desk.declared }
      for code in desk.notEnacted where !preview.notEnacted.contains(code) { preview.notEnacted.append(code) }
    }
    preview.token =
      PreviewToken(
        position: preview.position, district: division, period: request.period.name, against: request.against,
        scripts: PreviewToken.hash(request.scripts), digest: preview.digest
      ).text
    return preview
  }

  private func division(of request: PreviewRequest) throws(OfficeError) -> String {
    if let county = request.county { return county }
    let divisions = Set(request.scripts.compactMap(\.division))
    guard divisions.count == 1, let division = divisions.first, Divisions.changzhi[division] != nil else {
      throw OfficeError(
        "no-division",
        Bilingual(
          zh: "脚本不在同一个县（区）的文件夹里\n提示：用 --district 指明县（区），或把脚本放进如 140403-luzhou 的文件夹",
          en: "the scripts are not in one division's folder\nhelp: give --district, or put them into a folder such as 140403-luzhou"))
    }
    return division
  }
}

/// One county's preview: its rows are loaded once, and judged under both sets of rules.
struct PreviewDesk {
  let office: Office
  let county: Division
  let request: PreviewRequest
  /// The rows under the rules as they are, and as they would be.
  let old: RuledSession
  let new: RuledSession
  let declared: [Preview.Rule]
  let notEnacted: [String]
  /// The county's own scripts, and all of them, before and after.
  let before: [ScriptInForce]
  let after: [ScriptInForce]
  private let row: Int?
  private let boards: (old: ScoreBoard, new: ScoreBoard)

  var snapshot: Snapshot { old.snapshot }
  private var session: ScriptSession { old.session }

  init(_ base: Snapshot, office: Office, county: Division, request: PreviewRequest, division: String, limits: Engine.Limits) throws(OfficeError) {
    self.office = office
    self.county = county
    self.request = request
    let period = request.period
    do {
      row = try CityAdvisor.countyRow(of: base)
      declared = try PreviewDesk.declared(request, try ScriptSession(base, limits: limits))
      let new = request.scripts.map { ScriptFolder.inForce($0) }
      let names = Set(new.map(\.name)), texts = Set(new.map(\.script.name))
      var scripts: [ScriptInForce] = []
      var missing: [String] = []
      for code in ["1404", county.code] {
        let choice: RulesChoice = request.against == .city ? .city : .inForce
        let rules = try office.rules(of: code, days: period.yearToDate, choice: choice)
        if rules.source == .notEnacted, !rules.scripts.isEmpty { missing.append(code) }
        // The folder holds the very scripts that are looked at: they are not in force yet.
        scripts += rules.source == .notEnacted ? rules.scripts.filter { !names.contains($0.name) && !texts.contains($0.script.name) } : rules.scripts
      }
      notEnacted = missing
      before = scripts
      after = PreviewDesk.applying(new, from: request.from, declared, to: scripts)
      old = try RuledSession(base, scripts: before, limits: limits)
      self.new = try RuledSession(base, scripts: after, limits: limits)
      let board = try ScoreBoard.compute(old.snapshot, on: period.lastDay, county: row)
      let isSame = !old.law.hasThresholds && !self.new.law.hasThresholds && !old.law.hasDuties && !self.new.law.hasDuties
      boards = (board, isSame ? board : try ScoreBoard.compute(self.new.snapshot, on: period.lastDay, county: row))
    } catch {
      throw OfficeError(error)
    }
  }

  private static func declared(_ request: PreviewRequest, _ session: ScriptSession) throws -> [Preview.Rule] {
    try request.scripts.flatMap { script -> [Preview.Rule] in
      let declarations = try session.load(script)
      guard !declarations.isEmpty else { throw OfficeError.noDeclaration(in: script.name) }
      return declarations.map { declaration in
        let days = declaration.heading.effective
        return Preview.Rule(
          kind: declaration.kind.rawValue, name: declaration.name, title: declaration.title, basis: declaration.basis,
          from: request.from.map { max($0, days.from) } ?? days.from, to: days.to)
      }
    }
  }

  /// The scripts as they would stand: a new one takes the place of that of its name from its first day on.
  private static func applying(
    _ new: [ScriptInForce], from: Day?, _ rules: [Preview.Rule], to scripts: [ScriptInForce]
  ) -> [ScriptInForce] {
    let first = from ?? rules.map(\.from).min()
    var result: [ScriptInForce] = []
    for old in scripts {
      guard new.contains(where: { $0.name == old.name }), let first else {
        result.append(old)
        continue
      }
      if let begins = old.from, begins >= first { continue }
      var shortened = old
      let last = first.adding(days: -1)
      shortened.to = old.to.map { min($0, last) } ?? last
      result.append(shortened)
    }
    for one in new {
      var started = one
      started.from = first
      result.append(started)
    }
    return result
  }

  func preview() throws(OfficeError) -> DistrictPreview {
    do {
      let period = request.period
      let (clocks, moved) = try clocks()
      let (law, newLaw) = (self.old, self.new)
      let old = try DistrictScores.compute(law.session, county: row, scripts: own(before), year: period.yearToDate, board: boards.old)
      let new = try DistrictScores.compute(newLaw.session, county: row, scripts: own(after), year: period.yearToDate, board: boards.new)
      let (steps, cases) = try cases()
      let missing = try missing(old, new)
      return DistrictPreview(
        county: county, scores: try changes(old, new), proposals: try proposals(), deadlines: try deadlines(), clocks: clocks,
        newlyLate: moved, duties: try duties(), steps: steps, cases: cases,
        bandsBefore: PreviewDesk.bands(old), bandsAfter: PreviewDesk.bands(new), gradesBefore: PreviewDesk.grades(old),
        gradesAfter: PreviewDesk.grades(new), scored: new.entries.count,
        unknown: missing.after - missing.before, missing: missing.facts)
    } catch {
      throw OfficeError(error)
    }
  }

  func own(_ scripts: [ScriptInForce]) -> [ScriptInForce] { scripts.filter { !$0.name.hasPrefix("1404-") } }

  private static func bands(_ scores: DistrictScores) -> [Int] {
    var bands = Array(repeating: 0, count: 20)
    for entry in scores.entries where entry.grade != .unrated {
      bands[min(19, max(0, Int(entry.score.thousandths / 5000)))] += 1
    }
    return bands
  }

  private static func grades(_ scores: DistrictScores) -> [Int] {
    CreditGrade.allCases.map { grade in scores.entries.count { $0.grade == grade } }
  }

  private func changes(_ old: DistrictScores, _ new: DistrictScores) throws -> [DistrictPreview.ScoreChange] {
    let enterprises = snapshot.table(Enterprise.schema)
    let codes = try enterprises.column(Enterprise.uscc), names = try enterprises.column(Enterprise.name)
    let earlier = Dictionary(old.entries.map { ($0.city.enterprise, $0) }, uniquingKeysWith: { first, _ in first })
    var changes: [DistrictPreview.ScoreChange] = []
    for entry in new.entries {
      guard let before = earlier[entry.city.enterprise], before.score != entry.score || before.grade != entry.grade || before.adjustment != entry.adjustment
      else { continue }
      changes.append(
        .init(
          uscc: codes.text(entry.city.enterprise) ?? "", name: names.text(entry.city.enterprise) ?? "", before: before.score,
          after: entry.score, gradeBefore: before.grade, gradeAfter: entry.grade,
          reasons: PreviewDesk.reasons(PreviewDesk.lines(before, old), PreviewDesk.lines(entry, new))))
    }
    return changes.sorted { a, b in
      let (x, y) = (a.moved.thousandths.magnitude, b.moved.thousandths.magnitude)
      return x == y ? a.uscc < b.uscc : x > y
    }
  }

  private struct Line: Hashable {
    var title: String
    var rows = 0
    var points = Points.zero
  }

  private static func lines(_ entry: DistrictScores.Entry, _ scores: DistrictScores) -> [Line] {
    var lines: [Line] = []
    for (position, effect) in entry.effects {
      let title = scores.outcomes[position].title
      let at = lines.firstIndex { $0.title == title } ?? lines.endIndex
      if at == lines.endIndex { lines.append(Line(title: title)) }
      lines[at].rows += effect.rows.count
      lines[at].points = lines[at].points + effect.points
    }
    return lines
  }

  private static func reasons(_ before: [Line], _ after: [Line]) -> [Bilingual] {
    var reasons: [Bilingual] = []
    for line in after where !before.contains(line) {
      if let old = before.first(where: { $0.title == line.title }) {
        reasons.append(
          Bilingual(
            zh: "\(line.title)：\(old.rows)件 \(old.points)分 → \(line.rows)件 \(line.points)分",
            en: "\(line.title): \(old.rows) rows, \(old.points) → \(line.rows) rows, \(line.points)"))
      } else {
        reasons.append(Bilingual(zh: "\(line.title)：\(line.rows)件，\(line.points)分", en: "\(line.title): \(line.rows) rows, \(line.points)"))
      }
    }
    for line in before where !after.contains(where: { $0.title == line.title }) {
      reasons.append(Bilingual(zh: "\(line.title)不再适用（\(line.points)分）", en: "\(line.title) no longer applies (\(line.points))"))
    }
    return reasons
  }

  // MARK: Proposals

  /// Of the jobs whose scripts differ: what they propose before and after.
  private func proposals() throws -> [DistrictPreview.ProposalChange] {
    let day = request.period.lastDay
    func hashes(_ scripts: [ScriptInForce]) -> Set<String> { Set(scripts.filter { $0.isInForce(on: day) }.map { "\($0.name) \($0.sha256)" }) }
    // Under other criteria, thresholds or duties the same job may propose something else.
    let isSameLaw = self.old.law.identity == self.new.law.identity
    let (old, new) = isSameLaw ? (hashes(before), hashes(after)) : ([], [])
    func made(_ scripts: [ScriptInForce], unlike others: Set<String>, _ desk: RuledSession) throws -> [Key: Proposal] {
      var made: [Key: Proposal] = [:]
      for one in scripts where one.isInForce(on: day) && !others.contains("\(one.name) \(one.sha256)") {
        for case .job(let job) in try desk.session.load(one.script) where job.effective.from <= day && job.effective.to.map({ $0 >= day }) ?? true {
          for proposal in try desk.session.run(job, period: request.period, in: one.script) {
            made[Key(kind: proposal.kind.rawValue, enterprise: proposal.enterprise ?? -1, project: proposal.project, because: proposal.because)] = proposal
          }
        }
      }
      return made
    }
    let (was, will) = (try made(before, unlike: new, self.old), try made(after, unlike: old, self.new))
    let enterprises = snapshot.table(Enterprise.schema)
    let codes = try enterprises.column(Enterprise.uscc), names = try enterprises.column(Enterprise.name)
    let estates = try snapshot.table(Project.schema).column(Project.name)
    func change(_ key: Key, _ proposal: Proposal, isNew: Bool) -> DistrictPreview.ProposalChange {
      let firm = key.enterprise < 0 ? nil : names.text(key.enterprise)
      let estate = key.project.flatMap { estates.text($0) }
      return .init(
        kind: key.kind, uscc: key.enterprise < 0 ? "" : codes.text(key.enterprise) ?? "",
        name: [firm, estate].compactMap { $0 }.joined(separator: "，"), isNew: isNew,
        because: !isNew && key.kind == Proposal.Kind.redList.rawValue ? dropped(key.enterprise) ?? proposal.because : proposal.because)
    }
    func dropped(_ enterprise: Int) -> String? {
      guard let lists = try? self.new.advisor.lists(request.period.firstDay...request.period.lastDay) else { return nil }
      guard let (criterion, outcome) = lists.outcomes.first(where: { $0.outcome.dropped.contains { $0.enterprise == enterprise } }) else { return nil }
      return try? criterion.said(enterprise, outcome, in: self.new.snapshot).zh
    }
    let changes =
      will.filter { was[$0.key] == nil }.map { change($0.key, $0.value, isNew: true) }
      + was.filter { will[$0.key] == nil }.map { change($0.key, $0.value, isNew: false) }
    return changes.sorted { ($0.kind, $0.isNew ? 0 : 1, $0.uscc, $0.name, $0.because) < ($1.kind, $1.isNew ? 0 : 1, $1.uscc, $1.name, $1.because) }
  }

  private struct Key: Hashable {
    var kind: String
    /// -1 for an estate that nobody serves.
    var enterprise: Int
    var project: Int?
    /// Several proposals of a kind for one subject are told apart by their reasons.
    var because: String
  }

  // MARK: Deadlines

  /// Of the requests in hand that would have begun under the new procedure.
  private func deadlines() throws -> [DistrictPreview.DeadlineChange] {
    guard declared.contains(where: { $0.kind == "procedure" }) else { return [] }
    let old = FundForecast(office: office, county: county.code, scripts: before, session: session, snapshot: snapshot)
    let new = FundForecast(office: office, county: county.code, scripts: after, session: session, snapshot: snapshot)
    let requests = snapshot.table(FundRequest.schema)
    let numbers = try requests.column(FundRequest.number), statuses = try requests.column(FundRequest.status)
    var changes: [DistrictPreview.DeadlineChange] = []
    for row in 0..<requests.count {
      guard let number = numbers.text(row), let status = statuses.text(row), status != "refused", status != "paid",
        let was = try old.next(number, asOf: snapshot.cut), let will = try new.next(number, asOf: snapshot.cut), was != will
      else { continue }
      changes.append(
        .init(
          subject: number, step: will.step, stepChinese: will.procedure.step(named: will.step)?.chinese ?? will.step, before: was.due, after: will.due,
          alsoNeeds: will.needs.filter { !was.needs.contains($0) }))
    }
    return changes.sorted { $0.subject < $1.subject }
  }
}
