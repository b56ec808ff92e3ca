internal import Columns

/// Clauses about filings, contracts and managers, A2 and 物业管理条例 33.
public let filingInvariants: [CityInvariant] = [
  .init(
    "uscc-wrong", "A2", on: Enterprise.schema, zh: "统一社会信用代码须通过校验", en: "a unified social credit code checks",
    help: Bilingual(
      zh: "核对代码；早年发放、校验不符的代码凭证据录入：--override 理由 --attach 营业执照",
      en: "look at the code again; one that was issued so is entered with evidence: --override REASON --attach LICENCE")
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.isNew else { return nil }
    do throws(USCC.Fault) {
      _ = try USCC(changed.row.key)
      return nil
    } catch {
      if changed.hasCodeOverride, error == .check || error == .organisationCheck { return nil }
      return Bilingual(zh: "`\(changed.row.key)` 不是有效的统一社会信用代码", en: "`\(changed.row.key)` is no valid unified social credit code")
    }
  },
  .init(
    "filing-twice", "A2", on: Filing.schema, zh: "一家企业在一个县（区）只有一份有效备案", en: "an enterprise has one filing in force in a county",
    needs: [Need("filings", Filing.schema, [(Filing.enterprise, .subject(Filing.enterprise)), (Filing.county, .subject(Filing.county))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    let live = ["submitted", "returned", "accepted"]
    guard changed.isNew, live.contains(changed.row.text(Filing.status) ?? "") else { return nil }
    guard let other = changed.others("filings").first(where: { live.contains($0.text(Filing.status) ?? "") }) else { return nil }
    return Bilingual(zh: "该企业在本县（区）已有备案 `\(other.key)`", en: "the enterprise has the filing `\(other.key)` there already")
  },
  .init(
    "contract-filed-unfiled", "A2", on: Contract.schema, zh: "企业未经备案，其合同不得记为已备案",
    en: "no contract is filed for an enterprise without an accepted filing in the county",
    help: Bilingual(zh: "合同可以报送，先办企业备案", en: "the contract may be reported; the enterprise files first"),
    needs: [
      Need("project", Project.schema, [(Project.code, .subject(Contract.project))]),
      Need("filings", Filing.schema, [(Filing.enterprise, .subject(Contract.enterprise)), (Filing.county, .related("project", Project.county))]),
    ]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(Contract.filedOn), let day = changed.row.day(Contract.filedOn) else { return nil }
    let accepted = changed.rows("filings").contains { filing in
      (filing.day(Filing.acceptedOn).map { $0 <= day } ?? false) && (filing.day(Filing.endedOn).map { day < $0 } ?? true)
        && filing.text(Filing.status) == "accepted"
    }
    return accepted ? nil : Bilingual(zh: "该企业在项目所在县（区）没有已通过的备案", en: "the enterprise has no accepted filing in the estate's county")
  },
  .init(
    "contract-restricted", "A11", on: Contract.schema, zh: "限制承接新项目期间签订的合同不予备案",
    en: "no contract is filed that was made while the enterprise was restricted from new estates",
    needs: [Need("restrictions", Restriction.schema, [(Restriction.enterprise, .subject(Contract.enterprise))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(Contract.filedOn), let made = changed.row.day(Contract.signedOn) ?? changed.row.day(Contract.from) else { return nil }
    guard let restriction = changed.rows("restrictions").first(where: { Restrictions.isInForce($0, on: made) }) else { return nil }
    return Bilingual(
      zh: "企业自 \(restriction[Restriction.decidedOn].shown(as: .day)) 起被限制承接新项目（\(restriction.text(Restriction.document) ?? "")）",
      en: "the enterprise has been restricted since \(restriction[Restriction.decidedOn].shown(as: .day)) (\(restriction.text(Restriction.document) ?? ""))")
  },
  .init(
    "one-enterprise-per-area", "物业管理条例 33", on: Contract.schema, zh: "一个物业管理区域由一个物业服务企业实施物业管理",
    en: "one area has one enterprise: contracts of an estate do not overlap",
    help: Bilingual(zh: "先终止原合同", en: "end the other contract first"),
    needs: [Need("contracts", Contract.schema, [(Contract.project, .subject(Contract.project))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    // Ending an old contract is always possible where it makes the time of service shorter, whatever was imported.
    guard changed.isNew || Contracts.reachesFurther(changed.row, than: changed.before) else { return nil }
    guard let other = changed.others("contracts").first(where: { Contracts.overlap(changed.row, $0) }) else { return nil }
    return Bilingual(zh: "与合同 `\(other.key)` 期间重叠", en: "it overlaps with the contract `\(other.key)`")
  },
  .init(
    "contract-dates", "A2", on: Contract.schema, ManagerAssignment.schema, StaffAssignment.schema, zh: "止日不得早于起日", en: "nothing ends before it begins"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let from = changed.row["starts_on"]?.day else { return nil }
    for name in ["expires_on", "ended_on"] {
      if let until = changed.row[name]?.day, until < from {
        return Bilingual(zh: "止日 \(until) 早于起日 \(from)", en: "it ends on \(until), before it begins on \(from)")
      }
    }
    return nil
  },
  .init(
    "manager-twice", "A2", on: ManagerAssignment.schema, zh: "一个项目同时只有一名备案负责人", en: "an estate has one manager at a time",
    help: Bilingual(zh: "先办理原负责人离任", en: "the other manager leaves first"),
    needs: [Need("managers", ManagerAssignment.schema, [(ManagerAssignment.project, .subject(ManagerAssignment.project))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let from = changed.row.day(ManagerAssignment.startsOn) else { return nil }
    let until = changed.row.day(ManagerAssignment.endedOn)
    let other = changed.others("managers").first { row in
      guard let start = row.day(ManagerAssignment.startsOn) else { return false }
      return (row.day(ManagerAssignment.endedOn).map { from <= $0 } ?? true) && (until.map { start <= $0 } ?? true)
    }
    guard let other else { return nil }
    return Bilingual(zh: "该项目已有负责人 `\(other.key)`", en: "the estate has the manager `\(other.key)`")
  },
  .init(
    "urging-edited", "A2", on: Urging.schema, zh: "督促记录不得更改期限或事项", en: "an urging keeps its topic and its deadline"
  ) { (changed: ChangedRow) throws(Refusal) in
    let fixed = [Urging.topic, Urging.deadline, Urging.madeOn, Urging.enterprise, Urging.heededOn]
    guard let field = fixed.first(where: { changed.before.has($0) && changed.before[$0] != changed.row[$0] }) else { return nil }
    return Bilingual(zh: "“\(field.chinese)”不得更改", en: "`\(field.name)` is not changed")
  },
]

/// Reading restrictions on new estates, A11.
enum Restrictions {
  static func isInForce(_ row: CaseRow, on day: Day) -> Bool {
    TenderStanding.isRestricted(
      decided: row.day(Restriction.decidedOn), removed: row.day(Restriction.removedOn), expires: row.day(Restriction.expiresOn), on: day)
  }
}
