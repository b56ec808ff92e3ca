internal import CityModel
internal import Columns

/// Maintenance-fund requests and satisfaction surveys.
extension City {
  func fundRecords() -> [Record] {
    var told: [(project: Int, applicant: Int?, user: Int, procedure: String, balance: Int64, fund: Story.Fund)] = []
    for (enterprise, estates) in portfolios().enumerated() {
      guard let story = enterprises[enterprise].story, let first = estates.first else { continue }
      for fund in Story.all[story].funds {
        let applicant = fund.applicantKind == "enterprise" ? enterprise : nil
        told.append((first, applicant, enterprise, "general", 2_350_000, fund))
      }
    }
    for (position, project) in projects.enumerated() where project.story == nil && project.builtYear <= 2018 {
      guard let enterprise = project.tenures.last?.enterprise, enterprises[enterprise].quality <= .middling else {
        continue
      }
      var draws = Draws(seed, .fund, position)
      guard draws.chance(420) else { continue }
      let (procedure, category, fund) = request(of: project, &draws)
      let applicant = fund.applicantKind == "enterprise" ? enterprise : nil
      let balance = Int64(project.households * draws.within(900, 5200))
      told.append(
        (position, applicant, enterprise, procedure, max(balance, fund.amount), fund.with(category: category)))
    }
    return told.sorted { ($0.fund.submitted, $0.project) < ($1.fund.submitted, $1.project) }
      .filter { known($0.fund.submitted) != nil }.enumerated().map { serial, item in
        let number =
          item.fund.number.isEmpty ? "WX-\(item.fund.submitted.year)-\(padded(serial + 1, 4))" : item.fund.number
        return fundRecord(number, item.project, item.applicant, item.user, item.procedure, item.balance, item.fund)
      }
  }

  private func fundRecord(
    _ number: String, _ project: Int, _ applicant: Int?, _ user: Int, _ procedure: String, _ balance: Int64,
    _ fund: Story.Fund
  ) -> Record {
    let reviewed = known(fund.reviewed)
    let decided = known(fund.decided)
    let approved = decided == nil ? nil : fund.approved
    let paid = approved == nil ? nil : fund.paid
    let isRefused = decided != nil && approved == nil
    let status =
      isRefused
      ? "refused"
      : paid != nil && paid == approved
        ? "paid"
        : decided != nil
          ? "approved"
          : reviewed != nil ? "reviewed" : "submitted"
    // Some works cost more than was approved, a few by more than the tenth that needs a new request.
    var draws = Draws(seed, .account, 4_000_000_000 + project)
    let settlement = fund.number.isEmpty && status == "paid" ? approved.map { $0 * Int64(draws.pick([94, 97, 100, 100, 103, 108, 118])) / 100 } : nil
    func yuan(_ amount: Int64?) -> String? { amount.flatMap { Money(yuan: $0)?.description } }
    let serial = project % 40 + 1
    return Record(
      FundRequest.schema,
      [
        (FundRequest.number, number), (FundRequest.project, projects[project].code), (FundRequest.procedure, procedure),
        (FundRequest.category, fund.category), (FundRequest.applicantKind, fund.applicantKind),
        (FundRequest.applicant, applicant.map { enterprises[$0].uscc }), (FundRequest.user, enterprises[user].uscc),
        (FundRequest.amount, yuan(fund.amount)), (FundRequest.balance, yuan(balance)),
        (FundRequest.vote, procedure == "emergency" ? nil : "业决〔\(fund.submitted.year)〕\(serial)号"),
        (FundRequest.submittedOn, fund.submitted.description), (FundRequest.reviewedOn, reviewed.text),
        (FundRequest.decidedOn, decided.text), (FundRequest.approved, yuan(approved)), (FundRequest.paid, yuan(paid)),
        (FundRequest.status, status), (FundRequest.settlement, yuan(settlement)),
      ])
  }

  private func request(of project: SampleProject, _ draws: inout Draws) -> (String, String, Story.Fund) {
    let categories = [
      "roof or wall leak", "drainage", "facade danger", "water pump", "fire facilities", "lift failure", "other",
    ]
    let category = categories[draws.weighted([300, 170, 90, 90, 110, project.highRise ? 420 : 0, 70])]
    let procedure = ["general", "small", "emergency"][draws.weighted([560, 190, category == "other" ? 0 : 250])]
    let amount: Int64 =
      procedure == "small"
      ? Int64(draws.within(12, 98)) * 100
      : procedure == "emergency" ? Int64(draws.within(8, 160)) * 1000 : Int64(draws.within(18, 460)) * 1000
    let kind = ["enterprise", "owners committee", "interim committee", "community"][draws.weighted([680, 200, 50, 70])]
    let submitted = cut.adding(days: -draws.within(1, 425)).office
    let reviewed = submitted.adding(days: draws.within(1, 4)).office
    let decided = reviewed.adding(days: procedure == "emergency" ? draws.within(1, 3) : draws.within(4, 18)).office
    let isApproved = draws.chance(900)
    let approved = isApproved ? (draws.chance(800) ? amount : amount * Int64(draws.within(70, 98)) / 100) : nil
    let isWaiting = draws.chance(70)
    var paid: Int64?
    if let approved, known(decided.adding(days: 12)) != nil {
      let isComplete = known(decided.adding(days: draws.within(35, 90))) != nil
      paid = isComplete ? approved : approved * (procedure == "emergency" ? 7 : 5) / 10
    }
    return (
      procedure, category,
      Story.Fund(
        number: "", category: category, applicantKind: kind, amount: amount, submitted: submitted,
        reviewed: isWaiting ? nil : reviewed, decided: isWaiting ? nil : decided, approved: approved, paid: paid)
    )
  }

  func surveyRecords() -> [Record] {
    var told: [(project: Int, enterprise: Int, asked: Story.Asked)] = []
    for (enterprise, estates) in portfolios().enumerated() {
      if let story = enterprises[enterprise].story {
        for asked in Story.all[story].surveys { told.append((estates.first ?? 0, enterprise, asked)) }
        continue
      }
      for project in estates {
        var draws = Draws(seed, .survey, project)
        guard draws.chance(320), let tenure = projects[project].tenures.last else { continue }
        let held = max(cut.adding(days: -draws.within(20, 380)), tenure.from.adding(days: 60))
        let answered = draws.within(24, 110)
        let rate = enterprises[enterprise].quality.satisfied + draws.within(-50, 50)
        told.append(
          (project, enterprise, .init(held: held, satisfied: answered * min(1000, rate) / 1000, answered: answered)))
      }
    }
    return told.sorted { ($0.asked.held, $0.project) < ($1.asked.held, $1.project) }
      .filter { known($0.asked.held) != nil }.enumerated().map { serial, item in
        Record(
          Survey.schema,
          [
            (Survey.number, "DCB-\(padded(serial + 1, 5))"), (Survey.project, projects[item.project].code),
            (Survey.enterprise, enterprises[item.enterprise].uscc), (Survey.heldOn, item.asked.held.description),
            (Survey.satisfied, String(item.asked.satisfied)), (Survey.answered, String(item.asked.answered)),
          ])
      }
  }
}

extension Story.Fund {
  fileprivate func with(category: String) -> Story.Fund {
    var fund = self
    fund.category = category
    return fund
  }
}
