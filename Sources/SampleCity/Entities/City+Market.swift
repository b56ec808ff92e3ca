internal import CityModel
internal import Columns

/// Standards, prices, fees, tenders, and what departments do about violations.
extension City {
  func standardRecords() -> [Record] {
    var rows = Rows(ServiceStandard.schema, "BZ")
    var draws = Draws(seed, .market, 0)
    let adopted = ago(draws.within(400, 700)).office
    for (level, text) in ["公共区域每日清扫", "二十四小时值守", "客服专人接待", "设施定期保养", "全天候综合服务"].enumerated() {
      rows.add([
        (ServiceStandard.serviceLevel, String(level + 1)), (ServiceStandard.version, String(adopted.year)), (ServiceStandard.subject, text),
        (ServiceStandard.adoptedOn, known(adopted).text), (ServiceStandard.document, "长住建〔\(adopted.year)〕18号"),
      ])
    }
    return rows.records
  }

  /// Fen for a square metre and month, by level.
  private static let base: [Int64] = [45, 68, 95, 128, 170]

  func priceRecords() -> [Record] {
    var rows = Rows(GuidedPrice.schema, "JG")
    var draws = Draws(seed, .market, 1)
    for start in [ago(1400), ago(draws.within(200, 330))] {
      for (level, base) in City.base.enumerated() {
        let older = start == ago(1400)
        rows.add([
          (GuidedPrice.serviceLevel, String(level + 1)), (GuidedPrice.basePrice, yuan(fen: older ? base * 92 / 100 : base)),
          (GuidedPrice.floatUp, "10.00"), (GuidedPrice.floatDown, "20.00"), (GuidedPrice.startsOn, start.description),
          (GuidedPrice.averageCost, yuan(fen: base * 88 / 100)), (GuidedPrice.minimumWage, older ? "1880.00" : "1980.00"),
          (GuidedPrice.priceIndex, "\(draws.within(0, 2)).\(draws.within(10, 99))"), (GuidedPrice.inputSource, "市统计局、市人社局公布数据"),
          (GuidedPrice.document, "长发改价〔\(start.year)〕\(older ? 41 : 57)号"),
        ])
      }
    }
    return rows.records
  }

  func feeRecords() -> [Record] {
    var rows = Rows(ProjectFee.schema, "SF")
    for (position, project) in projects.enumerated() {
      guard let tenure = serving(project), known(tenure.from) != nil else { continue }
      var draws = Draws(seed, .market, 1_000_000_000 + position)
      let level = project.oldEstate ? draws.within(1, 2) : draws.within(2, 5)
      let base = City.base[level - 1]
      let over = tenure.preliminary && project.story == nil && draws.chance(quality(tenure) >= .middling ? 160 : 25)
      let price = tenure.preliminary ? base * Int64(over ? draws.within(112, 130) : draws.within(85, 110)) / 100 : base * Int64(draws.within(80, 150)) / 100
      let rate = min(99, enterprises[tenure.enterprise].quality.satisfied / 11 + draws.within(-8, 14))
      let collected = "\(rate).\(draws.within(10, 99))"
      func fee(_ price: Int64, from: Day, until: Day?, collected: String?) {
        rows.add([
          (ProjectFee.project, project.code), (ProjectFee.regime, tenure.preliminary ? "guided" : "market"), (ProjectFee.serviceLevel, String(level)),
          (ProjectFee.price, yuan(fen: price)), (ProjectFee.startsOn, from.description), (ProjectFee.endedOn, until?.description),
          (ProjectFee.collectionRate, collected),
        ])
      }
      // Some owners have agreed to another fee, which not every board tells of.
      let change = ago(draws.within(10, 330))
      if !tenure.preliminary, project.story == nil, change > tenure.from.adding(days: 30), draws.chance(120) {
        fee(price * 92 / 100, from: tenure.from, until: change.adding(days: -1), collected: nil)
        fee(price, from: change, until: nil, collected: collected)
      } else {
        fee(price, from: tenure.from, until: nil, collected: collected)
      }
    }
    return rows.records
  }

