internal import CityModel
internal import Columns

/// Tenders, bids, and the pool of experts.
extension City {
  private static let specialties = ["物业管理", "工程", "造价", "法律", "财务"]

  func expertRecords() -> [Record] {
    (1...40).map { serial in
      var draws = Draws(seed, .market, 6_000_000_000 + serial)
      return Record(
        Expert.schema,
        [
          (Expert.code, "ZJ-\(padded(serial, 3))"), (Expert.specialty, draws.pick(City.specialties)),
          (Expert.admittedOn, ago(draws.within(100, 1500)).description),
        ])
    }
  }

  func tenderRecords() -> [Record] { tenderTables().0.records }
  func bidRecords() -> [Record] { tenderTables().1.records }
  func drawingRecords() -> [Record] { tenderTables().2.records }

  private func tenderTables() -> (Rows, Rows, Rows) {
    var tenders = Rows(Tender.schema, "ZB"), bids = Rows(Bid.schema, "TB"), drawings = Rows(ExpertDrawing.schema, "CQ")
    var filed: [Int: Set<Int>] = [:]
    var byCounty: [Int: [Int]] = [:]
    for service in services() where service.ended == nil {
      byCounty[service.county, default: []].append(service.enterprise)
      if service.filing.acceptedOn.map({ $0 < ago(200) }) == true { filed[service.county, default: []].insert(service.enterprise) }
    }
    for (position, project) in projects.enumerated() where project.story == nil {
      var draws = Draws(seed, .market, 7_000_000_000 + position)
      guard draws.chance(70), let candidates = byCounty[project.county]?.filter({ enterprises[$0].story == nil }), candidates.count >= 3 else { continue }
      let kind = ["developer", "public institution", "state-owned enterprise", "owners"][draws.weighted([400, 280, 200, 120])]
      let announced = ago(draws.within(40, 190))
      let opened = known(announced.adding(days: 25).office)
      let awarded = opened.flatMap { known($0.adding(days: 8).office) }
      let bidders = Array(draws.shuffled(candidates).prefix(3))
      let isPublic = kind == "public institution" || kind == "state-owned enterprise"
      let careless = draws.chance(120)
      let admitted = bidders.filter { bidder in
        let good = filed[project.county]?.contains(bidder) == true && (!isPublic || grade(of: bidder, in: 2025)?.grade == "A")
        return good || careless
      }
      let winner = awarded == nil ? nil : admitted.first
      let tender = tenders.add([
        (Tender.project, project.code), (Tender.tendererKind, kind), (Tender.announcedOn, announced.description), (Tender.bidsOpenedOn, opened.text),
        (Tender.awardedOn, winner == nil ? nil : awarded.text), (Tender.winner, winner.map { enterprises[$0].uscc }),
        (Tender.declaredOn, announced.adding(days: -10).description), (Tender.evaluatedOn, winner == nil ? nil : awarded?.adding(days: -2).description),
      ])
      for bidder in bidders {
        let grade = grade(of: bidder, in: 2025)?.grade
        guard let submitted = known(announced.adding(days: draws.within(5, 20))) else { continue }
        bids.add([
          (Bid.tender, tender), (Bid.enterprise, enterprises[bidder].uscc), (Bid.submittedOn, submitted.description),
          (Bid.checkedOn, opened.text), (Bid.wasFiled, (filed[project.county]?.contains(bidder) == true).text), (Bid.grade, grade),
          (Bid.admitted, admitted.contains(bidder).text),
        ])
      }
      if let opened {
        for serial in draws.shuffled(Array(1...40)).prefix(5) {
          drawings.add([
            (ExpertDrawing.tender, tender), (ExpertDrawing.expert, "ZJ-\(padded(serial, 3))"),
            (ExpertDrawing.drawnOn, opened.adding(days: -1).description), (ExpertDrawing.recused, draws.chance(40).text),
          ])
        }
      }
    }
    return (tenders, bids, drawings)
  }
}
