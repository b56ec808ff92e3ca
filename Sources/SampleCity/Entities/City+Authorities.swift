internal import CityModel
internal import Columns

/// Authorities and their staff, conferences, joint enforcement and the rest of the offices' work.
extension City {
  private func streets(_ county: Int) -> [Geography.Street] { geography.counties[county].streets.filter { $0.weight > 0 } }

  /// Full-time posts of every authority: the city's, the counties' and the streets'.
  private var authorities: [(code: String, level: String, division: String, county: Int?, staff: Int)] {
    var found: [(code: String, level: String, division: String, county: Int?, staff: Int)] = [("GL-1404", "city", "1404", nil, 9)]
    for (county, place) in geography.counties.enumerated() {
      var draws = Draws(seed, .staffing, county)
      found.append(("GL-" + place.code, "county", place.code, county, [7, 5, 3][place.slowness] + draws.within(-1, 1)))
      for street in streets(county) {
        var draws = Draws(seed, .staffing, Int(street.code) ?? 0)
        found.append(("GL-" + street.code, "street", street.code, county, draws.weighted([150, 600, 250])))
      }
    }
    return found
  }

  func authorityRecords() -> [Record] {
    authorities.map { authority in
      var draws = Draws(seed, .staffing, 1_000_000_000 + (Int(authority.division) ?? 0))
      let centre = authority.level == "street" && draws.chance(880) ? ago(draws.within(60, 900)) : nil
      return Record(
        Authority.schema,
        [
          (Authority.code, authority.code), (Authority.name, authority.division + "物业监管"), (Authority.level, authority.level),
          (Authority.division, authority.division), (Authority.county, authority.county.map(countyCode)),
          (Authority.dedicatedAgency, authority.level == "county" ? draws.chance(850).text : nil),
          (Authority.serviceCentreOn, centre.text),
        ])
    }
  }

  func staffRecords() -> [Record] {
    var rows = Rows(StaffAssignment.schema, "RY")
    for authority in authorities {
      var draws = Draws(seed, .staffing, 2_000_000_000 + (Int(authority.division) ?? 0))
      for serial in 0..<(authority.staff + 1) {
        let start = ago(draws.within(60, 1500))
        // The last one works there beside another office.
        rows.add([
          (StaffAssignment.authority, authority.code), (StaffAssignment.person, "P-\(authority.division)-\(serial + 1)"),
          (StaffAssignment.fullTime, (serial < authority.staff).text), (StaffAssignment.startsOn, start.description),
          (StaffAssignment.endedOn, draws.chance(40) ? known(start.adding(days: draws.within(30, 300))).text : nil),
        ])
      }
    }
    return rows.records
  }

  func communityCommitteeRecords() -> [Record] {
    var rows = Rows(CommunityCommittee.schema, "SW")
    for place in communities {
      var draws = Draws(seed, .staffing, 3_000_000_000 + (Int(place.code.suffix(9)) ?? 0))
      guard draws.chance([930, 860, 760][geography.counties[place.county].slowness]) else { continue }
      rows.add([
        (CommunityCommittee.community, place.code), (CommunityCommittee.establishedOn, ago(draws.within(40, 1200)).description),
        (CommunityCommittee.members, String(draws.within(5, 11))),
      ])
    }
    return rows.records
  }

  /// One in each quarter and county, but for the slower counties' lapses; the days are office days.
  private func held(_ purpose: Int, _ kept: [Int], _ body: (_ county: Int, _ day: Day, _ draws: inout Draws) -> Void) {
    for (county, place) in geography.counties.enumerated() {
      for (quarter, first) in quarters.enumerated() {
        var draws = Draws(seed, .office, purpose * 10_000 + county * 10 + quarter)
        let day = first.adding(days: draws.within(12, 84)).office
        guard draws.chance(kept[place.slowness]), known(day) != nil else { continue }
        body(county, day, &draws)
      }
    }
  }