  /// Enterprises about whose conduct something is decided, in order.
  private func conduct(_ purpose: Int, _ chance: [Int], _ body: (_ enterprise: Int, _ project: Int, _ draws: inout Draws) -> Void) {
    for (position, estates) in portfolios().enumerated() where enterprises[position].story == nil {
      guard let project = estates.first else { continue }
      var draws = Draws(seed, .market, 2_000_000_000 + purpose * 1_000_000 + position)
      if draws.chance(chance[enterprises[position].quality.rawValue]) { body(position, project, &draws) }
    }
  }

  func violationRecords() -> [Record] {
    var rows = Rows(PriceViolation.schema, "JW")
    conduct(1, [0, 6, 50, 180, 300]) { enterprise, project, draws in
      let on = ago(draws.within(15, 380)).office
      guard known(on) != nil else { return }
      rows.add([
        (PriceViolation.enterprise, enterprises[enterprise].uscc), (PriceViolation.project, projects[project].code),
        (PriceViolation.county, countyCode(projects[project].county)),
        (PriceViolation.kind, draws.pick(["over guided price", "not marked", "promise broken", "price fraud"])),
        (PriceViolation.decidedOn, on.description), (PriceViolation.penalty, yuan(fen: Int64(draws.within(2, 40)) * 100_000)),
        (PriceViolation.document, "市监罚〔\(on.year)〕\(draws.within(100, 900))号"),
      ])
    }
    return rows.records
  }

  func referralRecords() -> [Record] {
    var rows = Rows(Referral.schema, "YS")
    for county in geography.counties.indices {
      var draws = Draws(seed, .market, 3_000_000_000 + county)
      let here = projects.indices.filter { projects[$0].county == county }
      for _ in 0..<draws.within(4, 9) {
        let sent = ago(draws.within(3, 300))
        let answered = known(sent.adding(days: draws.within(5, 70)))
        let closes = draws.chance(760) && answered != nil
        let there = draws.chance(750)
        let other = draws.pick(["urban management", "market regulation", "police"])
        rows.add([
          (Referral.county, countyCode(county)), (Referral.from, there ? "housing" : other), (Referral.to, there ? other : "housing"),
          (Referral.project, here.isEmpty ? nil : projects[draws.pick(here)].code), (Referral.facts, draws.pick(["违规收取费用", "擅自利用公共部位经营", "侵占公共收益", "占用消防通道"])),
          (Referral.referredOn, sent.description), (Referral.due, draws.chance(600) ? sent.adding(days: 30).description : nil),
          (Referral.feedbackOn, closes ? answered.text : nil), (Referral.feedback, closes ? draws.pick(["已立案查处", "责令改正", "查无实据"]) : nil),
        ])
      }
    }
    return rows.records
  }

  func restrictionRecords() -> [Record] {
    var rows = Rows(Restriction.schema, "XZ")
    conduct(2, [0, 0, 20, 200, 450]) { enterprise, project, draws in
      let on = ago(draws.within(15, 360)).office
      guard known(on) != nil else { return }
      rows.add([
        (Restriction.enterprise, enterprises[enterprise].uscc), (Restriction.county, countyCode(projects[project].county)),
        (Restriction.facts, "未按合同履约，严重侵害群众利益"), (Restriction.noticedOn, on.adding(days: -21).office.description),
        (Restriction.decidedOn, on.description), (Restriction.document, document(projects[project].county, on, draws.within(100, 160))),
        (Restriction.expiresOn, on.adding(months: draws.pick([6, 12])).description),
      ])
    }
    return rows.records
  }

  func licenceRecords() -> [Record] {
    var rows = Rows(LicenceReferral.schema, "ZX")
    conduct(3, [0, 0, 10, 90, 300]) { enterprise, project, draws in
      let on = ago(draws.within(30, 360)).office
      guard known(on) != nil else { return }
      let decided = draws.chance(500) ? known(on.adding(days: draws.within(20, 90))) : nil
      rows.add([
        (LicenceReferral.enterprise, enterprises[enterprise].uscc), (LicenceReferral.county, countyCode(projects[project].county)),
        (LicenceReferral.facts, "经营行为严重违反法律法规"), (LicenceReferral.referredOn, on.description),
        (LicenceReferral.document, document(projects[project].county, on, draws.within(161, 199))),
        (LicenceReferral.outcome, decided == nil ? "pending" : draws.pick(["not taken up", "deregistered"])), (LicenceReferral.decidedOn, decided.text),
      ])
    }
    return rows.records
  }

