internal import CityModel
internal import Columns

/// Fire safety, charging, lifts, and the seasons' checklists.
extension City {
  func fireInspectionRecords() -> [Record] {
    var rows = Rows(FireInspection.schema, "XF")
    for (position, project) in projects.enumerated() {
      var draws = Draws(seed, .safety, position)
      guard draws.chance(project.highRise ? 620 : 220) else { continue }
      let on = ago(draws.within(5, 380))
      let kept = serving(project).map { [980, 950, 900, 820, 700][quality($0).rawValue] } ?? 750
      let (lane, exits, facilities) = (draws.chance(kept), draws.chance(kept), draws.chance(kept))
      let fixed = lane && exits && facilities ? nil : draws.chance(650) ? known(on.adding(days: draws.within(3, 40))) : nil
      rows.add([
        (FireInspection.project, project.code), (FireInspection.inspectedOn, on.description), (FireInspection.laneClear, lane.text),
        (FireInspection.exitsClear, exits.text), (FireInspection.facilitiesWork, facilities.text), (FireInspection.fixedOn, fixed.text),
      ])
    }
    return rows.records
  }

  func fireReportRecords() -> [Record] {
    var rows = Rows(FireReport.schema, "QZ")
    for (position, project) in projects.enumerated() {
      guard let tenure = serving(project) else { continue }
      var draws = Draws(seed, .safety, 1_000_000_000 + position)
      for _ in 0..<draws.weighted([700, 190, 70, 40]) {
        let on = max(ago(draws.within(5, 300)), tenure.from)
        guard known(on) != nil else { continue }
        let emergency = draws.chance(60)
        rows.add([
          (FireReport.project, project.code), (FireReport.enterprise, enterprises[tenure.enterprise].uscc),
          (FireReport.kind, draws.pick(["fire lane", "fire lane", "illegal building", "flying wires", "blocked exit"])),
          (FireReport.dissuadedOn, emergency ? nil : on.adding(days: -draws.within(0, 6)).description), (FireReport.emergency, emergency.text),
          (FireReport.reportedOn, on.description), (FireReport.reportedTo, draws.pick(["street", "fire rescue", "urban management"])),
          (FireReport.enforcementAcceptedOn, draws.chance(640) ? known(on.adding(days: draws.within(1, 14))).text : nil),
        ])
      }
    }
    return rows.records
  }

  func chargingRecords() -> [Record] {
    var rows = Rows(ChargingSurvey.schema, "CD")
    for (position, project) in projects.enumerated() {
      var draws = Draws(seed, .safety, 2_000_000_000 + position)
      guard draws.chance(760) else { continue }
      let bikes = project.households * draws.within(20, 95) / 100
      rows.add([
        (ChargingSurvey.project, project.code), (ChargingSurvey.surveyedOn, ago(draws.within(20, 330)).description), (ChargingSurvey.ebikes, String(bikes)),
        (ChargingSurvey.sockets, String(bikes * draws.within(0, project.oldEstate ? 25 : 60) / 100)), (ChargingSurvey.sheds, String(draws.below(6))),
        (ChargingSurvey.turnover, draws.chance(700) ? "\(draws.within(1, 3)).\(draws.pick(["00", "25", "50"]))" : nil),
        (ChargingSurvey.planned, String(draws.chance(250) ? draws.within(10, 60) : 0)),
      ])
    }
    return rows.records
  }

  func liftRecords() -> [Record] {
    projects.enumerated().flatMap { position, project -> [Record] in
      guard project.highRise else { return [] }
      var draws = Draws(seed, .safety, 3_000_000_000 + position)
      let share = draws.pick([0, 300, 600, 1000, 1000])
      return (1...max(1, buildings(of: project) / 2)).flatMap { building in
        (1...2).map { serial -> Record in
          let blocks = draws.chance(share)
          return Record(
            Lift.schema,
            [
              (Lift.code, "DT-\(project.code)-\(building)\(serial)"), (Lift.project, project.code),
              (Lift.building, self.building(of: project, building)), (Lift.highRise, "true"), (Lift.blocking, blocks.text),
              (Lift.blockingOn, blocks ? ago(draws.within(10, 600)).description : nil),
            ])
        }
      }
    }
  }

  func inspectionItemRecords() -> [Record] {
    var rows = Rows(InspectionItem.schema, "JJ")
    let checks = [
      "flood": ["排水沟疏通", "地下车库挡水板", "应急水泵试运行"], "snow": ["防滑物资储备", "除雪工具到位", "主要通道清扫"],
      "heating": ["换热站检查", "管道保温"],
    ]
    for (position, project) in projects.enumerated() {
      var draws = Draws(seed, .safety, 4_000_000_000 + position)
      guard draws.chance(300) else { continue }
      let season = draws.pick(["flood", "flood", "snow", "heating"])
      let on = season == "flood" ? ago(draws.within(60, 170)) : season == "snow" ? ago(draws.within(220, 330)) : ago(draws.within(3, 30))
      for item in checks[season] ?? [] {
        let met = draws.chance(820)
        rows.add([
          (InspectionItem.project, project.code), (InspectionItem.season, season), (InspectionItem.item, item),
          (InspectionItem.inspectedOn, on.description), (InspectionItem.met, met.text),
          (InspectionItem.fixedOn, met ? nil : draws.chance(600) ? known(on.adding(days: draws.within(1, 20))).text : nil),
        ])
      }
    }
    return rows.records
  }
}