  /// Conferences and what they decided.
  private func conferenceTables() -> (Rows, Rows) {
    var meetings = Rows(Conference.schema, "LX"), decisions = Rows(ConferenceDecision.schema, "YD")
    held(1, [980, 930, 780]) { county, day, draws in
      let led = draws.chance(940)
      let number = meetings.add([
        (Conference.county, countyCode(county)), (Conference.convenedOn, day.description),
        (Conference.convener, led ? "分管副县（区）长" : "县（区）住建局局长"), (Conference.ledByLeader, led.text),
        (Conference.departments, "住建、城管、公安、市场监管"), (Conference.agenda, "联合执法；疑难纠纷化解"),
        (Conference.document, document(county, day, draws.within(1, 60))),
      ])
      for _ in 0..<draws.within(1, 3) {
        let due = day.adding(days: draws.within(20, 75))
        decisions.add([
          (ConferenceDecision.conference, number),
          (ConferenceDecision.decision, draws.pick(["联合整治消防通道", "化解物业费争议", "推进移交接管", "清理公共区域", "建立线索台账"])),
          (ConferenceDecision.dispute, draws.chance(350).text), (ConferenceDecision.responsible, draws.pick(["住建局", "城管局", "街道办", "市场监管局"])),
          (ConferenceDecision.due, due.description),
          (ConferenceDecision.doneOn, draws.chance(780) ? known(due.adding(days: draws.within(-15, 25))).text : nil),
        ])
      }
    }
    return (meetings, decisions)
  }

  func conferenceRecords() -> [Record] { conferenceTables().0.records }
  func decisionRecords() -> [Record] { conferenceTables().1.records }

  func enforcementRecords() -> [Record] {
    var rows = Rows(JointEnforcement.schema, "ZF")
    held(2, [970, 900, 820]) { county, day, draws in
      let problems = draws.within(3, 40)
      rows.add([
        (JointEnforcement.county, countyCode(county)), (JointEnforcement.enforcedOn, day.description),
        (JointEnforcement.departments, draws.chance(930) ? "住建、城管、公安" : "住建"),
        (JointEnforcement.inspected, String(draws.within(2, 18))), (JointEnforcement.problems, String(problems)),
        (JointEnforcement.penalties, String(draws.below(problems))),
        (JointEnforcement.publishedOn, draws.chance(800) ? known(day.adding(days: draws.within(3, 20))).text : nil),
      ])
    }
    return rows.records
  }

  func inspectionRecords() -> [Record] {
    var rows = Rows(Inspection.schema, "JC")
    held(3, [800, 800, 800]) { county, day, draws in
      rows.add([
        (Inspection.authority, "GL-1404"), (Inspection.county, countyCode(county)), (Inspection.inspectedOn, day.description),
        (Inspection.subject, draws.pick(["投诉办理", "信息公示", "备案报到", "消防安全"])), (Inspection.problems, String(draws.below(12))),
        (Inspection.followedUpOn, draws.chance(700) ? known(day.adding(days: draws.within(20, 60))).text : nil),
        (Inspection.resolved, draws.chance(850).text),
      ])
    }
    return rows.records
  }

  func consultationRecords() -> [Record] {
    var rows = Rows(Consultation.schema, "HS")
    held(4, [420, 380, 300]) { county, day, draws in
      rows.add([
        (Consultation.county, countyCode(county)), (Consultation.consultedOn, day.description), (Consultation.departments, "住建、城管、市场监管"),
        (Consultation.subject, draws.pick(["公共收益去向", "拒不移交", "违规收费"])), (Consultation.conclusion, draws.pick(["移送查处", "约谈企业", "继续核实"])),
      ])
    }
    return rows.records
  }

  func leadingGroupRecords() -> [Record] {
    var rows = Rows(LeadingGroup.schema, "LD")
    for county in [nil] + geography.counties.indices.map(Optional.some) {
      var draws = Draws(seed, .office, 50_000 + (county ?? 90))
      guard county == nil || draws.chance(940) else { continue }
      let led = county == nil || draws.chance(900)
      rows.add([
        (LeadingGroup.level, county == nil ? "city" : "county"), (LeadingGroup.county, county.map(countyCode)),
        (LeadingGroup.leader, county == nil ? "分管副市长" : led ? "分管副县（区）长" : "住建局局长"), (LeadingGroup.ledByDeputy, led.text),
        (LeadingGroup.members, String(draws.within(9, 21))), (LeadingGroup.establishedOn, ago(draws.within(60, 400)).description),
      ])
    }
    return rows.records
  }