  func exitRecords() -> [Record] { exitTables().0.records }
  func exitStepRecords() -> [Record] { exitTables().1.records }

  private func exitTables() -> (Rows, Rows) {
    var cases = Rows(ExitCase.schema, "TC"), steps = Rows(ExitStep.schema, "TB")
    conduct(4, [0, 0, 30, 160, 800]) { enterprise, project, draws in
      let on = ago(draws.within(20, 300)).office
      guard known(on) != nil else { return }
      let decided = draws.chance(600) ? known(on.adding(days: draws.within(40, 120))) : nil
      let number = cases.add([
        (ExitCase.enterprise, enterprises[enterprise].uscc), (ExitCase.county, countyCode(projects[project].county)),
        (ExitCase.ground, draws.chance(700) ? "complaints" : "owners' reaction"), (ExitCase.startedOn, on.description),
        (ExitCase.departmentOn, on.description), (ExitCase.streetOn, on.description), (ExitCase.complainants, String(draws.within(21, 60))),
        (ExitCase.status, decided == nil ? "owners deciding" : "handing over"), (ExitCase.document, document(projects[project].county, on, draws.within(200, 240))),
      ])
      if let decided {
        steps.add([
          (ExitStep.exitCase, number), (ExitStep.project, projects[project].code), (ExitStep.step, "owners' decision"),
          (ExitStep.doneOn, decided.description),
        ])
      }
      steps.add([
        (ExitStep.exitCase, number), (ExitStep.project, projects[project].code), (ExitStep.step, "guidance to sue"),
        (ExitStep.doneOn, on.description),
      ])
    }
    return (cases, steps)
  }

  func guidanceRecords() -> [Record] {
    var rows = Rows(Guidance.schema, "YD")
    conduct(5, [0, 0, 25, 150, 450]) { enterprise, project, draws in
      let on = ago(draws.within(20, 330)).office
      guard known(on) != nil else { return }
      rows.add([
        (Guidance.enterprise, enterprises[enterprise].uscc), (Guidance.project, projects[project].code),
        (Guidance.county, countyCode(projects[project].county)), (Guidance.determinedOn, on.description), (Guidance.refuses, "true"),
        (Guidance.breach, "true"), (Guidance.strongReaction, "true"), (Guidance.facts, "拒不整改、不履约且业主反映强烈"),
        (Guidance.document, document(projects[project].county, on, draws.within(241, 280))),
      ])
    }
    return rows.records
  }

  func handoverRecords() -> [Record] {
    var rows = Rows(Handover.schema, "YJ")
    for (position, project) in projects.enumerated() where project.tenures.count > 1 {
      guard let last = project.tenures.last, let before = project.tenures.dropLast().last, before.enterprise != last.enterprise,
        let began = known(last.from)
      else { continue }
      var draws = Draws(seed, .market, 5_000_000_000 + position)
      func done() -> Day? { draws.chance(900) ? known(began.adding(days: draws.within(0, 35))) : nil }
      let (premises, facilities, records) = (done(), done(), done())
      let all = [premises, facilities, records].compactMap { $0 }
      rows.add([
        (Handover.project, project.code), (Handover.enterprise, enterprises[before.enterprise].uscc),
        (Handover.successor, enterprises[last.enterprise].uscc), (Handover.startedOn, began.description), (Handover.premisesOn, premises.text),
        (Handover.facilitiesOn, facilities.text), (Handover.recordsOn, records.text), (Handover.due, began.adding(days: 15).description),
        (Handover.doneOn, all.count == 3 ? all.max().text : nil),
      ])
    }
    return rows.records
  }
}
