internal import CityModel
internal import Columns
internal import Register

// What keeps an enterprise from new estates (A11), and what ends its service in those that it has (A8).
extension LetterDesk {
  /// 限制承接告知书.
  func restrictionNotice(_ file: CaseFile) throws -> LetterFacts {
    let row = file.row
    var facts = try facts(.notice, .restriction, file, row.text(RestrictionNotice.facts), "A11")
    facts.document = row.text(RestrictionNotice.document)
    facts.times.noticeDocument = facts.document
    try notice(&facts, noticedOn: row.day(RestrictionNotice.noticedOn), defenceUntil: row.day(RestrictionNotice.defenceUntil))
    return facts
  }

  /// 限制承接决定书; its notice, where that is asked for.
  func restriction(_ file: CaseFile) throws -> LetterFacts {
    let row = file.row
    let notice = try row.text(Restriction.notice).flatMap { try office.register.caseFile(RestrictionNotice.schema, $0) }
    if request.kind == .notice {
      guard let notice else { throw wrongKind(.notice, "没有告知记录的\(Restriction.schema.chinese)", [.decision]) }
      return try restrictionNotice(notice)
    }
    var facts = try facts(.decision, .restriction, file, row.text(Restriction.facts), "A11")
    facts.document = row.text(Restriction.document)
    facts.day = row.day(Restriction.decidedOn)
    facts.times.noticedOn = row.day(Restriction.noticedOn)
    facts.times.noticeDocument = notice?.row.text(RestrictionNotice.document)
    facts.times.defenceUntil = notice?.row.day(RestrictionNotice.defenceUntil)
    // Of one that came with a file only the day of its notice is known; it may lie before the calendar.
    if notice == nil, let on = facts.times.noticedOn { facts.times.defenceUntil = try? day(ListParameters.noticeWorkdays, after: on, on: on) }
    facts.times.maximumUntil = row.day(Restriction.expiresOn)
    facts.defence = notice?.row.text(RestrictionNotice.defence)
    if let notice { facts.evidence = papers(notice) + facts.evidence }
    return facts
  }

  /// 启动退出机制决定书, with the conditions of the test that were met on the day.
  func exit(_ file: CaseFile) throws -> LetterFacts {
    let row = file.row
    guard let started = row.day(ExitCase.startedOn) else {
      throw OfficeError(
        "not-decided",
        Bilingual(
          zh: "`\(row.key)` 尚未启动退出\n提示：先用 `xize do start-exit` 启动", en: "`\(row.key)` is not started\nhelp: `xize do start-exit` comes first"))
    }
    var facts = try facts(.decision, .exit, file, nil, "A8")
    facts.document = row.text(ExitCase.document)
    facts.day = started
    if row.text(ExitCase.ground) == "owners' reaction" {
      facts.reasons = [
        .init(
          sentence: Bilingual(
            zh: "拒不整改、不履行物业服务合同，业主反映强烈，已作出引导解聘认定",
            en: "the enterprise refuses to rectify and does not perform its contract, owners react strongly, and that has been determined"),
          basis: "A8")
      ]
      return facts
    }
    facts.reasons = try conditions(row, on: started).map { .init(sentence: $0, basis: "A8") }
    if facts.reasons.isEmpty, let counted = row.number(ExitCase.complainants) {
      facts.reasons = [
        .init(
          sentence: Bilingual(zh: "一年内投诉属实的不同投诉人 \(counted) 人", en: "\(counted) distinct complainants with substantiated complaints in a year"),
          basis: "A8")
      ]
    }
    return facts
  }

  private func conditions(_ row: CaseRow, on day: Day) throws -> [Bilingual] {
    guard let county = row.text(ExitCase.county), let uscc = row.text(ExitCase.enterprise) else { return [] }
    let snapshot = try office.snapshot(.county(county), asOf: day.end)
    let finding = try ExitFinding.of(uscc, in: snapshot, on: day)
    guard let finding, finding.isTriggered else { return [] }
    return finding.limbs.filter { $0.verdict == .yes }.map(\.sentence)
  }
}

extension ExitFinding {
  /// The exit test of an enterprise in the snapshot's county; `nil` where nothing is known of it there.
  static func of(_ uscc: String, in snapshot: Snapshot, on day: Day) throws -> ExitFinding? {
    let codes = try snapshot.table(Enterprise.schema).column(Enterprise.uscc)
    let county = try CityAdvisor.countyRow(of: snapshot)
    return try ExitTest.findings(snapshot, on: day, county: county).first { finding in
      codes.text(finding.enterprise) == uscc && (finding.county == nil || finding.county == county)
    }
  }
}
