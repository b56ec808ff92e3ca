internal import CityModel
internal import Columns

/// Managers and what else an enterprise tells of itself.
extension City {
  /// The estates of each manager, enterprise by enterprise: one to three, and too many with a poor enterprise.
  private var managers: [(enterprise: Int, estates: [Int])] {
    portfolios().enumerated().flatMap { enterprise, estates -> [(enterprise: Int, estates: [Int])] in
      var draws = Draws(seed, .manager, enterprise)
      var found: [(enterprise: Int, estates: [Int])] = []
      var rest = estates[...]
      while !rest.isEmpty {
        let load = enterprises[enterprise].quality >= .poor ? draws.within(2, 4) : draws.weighted([0, 650, 280, 70])
        found.append((enterprise, Array(rest.prefix(max(1, load)))))
        rest = rest.dropFirst(max(1, load))
      }
      return found
    }
  }

  private func code(ofManager serial: Int) -> String { "FZR-\(padded(serial + 1, 5))" }

  func managerRecords() -> [Record] {
    let families = Array("赵钱孙李周吴郑王"), givens = Array("甲乙丙丁戊己庚辛")
    return managers.enumerated().map { serial, manager in
      Record(
        Manager.schema,
        [
          (Manager.code, code(ofManager: serial)), (Manager.enterprise, enterprises[manager.enterprise].uscc),
          (Manager.personName, String([families[serial % 8], givens[(serial / 8 + manager.enterprise) % 8]])),
        ])
    }
  }

  func assignmentRecords() -> [Record] {
    var rows = Rows(ManagerAssignment.schema, "RZ")
    for (serial, manager) in managers.enumerated() {
      for estate in manager.estates {
        guard let tenure = serving(projects[estate]), let start = known(max(tenure.from, enterprises[manager.enterprise].since)) else { continue }
        var draws = Draws(seed, .manager, 1_000_000_000 + estate)
        let kept = projects[estate].story != nil ? 1000 : [985, 955, 900, 760, 600][quality(tenure).rawValue]
        func done(_ low: Int, _ high: Int) -> String? {
          draws.chance(kept) ? known(start.adding(days: draws.within(low, high))).text : draws.chance(500) ? known(start.adding(days: high + 40)).text : nil
        }
        rows.add([
          (ManagerAssignment.manager, code(ofManager: serial)), (ManagerAssignment.project, projects[estate].code),
          (ManagerAssignment.startsOn, start.description), (ManagerAssignment.filedOn, done(2, 28)),
          (ManagerAssignment.reportedToStreetOn, done(1, 14)), (ManagerAssignment.reportedToCommunityOn, done(1, 14)),
        ])
      }
    }
    return rows.records
  }

  func attendanceRecords() -> [Record] {
    var rows = Rows(MeetingAttendance.schema, "QD")
    for (serial, manager) in managers.enumerated() {
      guard let estate = manager.estates.first else { continue }
      var draws = Draws(seed, .manager, 2_000_000_000 + serial)
      for meeting in 0..<4 {
        rows.add([
          (MeetingAttendance.community, community(of: estate)), (MeetingAttendance.manager, code(ofManager: serial)),
          (MeetingAttendance.meetingOn, ago(360 - meeting * 90 + draws.below(30)).description),
          (MeetingAttendance.attended, draws.chance([970, 930, 840, 640, 480][enterprises[manager.enterprise].quality.rawValue]).text),
        ])
      }
    }
    return rows.records
  }

  func trainingRecords() -> [Record] {
    var rows = Rows(Training.schema, "PX")
    for (position, enterprise) in enterprises.enumerated() {
      var draws = Draws(seed, .manager, 3_000_000_000 + position)
      for _ in 0..<draws.weighted([300, 450, 250]) {
        rows.add([
          (Training.enterprise, enterprise.uscc), (Training.county, countyCode(enterprise.home)),
          (Training.trainedOn, ago(draws.within(5, 390)).description), (Training.subject, draws.pick(["消防安全", "电梯应急", "客户服务", "法规学习"])),
          (Training.trainingHours, String(draws.within(2, 16))), (Training.participants, String(draws.within(4, max(5, enterprise.staff)))),
        ])
      }
    }
    return rows.records
  }

  func registryRecords() -> [Record] {
    var rows = Rows(RegistryEvent.schema, "DJ")
    for (position, enterprise) in enterprises.enumerated() {
      var draws = Draws(seed, .manager, 4_000_000_000 + position)
      let registered = enterprise.since.adding(days: -draws.within(30, 900))
      func add(_ kind: String, _ department: String, _ day: Day) {
        guard known(day) != nil else { return }
        rows.add([
          (RegistryEvent.enterprise, enterprise.uscc), (RegistryEvent.kind, kind), (RegistryEvent.department, department),
          (RegistryEvent.happenedOn, day.description), (RegistryEvent.receivedOn, known(day.adding(days: draws.within(1, 9))).text),
        ])
      }
      add("registered", "approval", registered)
      add("tax registered", "tax", registered.adding(days: draws.within(5, 40)))
      if enterprise.story == nil, draws.chance(30) { add("no tax record", "tax", ago(draws.within(20, 200))) }
      if enterprise.story == nil, draws.chance(8) { add("licence cancelled", "approval", ago(draws.within(10, 150))) }
    }
    return rows.records
  }

