internal import CityModel
internal import Columns

/// Communities and buildings, and how estates are served.
extension City {
  private static let communityNames = ["向阳", "和平", "新华", "建设", "府后", "滨河", "长兴", "康乐", "兴华", "育才"]

  /// Communities of a street: two to five.
  private func communities(of street: String) -> Int {
    var draws = Draws(seed, .place, Int(street) ?? 0)
    return draws.within(2, 5)
  }

  func community(of position: Int) -> String {
    let street = projects[position].street
    return street + padded(1 + position % communities(of: street), 3)
  }

  /// Code, name, street and county of every community.
  var communities: [(code: String, name: String, street: String, county: Int)] {
    geography.counties.indices.flatMap { county in
      geography.counties[county].streets.filter { $0.weight > 0 }.flatMap { street in
        (1...communities(of: street.code)).map { serial in
          (street.code + padded(serial, 3), City.communityNames[serial % 10] + "社区", street.code, county)
        }
      }
    }
  }

  func communityRecords() -> [Record] {
    communities.map { place in
      Record(
        Community.schema,
        [
          (Community.code, place.code), (Community.name, place.name), (Community.street, place.street),
          (Community.county, countyCode(place.county)),
        ])
    }
  }

  /// Buildings of an estate: one for every hundred and twenty households, at most eight.
  func buildings(of project: SampleProject) -> Int { min(8, max(1, project.households / 120)) }

  func buildingRecords() -> [Record] {
    projects.flatMap { project -> [Record] in
      let count = buildings(of: project)
      return (1...count).map { serial in
        Record(
          Building.schema,
          [
            (Building.code, building(of: project, serial)), (Building.project, project.code), (Building.name, "\(serial)号楼"),
            (Building.highRise, (project.highRise && serial <= max(1, count / 2)).text),
            (Building.households, String(project.households / count)),
            (Building.area, Cell.decimal(units: project.area / Int64(count), digits: 2).plain),
            (Building.entrances, String(1 + serial % 4)),
          ])
      }
    }
  }

  func building(of project: SampleProject, _ serial: Int) -> String { "\(project.code)-B\(padded(serial, 2))" }

  func servicePeriodRecords() -> [Record] {
    var rows = Rows(ServicePeriod.schema, "FW")
    for (position, project) in projects.enumerated() {
      var draws = Draws(seed, .place, 1_000_000_000 + position)
      let first = project.tenures.first
      // Old estates were nobody's, or the owners' own, before the first enterprise came.
      if project.oldEstate, let first, draws.chance(350), let last = known(first.from.adding(days: -1)) {
        rows.add([
          (ServicePeriod.project, project.code), (ServicePeriod.serviceMode, draws.pick(["none", "community trustee", "self managed"])),
          (ServicePeriod.startsOn, last.adding(months: -36).description), (ServicePeriod.endedOn, last.description),
        ])
      }
      if let first, known(first.from) != nil {
        rows.add([
          (ServicePeriod.project, project.code), (ServicePeriod.serviceMode, "professional"),
          (ServicePeriod.enterprise, enterprises[first.enterprise].uscc), (ServicePeriod.startsOn, first.from.description),
        ])
      } else if first == nil {
        rows.add([
          (ServicePeriod.project, project.code), (ServicePeriod.serviceMode, project.mode),
          (ServicePeriod.startsOn, ago(draws.within(300, 2400)).description),
          (ServicePeriod.serviceOperator, ["community trustee": "社区居委会", "social organisation": "社会组织", "self managed": "业委会"][project.mode]),
        ])
      }
    }
    return rows.records
  }

  func improvementRecords() -> [Record] {
    var rows = Rows(Improvement.schema, "GS")
    for (position, project) in projects.enumerated() where project.oldEstate {
      var draws = Draws(seed, .place, 2_000_000_000 + position)
      guard draws.chance(160) else { continue }
      let start = ago(draws.within(40, 500))
      let cost = Int64(project.households) * Int64(draws.within(600, 2400)) * 100
      rows.add([
        (Improvement.project, project.code), (Improvement.works, draws.pick(["paving", "lighting", "greening", "pipes"])),
        (Improvement.startsOn, start.description), (Improvement.doneOn, known(start.adding(days: draws.within(30, 160))).text),
        (Improvement.cost, yuan(fen: cost)), (Improvement.publicFunding, yuan(fen: cost * Int64(draws.within(6, 10)) / 10)),
      ])
    }
    return rows.records
  }

  func sharedServiceRecords() -> [Record] {
    var rows = Rows(SharedService.schema, "GX")
    for (position, project) in projects.enumerated() where project.oldEstate && project.story == nil {
      var draws = Draws(seed, .place, 3_000_000_000 + position)
      guard draws.chance(110), let tenure = serving(project), known(tenure.from) != nil else { continue }
      rows.add([
        (SharedService.cluster, "片区" + project.street), (SharedService.project, project.code),
        (SharedService.enterprise, enterprises[tenure.enterprise].uscc),
        (SharedService.startsOn, max(tenure.from, ago(draws.within(30, 700))).description),
      ])
    }
    return rows.records
  }
}