  func memberUnitRecords() -> [Record] {
    var rows = Rows(MemberUnit.schema, "CY")
    let duties = [
      ("住建", "牵头协调，监督物业服务活动"), ("城管", "查处违章搭建、毁绿占绿"), ("公安", "治安和车辆停放秩序"), ("市场监管", "查处价格违法行为"), ("消防救援", "消防通道和设施检查"),
    ]
    for county in [nil] + geography.counties.indices.map(Optional.some) {
      var draws = Draws(seed, .office, 100_000 + (county ?? 90))
      for (name, duty) in duties {
        rows.add([
          (MemberUnit.county, county.map(countyCode)), (MemberUnit.name, name), (MemberUnit.assignedDuty, duty),
          (MemberUnit.startsOn, ago(draws.within(400, 800)).description),
        ])
      }
    }
    return rows.records
  }

  func taskRecords() -> [Record] {
    var rows = Rows(WorkTask.schema, "RW")
    for county in geography.counties.indices {
      var draws = Draws(seed, .office, 60_000 + county)
      for _ in 0..<draws.within(2, 4) {
        let given = ago(draws.within(20, 300))
        let due = given.adding(days: draws.within(30, 120))
        rows.add([
          (WorkTask.county, countyCode(county)), (WorkTask.title, draws.pick(["补齐专职人员", "组建业委会", "增设充电设施", "整治消防通道", "清理未备案企业"])),
          (WorkTask.responsible, draws.pick(["住建局", "街道办", "消防救援大队"])), (WorkTask.assignedOn, given.description),
          (WorkTask.due, due.description), (WorkTask.doneOn, draws.chance(650) ? known(due.adding(days: draws.within(-20, 20))).text : nil),
        ])
      }
    }
    return rows.records
  }

  func publicityRecords() -> [Record] {
    var rows = Rows(PublicityActivity.schema, "XC")
    for county in geography.counties.indices {
      var draws = Draws(seed, .office, 70_000 + county)
      for _ in 0..<draws.within(2, 6) {
        rows.add([
          (PublicityActivity.county, countyCode(county)), (PublicityActivity.activityOn, ago(draws.within(3, 380)).description),
          (PublicityActivity.form, draws.pick(["media", "estate event", "lecture", "online"])),
          (PublicityActivity.subject, draws.pick(["物业管理条例", "维修资金使用", "电动自行车安全", "业主自治"])),
          (PublicityActivity.responsible, draws.pick(["住建局", "融媒体中心", "街道办"])), (PublicityActivity.reached, String(draws.within(40, 5000))),
        ])
      }
    }
    return rows.records
  }

  func campaignRecords() -> [Record] {
    var rows = Rows(Campaign.schema, "ZZ")
    for county in geography.counties.indices {
      var draws = Draws(seed, .office, 80_000 + county)
      let start = ago(draws.within(30, 320))
      let problems = draws.within(10, 90)
      rows.add([
        (Campaign.county, countyCode(county)), (Campaign.title, "物业服务市场秩序整治"), (Campaign.startsOn, start.description),
        (Campaign.endedOn, known(start.adding(days: 60)).text), (Campaign.inspected, String(draws.within(10, 60))),
        (Campaign.problems, String(problems)), (Campaign.penalties, String(draws.below(problems / 3))),
      ])
    }
    return rows.records
  }

  /// A month's lists, as they stood at its end.
  func publicationRecords() -> [Record] {
    var rows = Rows(ListPublication.schema, "GB")
    let entries = listRecords().map(\.cells)
    let thisMonth = on(cut.year, cut.month, 1)
    for (county, place) in geography.counties.enumerated() {
      for back in stride(from: 13, through: 1, by: -1) {
        var draws = Draws(seed, .office, 90_000 + county * 20 + back)
        let first = thisMonth.adding(months: -back)
        let next = first.adding(months: 1)
        let published = next.adding(days: draws.chance([40, 120, 260][place.slowness]) ? draws.within(6, 24) : draws.within(1, 4))
        guard draws.chance([995, 980, 930][place.slowness]), known(published) != nil else { continue }
        func count(_ list: String) -> Int {
          entries.filter { $0[2] == place.code && $0[3] == list && $0[6] < next.description && ($0[10].isEmpty || $0[10] >= next.description) }.count
        }
        rows.add([
          (ListPublication.county, place.code), (ListPublication.coversFrom, first.description),
          (ListPublication.coversUntil, next.adding(days: -1).description), (ListPublication.publishedOn, published.description),
          (ListPublication.redEntries, String(count("red"))), (ListPublication.blackEntries, String(count("black"))),
        ])
      }
    }
    return rows.records
  }
}
