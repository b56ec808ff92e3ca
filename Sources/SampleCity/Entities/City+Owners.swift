internal import CityModel
internal import Columns

/// The owners' own bodies and decisions.
extension City {
  func committeeRecords() -> [Record] {
    var rows = Rows(Committee.schema, "YW")
    for (position, project) in projects.enumerated() {
      var draws = Draws(seed, .owners, position)
      guard draws.chance(project.story != nil ? 1000 : project.oldEstate ? 360 : 520) else { continue }
      let owners = draws.chance(680)
      let elected = ago(draws.within(40, 1700))
      rows.add([
        (Committee.project, project.code), (Committee.kind, owners ? "owners committee" : "interim committee"), (Committee.electedOn, elected.description),
        (Committee.filedOn, draws.chance(900) ? known(elected.adding(days: draws.within(5, 40))).text : nil),
        (Committee.expiresOn, elected.adding(months: owners ? 60 : 36).description), (Committee.members, String(draws.pick([5, 7, 9, 11]))),
      ])
    }
    return rows.records
  }

  func assemblyRecords() -> [Record] {
    var rows = Rows(Assembly.schema, "DH")
    for (position, project) in projects.enumerated() {
      var draws = Draws(seed, .owners, 1_000_000_000 + position)
      guard draws.chance(240) else { continue }
      rows.add([
        (Assembly.project, project.code), (Assembly.kind, draws.pick(["owners' assembly", "tripartite"])),
        (Assembly.convenedOn, ago(draws.within(5, 380)).description), (Assembly.agenda, draws.pick(["选聘物业", "公共收益", "维修资金", "停车管理"])),
        (Assembly.participants, String(draws.within(8, max(9, project.households)))),
      ])
    }
    return rows.records
  }

  func voteRecords() -> [Record] {
    var rows = Rows(OwnerVote.schema, "BJ")
    for (position, project) in projects.enumerated() {
      var draws = Draws(seed, .owners, 2_000_000_000 + position)
      guard draws.chance(150) else { continue }
      let matter = draws.pick(["fund use", "fund use", "hire", "dismiss", "lower fee", "committee", "fund raising"])
      let voting = draws.within(58, 92), yes = draws.within(40, 97)
      let owners = project.households
      let on = ago(draws.within(10, 500))
      let area = Int64(project.area)
      let votingArea = area * Int64(voting + draws.within(-3, 3)) / 100
      let votingOwners = owners * voting / 100
      let yesArea = votingArea * Int64(min(99, yes + draws.within(-3, 3))) / 100, yesOwners = votingOwners * yes / 100
      let special = matter == "fund raising"
      let quorum = 3 * votingArea >= 2 * area && 3 * votingOwners >= 2 * owners
      let agreed = special ? 4 * yesArea >= 3 * votingArea && 4 * yesOwners >= 3 * votingOwners : 2 * yesArea > votingArea && 2 * yesOwners > votingOwners
      let standing = matter == "fund use" && draws.chance(500)
      func squareMetres(_ area: Int64) -> String { Cell.decimal(units: area, digits: 2).plain }
      rows.add([
        (OwnerVote.project, project.code), (OwnerVote.matter, matter), (OwnerVote.votedOn, on.description),
        (OwnerVote.totalArea, squareMetres(area)), (OwnerVote.totalOwners, String(owners)), (OwnerVote.votingArea, squareMetres(votingArea)),
        (OwnerVote.votingOwners, String(votingOwners)), (OwnerVote.yesArea, squareMetres(yesArea)), (OwnerVote.yesOwners, String(yesOwners)),
        (OwnerVote.declared, (quorum && agreed || draws.chance(60)).text), (OwnerVote.document, "业决〔\(on.year)〕\(position % 40 + 1)号"),
        (OwnerVote.amountLimit, standing ? "30000.00" : nil), (OwnerVote.expiresOn, standing ? on.adding(months: 24).description : nil),
      ])
    }
    for vote in fundVotes() { rows.add(vote) }
    return rows.records
  }

  /// The owners' decisions that the requests for the fund name, once each: four fifths took part, and three quarters of them agreed.
  private func fundVotes() -> [[(Field, String?)]] {
    let fields = FundRequest.schema.storedFields.map(\.name)
    func at(_ field: Field) -> Int { fields.firstIndex(of: field.name) ?? 0 }
    let byCode = Dictionary(projects.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var told: Set<String> = []
    return fundRecords().compactMap { record in
      let code = record.cells[at(FundRequest.project)], document = record.cells[at(FundRequest.vote)]
      guard !document.isEmpty, told.insert(code + document).inserted, let project = byCode[code],
        let submitted = Day(record.cells[at(FundRequest.submittedOn)])
      else { return nil }
      let area = Int64(project.area), owners = Int64(project.households)
      func squareMetres(_ area: Int64) -> String { Cell.decimal(units: area, digits: 2).plain }
      return [
        (OwnerVote.project, code), (OwnerVote.matter, "fund use"), (OwnerVote.votedOn, submitted.adding(days: -20).description),
        (OwnerVote.totalArea, squareMetres(area)), (OwnerVote.totalOwners, String(owners)),
        (OwnerVote.votingArea, squareMetres((area * 4 + 4) / 5)), (OwnerVote.votingOwners, String((owners * 4 + 4) / 5)),
        (OwnerVote.yesArea, squareMetres((area * 3 + 4) / 5)), (OwnerVote.yesOwners, String((owners * 3 + 4) / 5)), (OwnerVote.declared, "true"),
        (OwnerVote.document, document),
      ]
    }
  }
}
