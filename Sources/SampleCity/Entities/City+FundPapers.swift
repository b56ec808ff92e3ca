internal import CityModel
internal import Columns

/// The accounts of the maintenance fund and the papers that go with its requests.
extension City {
  func accountRecords() -> [Record] {
    projects.enumerated().compactMap { position, project in
      guard project.builtYear <= 2022 else { return nil }
      var draws = Draws(seed, .account, position)
      let first = Int64(project.households) * Int64(draws.within(3000, 9000)) * 100
      let reconciled = ago(draws.within(20, 420))
      return Record(
        FundAccount.schema,
        [
          (FundAccount.code, account(of: project)), (FundAccount.project, project.code),
          (FundAccount.balance, yuan(fen: first * Int64(draws.within(18, 108)) / 100)), (FundAccount.firstDeposit, yuan(fen: first)),
          (FundAccount.reconciledOn, reconciled.description),
          (FundAccount.publishedOn, draws.chance(830) ? known(reconciled.adding(days: draws.within(2, 19))).text : nil),
        ])
    }
  }

  private func account(of project: SampleProject) -> String { "ZH-\(project.code)" }

  /// What the payments read of a request: the schema's order of the row that was written.
  private func requests() -> [(number: String, project: String, user: String, procedure: String, decided: Day?, approved: Int64, paid: Int64)] {
    let fields = FundRequest.schema.storedFields.map(\.name)
    func at(_ field: Field) -> Int { fields.firstIndex(of: field.name) ?? 0 }
    return fundRecords().map { record in
      func fen(_ field: Field) -> Int64 { ExactDecimal.units(record.cells[at(field)], digits: 2) ?? 0 }
      return (
        record.cells[at(FundRequest.number)], record.cells[at(FundRequest.project)], record.cells[at(FundRequest.user)],
        record.cells[at(FundRequest.procedure)], Day(record.cells[at(FundRequest.decidedOn)]), fen(FundRequest.approved), fen(FundRequest.paid)
      )
    }
  }

  func allocationRecords() -> [Record] {
    var rows = Rows(FundAllocation.schema, "FT")
    let byCode = Dictionary(projects.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    for request in requests() where request.approved > 0 {
      guard let project = byCode[request.project], project.builtYear <= 2022 else { continue }
      rows.add([
        (FundAllocation.request, request.number), (FundAllocation.account, account(of: project)),
        (FundAllocation.area, Cell.decimal(units: project.area, digits: 2).plain), (FundAllocation.share, yuan(fen: request.approved)),
      ])
    }
    return rows.records
  }

  func paymentRecords() -> [Record] {
    var rows = Rows(FundPayment.schema, "BF")
    for (serial, request) in requests().enumerated() where request.paid > 0 {
      guard let decided = request.decided, !request.user.isEmpty else { continue }
      var draws = Draws(seed, .account, 1_000_000_000 + serial)
      let advance = request.paid < request.approved ? request.paid : request.approved * (request.procedure == "emergency" ? 7 : 5) / 10
      func pay(_ kind: String, _ amount: Int64, _ day: Day) {
        guard amount > 0 else { return }
        // One in a while goes to another firm.
        let payee = kind == "advance" && draws.chance(6) ? enterprises[draws.below(enterprises.count)].uscc : request.user
        rows.add([
          (FundPayment.request, request.number), (FundPayment.payee, payee), (FundPayment.kind, kind),
          (FundPayment.paidOn, min(day, ago(1)).description), (FundPayment.amount, yuan(fen: amount)),
        ])
      }
      pay("advance", advance, decided.adding(days: draws.within(3, 11)))
      pay("final payment", request.paid - advance, decided.adding(days: draws.within(35, 90)))
    }
    return rows.records
  }

  func investigationRecords() -> [Record] {
    var rows = Rows(FundInvestigation.schema, "CC")
    let county = Dictionary(projects.map { ($0.code, $0.county) }, uniquingKeysWith: { first, _ in first })
    for (serial, request) in requests().enumerated() where !request.user.isEmpty && request.paid > 0 {
      var draws = Draws(seed, .account, 2_000_000_000 + serial)
      guard draws.chance(28), let decided = request.decided, let at = county[request.project],
        let opened = known(decided.adding(days: draws.within(20, 200)))
      else { continue }
      let closed = draws.chance(600) ? known(opened.adding(days: draws.within(30, 120))) : nil
      rows.add([
        (FundInvestigation.enterprise, request.user), (FundInvestigation.project, request.project), (FundInvestigation.request, request.number),
        (FundInvestigation.county, countyCode(at)), (FundInvestigation.suspicion, draws.pick(["diversion", "fraud"])),
        (FundInvestigation.openedOn, opened.description), (FundInvestigation.decidedOn, closed.text),
        (FundInvestigation.finding, closed == nil ? nil : draws.pick(["unsubstantiated", "unsubstantiated", "partly"])),
      ])
    }
    return rows.records
  }
}
