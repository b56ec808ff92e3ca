internal import CityModel
internal import Columns

/// Who there is and what is served: enterprises, estates, contracts, filings, urgings.
extension City {
  func enterpriseRecords() -> [Record] {
    enterprises.map { enterprise in
      Record(
        Enterprise.schema,
        [
          (Enterprise.uscc, enterprise.uscc), (Enterprise.name, enterprise.name),
          (Enterprise.county, enterprise.registered), (Enterprise.servingSince, known(enterprise.since).text),
          (Enterprise.staff, String(enterprise.staff)), (Enterprise.staff4050, String(enterprise.staff4050)),
        ])
    }
  }

  func projectRecords() -> [Record] {
    projects.enumerated().map { position, project in
      Record(
        Project.schema,
        [
          (Project.code, project.code), (Project.name, project.name), (Project.street, project.street),
          (Project.county, geography.counties[project.county].code), (Project.households, String(project.households)),
          (Project.area, Cell.decimal(units: project.area, digits: 2).plain), (Project.highRise, project.highRise.text),
          (Project.oldEstate, project.oldEstate.text), (Project.builtYear, String(project.builtYear)),
          (Project.serviceMode, project.mode), (Project.community, community(of: position)),
          (Project.fit, project.mode == "professional" ? nil : (project.households >= 300).text),
          // What is no ordinary housing has no guided fee.
          (Project.ordinaryHousing, (position % 17 != 3 || project.tenures.contains { $0.preliminary }).text),
        ])
    }
  }

  func contractRecords() -> [Record] {
    var acceptedOn: [Int: Day] = [:]
    for service in services() {
      acceptedOn[service.county * 10_000_000 + service.enterprise] = service.filing.acceptedOn
    }
    return projects.indices.flatMap { position in
      let project = projects[position]
      return project.tenures.enumerated().compactMap { serial, tenure -> Record? in
        guard known(tenure.from) != nil else { return nil }
        var draws = Draws(seed, .contract, 1_000_000_000 + position * 4 + serial)
        let signed = tenure.from.adding(days: project.story == nil ? -draws.within(5, 40) : -10)
        // A contract cannot be on file with a county that has not accepted the enterprise.
        let filed = acceptedOn[project.county * 10_000_000 + tenure.enterprise].flatMap { accepted -> Day? in
          if project.story != nil { return max(tenure.from.adding(days: 12), accepted) }
          let kind = draws.below(100)
          if kind < 3 { return nil }
          return max(signed.adding(days: kind < 6 ? draws.within(34, 90) : draws.within(2, 27)).office, accepted)
        }
        return Record(
          Contract.schema,
          [
            (Contract.number, "HT-\(project.code)-\(serial + 1)"), (Contract.project, project.code),
            (Contract.enterprise, enterprises[tenure.enterprise].uscc),
            (Contract.kind, tenure.preliminary ? "preliminary" : "ordinary"), (Contract.signedOn, signed.description),
            (Contract.from, tenure.from.description), (Contract.until, tenure.until.description),
            (Contract.endedOn, known(tenure.ended).text), (Contract.filedOn, known(filed).text),
          ])
      }
    }
  }

  func filingRecords() -> [Record] {
    var records: [Record] = []
    var serials = Array(repeating: 0, count: geography.counties.count)
    for service in services() {
      var status = "submitted"
      var submitted: Day?
      var accepted: Day?
      var ended: Day?
      switch service.filing {
      case .none: continue
      case .submitted(let day): submitted = day
      case .returned(let day): (status, submitted) = ("returned", day)
      case .accepted(let before, let day):
        (submitted, accepted) = (before, known(day))
        if accepted != nil { status = "accepted" }
        if let last = service.ended, let gone = known(last.adding(days: 20)) { (status, ended) = ("withdrawn", gone) }
      }
      guard let submitted = known(submitted) else { continue }
      serials[service.county] += 1
      let county = geography.counties[service.county].code
      records.append(
        Record(
          Filing.schema,
          [
            (Filing.number, "BA-\(county)-\(padded(serials[service.county], 4))"),
            (Filing.enterprise, enterprises[service.enterprise].uscc), (Filing.county, county), (Filing.status, status),
            (Filing.submittedOn, submitted.description), (Filing.acceptedOn, accepted.text),
            (Filing.endedOn, ended.text), (Filing.papers, status == "returned" ? "营业执照" : "营业执照、人员结构"),
          ]))
    }
    return records
  }

  /// Urgings of who is not filed, heeded late or not at all but never four of them, and some about other things.
  func urgingRecords() -> [Record] {
    var told: [(enterprise: Int, county: Int, urging: Story.Urged)] = []
    for service in services() {
      if let story = enterprises[service.enterprise].story {
        for urging in Story.all[story].urgings { told.append((service.enterprise, service.county, urging)) }
        continue
      }
      var draws = Draws(seed, .urging, service.county * 1_000_000 + service.enterprise)
      let isFiled = service.filing.acceptedOn != nil
      guard service.ended == nil, isFiled ? draws.chance(90) : true else { continue }
      for serial in 0..<(isFiled ? 1 : draws.within(1, 3)) {
        let made = cut.adding(days: -draws.within(30, 120) - serial * 95)
        let heeded = draws.chance(isFiled ? 850 : 350) ? made.adding(days: draws.within(2, 14)) : nil
        told.append(
          (
            service.enterprise, service.county,
            .init(made: made, deadline: made.adding(days: 15), heeded: heeded, topic: isFiled ? "other" : "filing")
          ))
      }
    }
    var estates: [Int: Int] = [:]
    for (position, project) in projects.enumerated() {
      for tenure in project.tenures where estates[project.county * 10_000_000 + tenure.enterprise] == nil {
        estates[project.county * 10_000_000 + tenure.enterprise] = position
      }
    }
    return told.sorted { ($0.urging.made, $0.enterprise) < ($1.urging.made, $1.enterprise) }
      .filter { known($0.urging.made) != nil }.enumerated().map { serial, item in
        Record(
          Urging.schema,
          [
            (Urging.number, "DC-\(padded(serial + 1, 5))"), (Urging.enterprise, enterprises[item.enterprise].uscc),
            (Urging.county, geography.counties[item.county].code), (Urging.topic, item.urging.topic),
            (Urging.madeOn, item.urging.made.description), (Urging.deadline, item.urging.deadline.description),
            (Urging.heededOn, known(item.urging.heeded).text),
            (Urging.community, estates[item.county * 10_000_000 + item.enterprise].map(community)),
          ])
      }
  }
}
