internal import CityModel
internal import Columns
internal import DistrictRules
public import LuaRuntime
internal import LuaSyntax
internal import Register

extension Office {
  /// The evidence packet of a decision: of a proposal, or of a case that commands opened.
  ///
  /// - Parameter subject: `12`, `提请12`, `TQ-12`, or the number of a listing, a measure, an order, a restriction or an exit.
  /// - Throws: ``OfficeError``: `unknown-decision`, `not-decided`, `not-replayable`, `nothing-to-compute`, `packet-differs`.
  public func packet(_ subject: String, limits: Engine.Limits = .init(time: .seconds(60))) throws(OfficeError) -> Packet {
    if let number = Int64(subject) ?? Office.proposalNumber(subject) { return try packet(number, limits: limits) }
    do {
      // What a proposal led to rests on the run that made it.
      if let number = ProposalCase.number(ofListing: subject), try register.proposalCase(number) != nil {
        return try packet(number, limits: limits)
      }
      return try CasePacketDesk(self, try DecidedCase(subject, in: register), limits).packet()
    } catch {
      throw OfficeError(error)
    }
  }

  /// The evidence packet of a decided proposal: of as few rows as give its figure again, which is tried before it is handed over.
  ///
  /// - Parameter number: the proposal's.
  /// - Throws: ``OfficeError``: `unknown-proposal`, `not-decided`, `not-replayable`; `packet-differs` when the rows that the run
  ///   saw no longer give its figure.
  public func packet(_ number: Int64, limits: Engine.Limits = .init(time: .seconds(60))) throws(OfficeError) -> Packet {
    do {
      guard let proposal = try register.proposalCase(number) else {
        throw OfficeError(
          "unknown-proposal", Bilingual(zh: "没有第 \(number) 号提请\n提示：用 `xize proposals` 查看", en: "there is no proposal \(number)\nhelp: `xize proposals` lists them"))
      }
      guard proposal.state == .accepted || proposal.state == .declined else {
        throw OfficeError(
          "not-decided", Bilingual(zh: "第 \(number) 号提请尚未决定\n提示：先用 `xize decide` 决定", en: "proposal \(number) is not decided\nhelp: `xize decide` comes first"))
      }
      return try PacketDesk(self, proposal, limits).packet()
    } catch {
      throw OfficeError(error)
    }
  }
}

/// Makes a packet from the run that proposed what was decided.
private struct PacketDesk {
  let office: Office
  let proposal: ProposalCase
  let limits: Engine.Limits
  let run: JobRun
  let attempt: JobAttempt
  /// The line of the run's output that became the proposal.
  let line: String
  let county: Division
  let period: Period

  init(_ office: Office, _ proposal: ProposalCase, _ limits: Engine.Limits) throws {
    self.office = office
    self.proposal = proposal
    self.limits = limits
    guard let run = try office.register.run(of: proposal.job, district: proposal.county, period: proposal.period),
      let county = Divisions.changzhi[proposal.county], let period = Period(proposal.period), !proposal.enterprise.isEmpty
    else { throw PacketDesk.notReplayable(proposal.number) }
    let stored = try office.register.proposals(ofRun: run.number).first { $0.number == proposal.number }
    var found: (JobAttempt, String)?
    for attempt in try office.register.attempts(ofRun: run.number).reversed() where found == nil {
      let line = JobOutput(attempt.output)?.lines.first { line in
        guard let json = JSONValue(parsing: line) else { return false }
        return json["kind"]?.text == proposal.kind && json["uscc"]?.text == proposal.enterprise && json["project"]?.text == stored?.project
          && json["because"]?.text == stored?.because
      }
      if let line { found = (attempt, line) }
    }
    guard let found, !found.0.marks.lastRows.isEmpty else { throw PacketDesk.notReplayable(proposal.number) }
    (self.run, self.county, self.period, attempt, line) = (run, county, period, found.0, found.1)
  }

  private static func notReplayable(_ number: Int64) -> OfficeError {
    OfficeError(
      "not-replayable",
      Bilingual(zh: "第 \(number) 号提请没有留下可以重算的记录", en: "nothing was kept from which proposal \(number) could be computed again"))
  }

