internal import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: the text gives no measure; an account below a share of its first deposit is to be topped up (建设部令165号 17), one below another cannot meet an emergency. Parameters: `fund.topUpBelow`, `fund.emergencyReserve`.
///
/// One row an account on the day, with what it holds after the payments out of it since the last reconciliation. What was paid for the
/// estate in the calendar year stands beside, per estate.
public enum FundLedger {
  public static let figure = Figure(
    name: "fund-ledger", title: Bilingual(zh: "维修资金台账", en: "ledger of the maintenance fund"), article: "A14", cycle: .month,
    compute: compute)

  static func compute(_ snapshot: Snapshot, _ day: Day) throws(RuleError) -> FigureResult {
    var sheet = FigureSheet(
      snapshot, on: day,
      [
        ("county", "县区"), ("account", "账户"), ("project", "项目"), ("first_deposit", "首期交存"), ("balance", "账户余额"), ("share", "余额占比"),
        ("top_up", "应续交"), ("below_reserve", "低于应急储备"), ("paid", "项目本年拨付"), ("open", "项目在途申请"),
      ])
    let topUp = try sheet.read(FundParameters.topUpBelow), reserve = try sheet.read(FundParameters.emergencyReserve)
    let places = try Places(snapshot)
    let accounts = try TableFacts(snapshot, FundAccount.schema, derived: FundAccount.available), projects = try TableFacts(snapshot, Project.schema)
    let requests = try TableFacts(snapshot, FundRequest.schema), payments = try TableFacts(snapshot, FundPayment.schema)
    var paid: [Int: (sum: Int64, rows: [Int])] = [:], open: [Int: [Int]] = [:]
    for row in 0..<payments.count {
      guard let on = payments.day(FundPayment.paidOn, row), on <= day, on.year == day.year,
        let project = payments.reference(FundPayment.request, row).flatMap({ requests.reference(FundRequest.project, $0) })
      else { continue }
      let (sum, overflow) = (paid[project]?.sum ?? 0).addingReportingOverflow(payments.number(FundPayment.amount, row) ?? 0)
      paid[project] = (overflow ? .max : sum, (paid[project]?.rows ?? []) + [row])
    }
    for row in 0..<requests.count {
      guard let project = requests.reference(FundRequest.project, row), !["paid", "refused"].contains(requests.text(FundRequest.status, row)) else { continue }
      open[project, default: []].append(row)
    }
    for row in 0..<accounts.count {
      guard let project = accounts.reference(FundAccount.project, row), let balance = accounts.number(FundAccount.available, row) else { continue }
      let deposit = accounts.number(FundAccount.firstDeposit, row).flatMap { $0 > 0 ? $0 : nil }
      /// Unknown without a first deposit.
      func isBelow(_ share: Ratio) -> Cell { deposit.map { .yes(share.compare(balance, of: $0) < 0) } ?? .empty }
      sheet.add(
        [
          places.name(projects.reference(Project.county, project)), .optional(accounts.text(FundAccount.code, row)),
          .optional(projects.text(Project.name, project)), .quantity(deposit, Money.type), .quantity(balance, Money.type),
          deposit.map { .ratio(balance, of: $0) } ?? .empty, isBelow(topUp), isBelow(reserve),
          .quantity(paid[project]?.sum, Money.type), .count(open[project]?.count ?? 0),
        ], Evidence(FundAccount.schema, row: row), Evidence(FundPayment.schema, paid[project]?.rows ?? []),
        Evidence(FundRequest.schema, open[project] ?? []))
    }
    return sheet.result
  }
}
