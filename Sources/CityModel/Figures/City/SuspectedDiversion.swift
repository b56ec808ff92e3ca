internal import Columns

/// A14: 严查挪用、骗取维修资金的行为。
/// Reading: what does not fit in the papers is a reason to look, never a finding. Parameters: `fund.overrunRatio`, `fund.overrunMin`, `fund.publicityDays`.
///
/// One row a reason: paid beyond what was approved or beyond the balance, paid to another than the user, paid while the payee stood on
/// a black list, an overrun beyond both bounds, no vote outside an emergency, a final payment before the days of publicity could have
/// passed since the approval, an open investigation.
public enum SuspectedDiversion {
  public static let figure = Figure(
    name: "suspected-diversion", title: Bilingual(zh: "维修资金疑点", en: "fund papers to look into"), article: "A14", cycle: .month,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [("county", "县区"), ("number", "编号"), ("project", "项目"), ("reason", "疑点"), ("approved", "批准金额"), ("paid", "已拨付金额"), ("detail", "数额")])
    let ratio = try sheet.read(FundParameters.overrunRatio), minimum = try sheet.read(FundParameters.overrunMin)
    let publicity = try sheet.read(FundParameters.publicityDays)
    let places = try Places(snapshot)
    let requests = try TableFacts(snapshot, FundRequest.schema, derived: FundRequest.overrun)
    let projects = try TableFacts(snapshot, Project.schema), payments = try TableFacts(snapshot, FundPayment.schema)
    let inquiries = try TableFacts(snapshot, FundInvestigation.schema)
    let black = try column { () throws(ColumnError) in try ListStanding.entries(snapshot).filter(\.isBlack) }
    var ofRequest: [Int: [Int]] = [:]
    for row in 0..<payments.count where payments.day(FundPayment.paidOn, row).map({ $0 <= day }) == true {
      if let request = payments.reference(FundPayment.request, row) { ofRequest[request, default: []].append(row) }
    }
    func add(_ request: Int, _ reason: String, _ detail: Int64?, _ basis: Evidence...) {
      let project = requests.reference(FundRequest.project, request)
      sheet.add(
        [
          places.name(project.flatMap { projects.reference(Project.county, $0) }),
          .optional(requests.text(FundRequest.number, request)), .optional(project.flatMap { projects.text(Project.name, $0) }),
          .text(reason), .quantity(requests.number(FundRequest.approved, request), Money.type),
          .quantity(requests.number(FundRequest.paid, request), Money.type), .quantity(detail, Money.type),
        ], [Evidence(FundRequest.schema, row: request)] + basis)
    }
    for row in 0..<requests.count {
      let paid = ofRequest[row] ?? []
      let sum = paid.reduce(Int64(0)) { sum, at in
        let (total, overflow) = sum.addingReportingOverflow(payments.number(FundPayment.amount, at) ?? 0)
        return overflow ? .max : total
      }
      let spent = max(sum, requests.number(FundRequest.paid, row) ?? 0)
      if let approved = requests.number(FundRequest.approved, row), spent > approved {
        add(row, "拨付超过批准金额", spent - approved, Evidence(FundPayment.schema, paid))
      }
      if let balance = requests.number(FundRequest.balance, row), balance >= 0, spent > balance {
        add(row, "拨付超过账户余额", spent - balance, Evidence(FundPayment.schema, paid))
      }
      let user = requests.reference(FundRequest.user, row)
      for at in paid {
        guard let payee = payments.reference(FundPayment.payee, at), let on = payments.day(FundPayment.paidOn, at) else { continue }
        if let user, payee != user {
          add(row, "收款企业不是使用企业", payments.number(FundPayment.amount, at), Evidence(FundPayment.schema, row: at))
        }
        if payments.text(FundPayment.kind, at) == "final payment", requests.text(FundRequest.procedure, row) != "emergency",
          let approved = requests.day(FundRequest.decidedOn, row), on < approved.adding(days: publicity)
        {
          add(row, "尾款拨付时公示不足\(publicity)日", payments.number(FundPayment.amount, at), Evidence(FundPayment.schema, row: at))
        }
        if let entry = black.first(where: { $0.enterprise == payee && $0.isInEffect(on: on) }) {
          add(row, "拨付时收款企业在黑榜", payments.number(FundPayment.amount, at), Evidence(ListEntry.schema, row: entry.row),
            Evidence(FundPayment.schema, row: at))
        }
      }
      if let overrun = requests.number(FundRequest.overrun, row), let approved = requests.number(FundRequest.approved, row),
        approved > 0, overrun > minimum.fen, ratio.compare(overrun, of: approved) > 0
      {
        add(row, "决算超支应重新申请", overrun)
      }
      let isDecided = requests.day(FundRequest.decidedOn, row).map { $0 <= day } == true
      if isDecided, requests.text(FundRequest.status, row) != "refused", requests.text(FundRequest.procedure, row) != "emergency",
        requests.text(FundRequest.vote, row) == nil
      {
        add(row, "非应急使用无业主决定", nil)
      }
    }
    for row in 0..<inquiries.count {
      guard let opened = inquiries.day(FundInvestigation.openedOn, row), opened <= day,
        inquiries.day(FundInvestigation.decidedOn, row).map({ $0 > day }) ?? true
      else { continue }
      let project = inquiries.reference(FundInvestigation.project, row)
      sheet.add(
        [
          places.name(inquiries.reference(FundInvestigation.county, row)), .optional(inquiries.text(FundInvestigation.number, row)),
          .optional(project.flatMap { projects.text(Project.name, $0) }),
          .text("立案调查中：" + (inquiries.chinese(FundInvestigation.suspicion, row) ?? "")), .empty, .empty, .empty,
        ], Evidence(FundInvestigation.schema, row: row))
    }
    return sheet.result
  }
}
