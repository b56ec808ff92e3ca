internal import CityModel
internal import Columns
internal import Register

extension LetterDesk {
  /// A letter about a proposal of a job, and what came of it.
  func proposal(_ number: Int64) throws -> LetterFacts {
    guard let proposal = try office.register.proposalCase(number) else {
      throw OfficeError(
        "unknown-proposal", Bilingual(zh: "没有第 \(number) 号提请\n提示：用 `xize proposals` 查看", en: "there is no proposal \(number)\nhelp: `xize proposals` lists them"))
    }
    guard !proposal.enterprise.isEmpty else {
      throw OfficeError(
        "letter-kind", Bilingual(zh: "提请 \(number) 不涉及企业，不出函件", en: "proposal \(number) concerns no enterprise: there is no letter of it"))
    }
    let matter = LetterFacts.Matter(rawValue: proposal.kind) ?? .other
    var possible = LetterDesk.kinds(proposal, matter)
    // An interview of which nothing was advised has no letter to the owners.
    if possible.contains(.advice), try !isAdvised(proposal) { possible.removeAll { $0 == .advice } }
    let kind = request.kind ?? possible.first ?? .notice
    guard possible.contains(kind) else {
      if !proposal.state.isOpen || kind == .notice { throw wrongKind(kind, "提请（\(proposal.kind)）", possible) }
      throw notDecided()
    }
    var facts = try frame(kind, matter, county: proposal.county, enterprise: (proposal.name, proposal.enterprise))
    facts.subject = "提请\(number)"
    facts.period = proposal.period
    try gather(proposal, into: &facts)
    try dates(proposal, into: &facts)
    return facts
  }

  /// Whether the measure that a proposal became came with an advice to the owners' assembly.
  private func isAdvised(_ proposal: ProposalCase) throws -> Bool {
    let measure = try office.register.caseFile(SupervisionMeasure.schema, proposal.listing)?.row
    return measure?.text(SupervisionMeasure.advice).map { $0 != "none" } ?? false
  }

  /// The letters that a proposal's state allows, the most fitting first.
  private static func kinds(_ proposal: ProposalCase, _ matter: LetterFacts.Matter) -> [LetterFacts.Kind] {
    switch (proposal.state, matter) {
    case (.withdrawn, _): []
    case (.waiting, _), (.noticed, _): [.notice]
    case (.declined, _): [.decision]
    case (.accepted, .interview): [.interview, .advice, .decision]
    case (.accepted, .rectification): [.rectification, .decision]
    case (.accepted, .circular): [.decision, .advice, .notice]
    case (.accepted, _): proposal.noticedOn == nil ? [.decision] : [.decision, .notice]
    }
  }

  /// Reasons, rules and evidence as the run kept them.
  private func gather(_ proposal: ProposalCase, into facts: inout LetterFacts) throws {
    let run = try office.register.run(of: proposal.job, district: proposal.county, period: proposal.period)
    let stored = try run.flatMap { run in try office.register.proposals(ofRun: run.number).first { $0.number == proposal.number } }
    let reasons = (stored?.reasons.elements ?? []).map { ProposalFacts.Reason($0) }
    facts.reasons = reasons.map { .init(sentence: $0.sentence, basis: $0.basis) }
    let terms = stored?.reasons.elements.first?["terms"]
    (facts.points, facts.item) = (terms?["points"]?.text, terms?["item"]?.text)
    if let code = stored?.project {
      facts.project = try office.register.caseFile(Project.schema, code)?.row.text(Project.name) ?? code
    }
    var always = [7]
    if facts.kind == .decision, facts.matter == .blackList, facts.isAccepted { always += [5, 14] }
    facts.clauses = clauses.clauses(reasons.map(\.basis), always: always, matter: facts.matter)
    for (table, value) in (stored?.evidence.members ?? [:]).sorted(by: { $0.key < $1.key }) {
      let schema = CitySchema.storedTables.first { $0.plural == table }
      facts.evidence.append(
        .init(
          what: Bilingual(zh: schema?.chinese ?? table, en: schema?.plural ?? table), count: Int(value["count"]?.number ?? 0),
          keys: value["keys"]?.elements.compactMap(\.text) ?? []))
    }
  }

  private func dates(_ proposal: ProposalCase, into facts: inout LetterFacts) throws {
    facts.times.noticedOn = proposal.noticedOn
    facts.times.noticeDocument = proposal.noticeDocument
    facts.times.defenceUntil = proposal.defenceUntil
    if facts.kind == .notice {
      facts.document = proposal.noticeDocument ?? request.document
      try notice(&facts, noticedOn: proposal.noticedOn, defenceUntil: proposal.defenceUntil)
      return try terms(&facts, isSerious: proposal.isSerious)
    }
    facts.document = proposal.document ?? request.document
    facts.day = proposal.decidedOn
    facts.isAccepted = proposal.state == .accepted
    facts.declinedBecause = proposal.reason
    let key = proposal.listing
    let listing = proposal.isListing ? try office.register.caseFile(Listing.schema, key)?.row : nil
    facts.defence = try office.register.statement(to: proposal)
    if let day = proposal.decidedOn, facts.kind == .decision {
      let published = listing?.day(Listing.publishedOn) ?? proposal.publishedOn
      try remedies(
        &facts, decided: day, publishedOn: published, objectionUntil: published == proposal.publishedOn ? proposal.objectionUntil : nil)
    }
    switch facts.matter {
    case .blackList:
      let entry = try office.register.caseFile(ListEntry.schema, key)?.row
      (facts.times.minimumUntil, facts.times.maximumUntil) = (entry?.day(ListEntry.minimumUntil), entry?.day(ListEntry.maximumUntil))
    case .interview, .circular:
      let measure = try office.register.caseFile(SupervisionMeasure.schema, key)?.row
      facts.isDismissalAdvised = measure?.text(SupervisionMeasure.advice) == "dismiss"
    case .rectification:
      facts.times.deadline = try office.register.caseFile(RectificationOrder.schema, key)?.row.day(RectificationOrder.deadline)
    default: break
    }
  }
}
