internal import CityModel
internal import Columns
internal import Register

extension LetterDesk {
  /// A letter about a case that commands opened: a listing, a measure, an order, a restriction or its notice, an exit.
  func record() throws -> LetterFacts {
    let wanted: [TableSchema] =
      switch request.kind {
      case .notice: [Listing.schema, ListEntry.schema, RestrictionNotice.schema, Restriction.schema]
      case .decision: [Listing.schema, ListEntry.schema, Restriction.schema, ExitCase.schema]
      case .interview, .advice: [SupervisionMeasure.schema]
      case .rectification: [RectificationOrder.schema]
      case nil:
        [
          Listing.schema, ListEntry.schema, SupervisionMeasure.schema, RectificationOrder.schema, RestrictionNotice.schema, Restriction.schema, ExitCase.schema,
        ]
      }
    for schema in wanted {
      guard let file = try office.register.caseFile(schema, request.subject) else { continue }
      switch schema.name {
      // An entry that came without a case has the same fields, as far as they are known.
      case Listing.schema.name, ListEntry.schema.name: return try listing(file)
      case SupervisionMeasure.schema.name: return try measure(file)
      case RestrictionNotice.schema.name: return try restrictionNotice(file)
      case Restriction.schema.name: return try restriction(file)
      case ExitCase.schema.name: return try exit(file)
      default: return try order(file)
      }
    }
    throw OfficeError(
      "unknown-subject",
      Bilingual(
        zh: "没有\(wanted.map(\.chinese).joined(separator: "、")) `\(request.subject)`\n提示：写提请的编号，或列榜案件、监管措施、整改通知、承接限制、退出案件的编号",
        en: "there is no \(wanted.map(\.name).joined(separator: ", ")) `\(request.subject)`\nhelp: give a proposal's number, or that of a listing, a measure, an order, a restriction or an exit case"))
  }

  private func enterprise(_ row: CaseRow) throws -> (name: String, uscc: String) {
    let uscc = row["enterprise"]?.text ?? ""
    return (try office.register.caseFile(Enterprise.schema, uscc)?.row.text(Enterprise.name) ?? uscc, uscc)
  }

  private func project(_ row: CaseRow) throws -> String? {
    guard let code = row["project"]?.text else { return nil }
    return try office.register.caseFile(Project.schema, code)?.row.text(Project.name) ?? code
  }

  func facts(_ kind: LetterFacts.Kind, _ matter: LetterFacts.Matter, _ file: CaseFile, _ said: String?, _ basis: String) throws -> LetterFacts {
    var facts = try frame(kind, matter, county: file.row["county"]?.text ?? "", enterprise: try enterprise(file.row))
    facts.project = try project(file.row)
    if let said { facts.reasons = [.init(sentence: Bilingual(zh: said, en: said), basis: basis)] }
    var always = matter == .restriction ? [11] : matter == .exit ? [8] : [7]
    if kind == .decision, matter == .blackList { always += [5, 14] }
    if matter == .rectification { always.append(8) }
    facts.clauses = clauses.clauses([basis], always: always, matter: matter)
    facts.evidence = papers(file)
    return facts
  }

  /// What officers attached to the commands of the case.
  func papers(_ file: CaseFile) -> [LetterFacts.Evidence] {
    let papers = file.entries.flatMap { JSONValue(parsing: $0.data)?["attachments"]?.elements.compactMap(\.text) ?? [] }
    guard !papers.isEmpty else { return [] }
    return [.init(what: Bilingual(zh: "案卷材料", en: "papers of the case"), count: papers.count, keys: papers)]
  }

  func document(_ file: CaseFile, of command: String) -> String? { file.entries.last { $0.kind == command }?.document }

  private func listing(_ file: CaseFile) throws -> LetterFacts {
    let row = file.row
    let decided = row.day(Listing.decidedOn)
    let kind = request.kind ?? (decided == nil ? .notice : .decision)
    var facts = try facts(kind, row.text(Listing.list) == "red" ? .redList : .blackList, file, row.text(Listing.reason), "A7")
    let notice = document(file, of: "give notice")
    facts.times.noticeDocument = notice
    if kind == .notice {
      facts.document = notice ?? request.document
      try self.notice(&facts, noticedOn: row.day(Listing.noticedOn), defenceUntil: row.day(Listing.defenceUntil))
      try terms(&facts, isSerious: row.flag(Listing.serious) ?? false)
      return facts
    }
    guard let decided else { throw notDecided() }
    facts.document = row.text(Listing.document) ?? request.document
    facts.day = decided
    facts.isAccepted = row.text(Listing.status) != "rejected"
    facts.defence = row.text(Listing.defence)
    (facts.times.noticedOn, facts.times.defenceUntil) = (row.day(Listing.noticedOn), row.day(Listing.defenceUntil))
    let entry = try office.register.caseFile(ListEntry.schema, row.key)?.row
    (facts.times.minimumUntil, facts.times.maximumUntil) = (entry?.day(ListEntry.minimumUntil), entry?.day(ListEntry.maximumUntil))
    try remedies(&facts, decided: decided, publishedOn: row.day(Listing.publishedOn))
    return facts
  }

  private func measure(_ file: CaseFile) throws -> LetterFacts {
    let row = file.row
    let isInterview = row.text(SupervisionMeasure.kind) == "interview"
    let hasAdvice = row.has(SupervisionMeasure.advice) && row.text(SupervisionMeasure.advice) != "none"
    let possible: [LetterFacts.Kind] = (isInterview ? [.interview] : []) + (hasAdvice ? [.advice] : [])
    guard let kind = request.kind ?? possible.first, possible.contains(kind) else {
      throw wrongKind(request.kind ?? .advice, SupervisionMeasure.schema.chinese, possible)
    }
    var facts = try facts(kind, isInterview ? .interview : .circular, file, row.text(SupervisionMeasure.facts), "A7")
    facts.document = (kind == .advice ? request.document : nil) ?? row.text(SupervisionMeasure.document) ?? request.document
    facts.day = row.day(SupervisionMeasure.takenOn)
    facts.isDismissalAdvised = row.text(SupervisionMeasure.advice) == "dismiss"
    return facts
  }

  private func order(_ file: CaseFile) throws -> LetterFacts {
    var facts = try facts(.rectification, .rectification, file, nil, "A7, A8")
    facts.document = file.entries.first?.document ?? request.document
    facts.day = file.row.day(RectificationOrder.issuedOn)
    facts.times.deadline = file.row.day(RectificationOrder.deadline)
    return facts
  }
}