  func packet() throws -> Packet {
    let rulebook = try Rulebook(
      parameters: try office.keptText(attempt.rulebook["parameters"]), calendar: try office.keptText(attempt.rulebook["calendar"]))
    let rules = try office.keptRules(attempt.rules)
    let (snapshot, _) = try office.register.markedSnapshot(
      scope: .county(county.code), asOf: period.cut, rulebook: rulebook, preload: DistrictDesk.columns, past: attempt.marks)
    let whole = try PacketFigure(
      snapshot, uscc: proposal.enterprise, job: proposal.job, county: county, period: period, rules: rules, subjects: attempt.subjects, limits: limits)
    guard whole.proposals.contains(line) else { throw differs() }
    let codes = try snapshot.table(Enterprise.schema).column(Enterprise.uscc)
    guard let row = (0..<codes.count).first(where: { codes.text($0) == proposal.enterprise }) else { throw differs() }
    // The enterprise's own rows, where they are enough; else the county's. A place on the red list rests on all who compete for it.
    for ownRows in proposal.kind == "red_list" ? [false] : [true, false] {
      let selection = ownRows ? try PacketSelection(snapshot, enterprise: row) : try PacketSelection(all: snapshot)
      let packet = Packet(try members(ownRows ? "enterprise" : "county", selection, whole, rules))
      guard packet.text.utf8.count <= Packet.limit else { throw PacketError.tooLarge(packet.text.utf8.count) }
      if try packet.verdict(limits: limits).agrees { return packet }
    }
    throw differs()
  }

  private func differs() -> OfficeError {
    OfficeError(
      "packet-differs",
      Bilingual(
        zh: "依当时的数据、规则和参数重算，得不到第 \(proposal.number) 号提请的结果\n提示：用 `xize replay \(run.number)` 查看差别",
        en: "the rows, rules and parameters of the run do not give the figure of proposal \(proposal.number) again\nhelp: `xize replay \(run.number)` shows where"))
  }

  private func members(_ name: String, _ selection: PacketSelection, _ figure: PacketFigure, _ rules: [DivisionRules]) throws -> [String: JSONValue] {
    let line = JSONValue(parsing: line) ?? .null
    let reasons = line["reasons"]?.elements ?? []
    return [
      "format": "xize-packet", "version": .number(Packet.version), "engine": .text(attempt.engine), "decision": try decision(),
      "notice": .object([
        "served_on": JSONValue(proposal.noticedOn?.description), "document": JSONValue(proposal.noticeDocument),
      ]),
      "defence": .object([
        "until": JSONValue(proposal.defenceUntil?.description), "statement": JSONValue(try office.register.statement(to: proposal).map { PersonalText.published($0) }),
      ]),
      "run": .object([
        "number": .number(run.number), "job": .text(run.job), "district": .text(run.district), "period": .text(run.period),
        "as_of": .text(period.cut.description), "ledger_position": .number(attempt.marks.position), "rules_revision": .text(run.rules),
        "parameters_revision": .text(run.parameters), "output_sha256": .text(ScriptFolder.hash(Array(attempt.output.utf8))),
        "subjects": attempt.subjects.map { .array($0.map { .text($0) }) } ?? .null,
      ]),
      "basis": .array(reasons.compactMap { $0["basis"] }.filter { $0.text?.isEmpty == false }), "parameters": figure.parameters,
      "figure": .object(["proposal": line, "score": figure.score]),
      "rules": rules.packed,
      "rulebook": .object([
        "parameters": try text(attempt.rulebook["parameters"]), "calendar": try text(attempt.rulebook["calendar"]),
      ]),
      "selection": .text(name), "rows": try PacketTables.json(selection),
    ]
  }

  private func decision() throws -> JSONValue {
    .object([
      "proposal": .number(proposal.number), "kind": .text(proposal.kind), "enterprise": .text(proposal.enterprise), "name": .text(proposal.name),
      "county": .text(proposal.county), "state": .text(proposal.state.rawValue), "document": JSONValue(proposal.document),
      "decided_on": JSONValue(proposal.decidedOn?.description), "decided_by": JSONValue(proposal.decidedBy), "reason": JSONValue(proposal.reason.map { PersonalText.published($0) }),
      "published_on": JSONValue(proposal.publishedOn?.description), "objection_until": JSONValue(proposal.objectionUntil?.description),
      "policy_adopted": JSONValue(try office.register.adoption()),
    ])
  }

  private func text(_ hash: JSONValue?) throws -> JSONValue {
    .object(["sha256": hash ?? .null, "text": .text(try office.keptText(hash))])
  }
}

extension [DivisionRules] {
  /// The texts of rules with their days and digests, as a packet carries them.
  var packed: JSONValue {
    .array(
      flatMap { division in
        division.scripts.map { script in
          .object([
            "division": .text(division.division), "name": .text(script.name), "sha256": .text(script.sha256),
            "from": JSONValue(script.from?.description), "to": JSONValue(script.to?.description),
            "revision": script.revision.map { JSONValue($0) } ?? .null, "text": .text(String(decoding: script.script.source.bytes, as: UTF8.self)),
          ])
        }
      })
  }
}