  func reemploymentRecords() -> [Record] {
    var rows = Rows(Reemployment.schema, "ZJ")
    for (position, enterprise) in enterprises.enumerated() where enterprise.staff4050 > 0 {
      var draws = Draws(seed, .manager, 5_000_000_000 + position)
      rows.add([
        (Reemployment.enterprise, enterprise.uscc), (Reemployment.county, countyCode(enterprise.home)),
        (Reemployment.countedOn, ago(draws.within(5, 120)).description), (Reemployment.persons, String(enterprise.staff4050)),
      ])
    }
    return rows.records
  }

  func commendationRecords() -> [Record] { commendationTables().0.records }
  func awardRecords() -> [Record] { commendationTables().1.records }

  private func commendationTables() -> (Rows, Rows) {
    var commendations = Rows(Commendation.schema, "BZ"), awards = Rows(Award.schema, "JL")
    for (position, enterprise) in enterprises.enumerated() where enterprise.story == nil && enterprise.quality <= .good {
      var draws = Draws(seed, .manager, 6_000_000_000 + position)
      guard draws.chance(enterprise.quality == .excellent ? 240 : 40) else { continue }
      let level = ["national", "province", "city", "county"][draws.weighted([30, 220, 400, 350])]
      let on = ago(draws.within(10, 420))
      let number = commendations.add([
        (Commendation.recipientKind, "enterprise"), (Commendation.enterprise, enterprise.uscc),
        (Commendation.county, countyCode(enterprise.home)), (Commendation.level, level), (Commendation.commendedOn, on.description),
        (Commendation.document, "表彰〔\(on.year)〕\(draws.within(1, 80))号"),
      ])
      // One county in a while awards for what does not suffice.
      if draws.chance(level == "national" || level == "province" ? 500 : 60), let granted = known(on.adding(days: draws.within(20, 120))) {
        awards.add([
          (Award.commendation, number), (Award.county, countyCode(enterprise.home)),
          (Award.amount, yuan(fen: Int64(draws.within(1, 10)) * 1_000_000)), (Award.grantedOn, granted.description),
        ])
      }
    }
    return (commendations, awards)
  }

  func honourRecords() -> [Record] {
    var rows = Rows(Honour.schema, "PY")
    for (position, project) in projects.enumerated() where project.story == nil {
      var draws = Draws(seed, .manager, 7_000_000_000 + position)
      guard let tenure = serving(project), quality(tenure) == .excellent, draws.chance(90) else { continue }
      rows.add([
        (Honour.project, project.code), (Honour.enterprise, enterprises[tenure.enterprise].uscc), (Honour.title, "物业服务示范项目"),
        (Honour.grantedOn, ago(draws.within(10, 380)).description),
      ])
    }
    return rows.records
  }

  func measureRecords() -> [Record] {
    var rows = Rows(SupervisionMeasure.schema, "JG")
    for (position, enterprise) in enterprises.enumerated() where enterprise.story == nil && enterprise.quality >= .middling {
      var draws = Draws(seed, .manager, 8_000_000_000 + position)
      for _ in 0..<draws.weighted(enterprise.quality == .middling ? [700, 250, 50] : [150, 400, 450]) {
        let taken = ago(draws.within(10, 380)).office
        guard known(taken) != nil else { continue }
        let advised = draws.chance(760)
        let kind = draws.pick(["interview", "interview", "circular", "credit entry"])
        rows.add([
          (SupervisionMeasure.enterprise, enterprise.uscc), (SupervisionMeasure.county, countyCode(enterprise.home)),
          (SupervisionMeasure.kind, kind),
          (SupervisionMeasure.takenOn, taken.description), (SupervisionMeasure.facts, draws.pick(["服务不到位", "整改不及时", "投诉集中"])),
          (SupervisionMeasure.document, document(enterprise.home, taken, draws.within(61, 99))),
          (SupervisionMeasure.advice, advised ? draws.pick(["lower fee", "dismiss", "lower fee"]) : nil),
          (SupervisionMeasure.advisedOn, advised ? taken.description : nil),
          (SupervisionMeasure.outcome, advised && draws.chance(400) ? draws.pick(["业主大会未采纳", "已降低收费标准", "已启动解聘程序"]) : nil),
          // A few were issued as before, without a notice.
          (SupervisionMeasure.noticedOn, kind == "circular" && draws.chance(800) ? taken.adding(days: -20).office.description : nil),
        ])
      }
    }
    return rows.records
  }
}
