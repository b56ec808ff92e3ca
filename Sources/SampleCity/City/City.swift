internal import Columns

/// The sample city's enterprises and estates: the small tables on which every file is built.
///
/// A function of the seed, the two counts and the day of the cut; the number of complaints has no part in it.
struct City {
  let seed: UInt64
  /// The day on which the data are cut: nothing happens on it or later.
  let cut: Day
  let geography: Geography
  /// The cases' first, in the order of ``Story/all``.
  private(set) var enterprises: [SampleEnterprise]
  /// The cases' first.
  private(set) var projects: [SampleProject]

  init(seed: UInt64, enterprises enterpriseCount: Int, projects projectCount: Int, cut: Day) {
    self.seed = seed
    self.cut = cut
    geography = Geography()
    enterprises = []
    projects = []
    var serials: [String: Int] = [:]
    addStories(&serials)
    addEnterprises(max(0, enterpriseCount - enterprises.count))
    addProjects(max(0, projectCount - projects.count), &serials)
    assign()
    backdate()
  }

  /// The day, when it lies before the cut.
  func known(_ day: Day?) -> Day? { day.flatMap { $0 < cut ? $0 : nil } }

  // MARK: Cases

  private mutating func addStories(_ serials: inout [String: Int]) {
    for (position, story) in Story.all.enumerated() {
      let number = position + 1
      let home = geography.county(of: story.county) ?? 0
      let registered = geography.county(of: story.registration).map { geography.counties[$0].code }
      let isLocal = story.registration.hasPrefix("1404")
      let place = isLocal ? "长治" + geography.counties[home].short : story.registration == "110000" ? "京北" : "申江"
      enterprises.append(
        SampleEnterprise(
          uscc: Names.uscc(number, division: story.registration), name: Names.enterprise(position, place: place),
          registered: registered ?? (isLocal ? geography.counties[home].code : nil), home: home, since: story.since,
          staff: 42 + 3 * position, staff4050: 1, quality: .good, size: 0, story: position))
      for estate in story.estates {
        let from = estate.from ?? story.since
        let built = estate.highRise ? 2014 : 2006
        projects.append(
          SampleProject(
            code: nextCode(estate.street, &serials), name: estate.name, street: estate.street,
            county: geography.county(of: estate.street) ?? home, households: estate.households,
            area: Int64(estate.households) * 10_450, highRise: estate.highRise, oldEstate: false, builtYear: built,
            mode: "professional",
            tenures: [
              .init(
                enterprise: position, from: from, until: from.adding(months: 84).adding(days: -1), ended: nil,
                preliminary: false)
            ],
            weight: 0, story: position))
      }
    }
  }

  private func nextCode(_ street: String, _ serials: inout [String: Int]) -> String {
    let serial = (serials[street] ?? 0) + 1
    serials[street] = serial
    return street + "-" + padded(serial, 4)
  }

  // MARK: Enterprises

  private static let elsewhere = [
    "110000", "120000", "310000", "140100", "140500", "410100", "130400", "610100", "370100",
  ]
  private static let placesElsewhere = ["京北", "津门", "申江", "并州", "晋东", "中州", "邯东", "关中", "泺源"]
  /// Codes of divisions that were merged or renamed; they stay in the codes of firms registered before 2018.
  private static let former = ["140403": "140402", "140404": "140421", "140405": "140424", "140406": "140481"]

  private mutating func addEnterprises(_ count: Int) {
    let first = enterprises.count
    let shares = Apportionment.shares(of: count, by: geography.counties.map(\.weight))
    let homes = shares.enumerated().flatMap { Array(repeating: $0, count: $1) }
    for (position, home) in homes.enumerated() {
      let number = first + position + 1
      var draws = Draws(seed, .enterprise, number)
      let county = geography.counties[home]
      let since = on(draws.within(2008, 2024), draws.within(1, 12), draws.within(1, 28))
      let outside = draws.chance(80)
      let origin = draws.below(City.elsewhere.count)
      let former = since.year < 2018 && draws.chance(350) ? City.former[county.code] : nil
      let size = [1, 2, 4, 8, 16][draws.weighted([500, 250, 130, 80, 40])]
      let staff = draws.within(12, 40) + size * draws.within(10, 24)
      enterprises.append(
        SampleEnterprise(
          uscc: Names.uscc(number, division: outside ? City.elsewhere[origin] : former ?? county.code),
          name: Names.enterprise(
            number - 1, place: outside ? City.placesElsewhere[origin] : draws.chance(300) ? "长治" : county.short),
          registered: outside ? nil : county.code, home: home, since: since, staff: staff,
          staff4050: staff * draws.within(0, 11) / 100, quality: .good, size: size, story: nil))
    }
    var draws = Draws(seed, .quality, 0)
    // The worst are never the largest, or one firm would make a county's figures.
    let small = draws.shuffled(enterprises.indices.filter { enterprises[$0].story == nil && enterprises[$0].size <= 4 })
    let large = draws.shuffled(enterprises.indices.filter { enterprises[$0].story == nil && enterprises[$0].size > 4 })
    let numbers = Apportionment.shares(of: count, by: Quality.shares)
    let worstFirst = Quality.allCases.reversed().flatMap { Array(repeating: $0, count: numbers[$0.rawValue]) }
    let bad = worstFirst.filter { $0 >= .poor }
    let rest = draws.shuffled(worstFirst.filter { $0 < .poor })
    for (enterprise, quality) in zip(small + large, bad + rest) { enterprises[enterprise].quality = quality }
  }

  // MARK: Estates

  private mutating func addProjects(_ count: Int, _ serials: inout [String: Int]) {
    let shares = Apportionment.shares(of: count, by: geography.counties.map(\.weight))
    var number = projects.count
    for (home, share) in shares.enumerated() {
      let streets = geography.counties[home].streets
      for _ in 0..<share {
        var draws = Draws(seed, .project, number)
        number += 1
        let street = streets[draws.weighted(streets.map(\.weight))].code
        let old = draws.chance(320)
        let built = old ? draws.within(1982, 2000) : draws.within(2001, 2024)
        let high = !old && draws.chance(built < 2008 ? 120 : 560)
        let households =
          old ? draws.within(48, 420) : high ? draws.within(260, 1400) + draws.below(900) : draws.within(120, 760)
        let modes = ["professional", "community trustee", "self managed", "none", "social organisation"]
        let mode = modes[old && households < 300 ? draws.weighted([690, 100, 90, 80, 40]) : 0]
        // What makes one estate much louder than the next beside its enterprise's quality.
        let loudness = [3, 5, 7, 9, 11, 14, 18, 24, 34][draws.below(9)]
        projects.append(
          SampleProject(
            code: nextCode(street, &serials), name: Names.estate(&draws, old: old), street: street, county: home,
            households: households, area: Int64(households * draws.within(old ? 5200 : 8600, old ? 8200 : 12_600)),
            highRise: high, oldEstate: old, builtYear: built, mode: mode, tenures: [], weight: households * loudness,
            story: nil))
      }
    }
  }

  // MARK: Who serves what

  /// Each enterprise gets one estate of its county; the others are dealt by size, one in six to a large firm of the city.
  private mutating func assign() {
    let large = enterprises.indices.filter { enterprises[$0].size >= 8 && enterprises[$0].quality <= .middling }
    for county in geography.counties.indices {
      var draws = Draws(seed, .assignment, county)
      let local = enterprises.indices.filter { enterprises[$0].story == nil && enterprises[$0].home == county }
      let served = projects.indices.filter {
        projects[$0].story == nil && projects[$0].county == county && projects[$0].mode == "professional"
      }
      let sizes = local.map { enterprises[$0].size }
      for (position, project) in draws.shuffled(served).enumerated() {
        if position < local.count {
          serve(project, by: local[position], instead: nil)
          continue
        }
        func one() -> Int? {
          if !large.isEmpty, local.isEmpty || draws.chance(165) { return draws.pick(large) }
          return local.isEmpty ? nil : local[draws.weighted(sizes)]
        }
        guard let enterprise = one() else { continue }
        serve(project, by: enterprise, instead: draws.chance(85) ? one() : nil)
      }
    }
    for project in projects.indices where projects[project].story == nil {
      if projects[project].mode == "professional", projects[project].tenures.isEmpty { projects[project].mode = "none" }
      let quality = projects[project].tenures.last.map { enterprises[$0.enterprise].quality }
      projects[project].weight *= quality?.intensity ?? 4
    }
    // No estate is louder than ten others.
    let mean = projects.reduce(0) { $0 + $1.weight } / max(1, projects.count)
    for project in projects.indices { projects[project].weight = min(projects[project].weight, mean * 10 + 1) }
  }

  /// Writes the contracts of an estate: the one in force and, where it changed hands in 2025 or 2026, the one before.
  private mutating func serve(_ project: Int, by enterprise: Int, instead former: Int?) {
    var draws = Draws(seed, .contract, project)
    let years = draws.pick([1, 2, 3, 3, 5])
    let preliminary = projects[project].builtYear >= 2019 && draws.chance(650)
    if let former, former != enterprise {
      let change = cut.adding(days: -draws.within(58, 638))
      projects[project].tenures = [
        .init(
          enterprise: former, from: change.adding(months: -12 * draws.within(2, 4)), until: change.adding(days: -1),
          ended: change.adding(days: -1), preliminary: preliminary),
        .init(
          enterprise: enterprise, from: change, until: change.adding(months: 12 * draws.within(2, 3)).adding(days: -1),
          ended: nil, preliminary: false),
      ]
    } else {
      // Some have just run out and go on without a new one (Civil Code 948), some run out in the next months.
      let until = cut.adding(days: draws.within(-40, years * 365))
      var from = until.adding(days: 1).adding(months: -12 * years)
      var tenures = [
        SampleProject.Tenure(enterprise: enterprise, from: from, until: until, ended: nil, preliminary: preliminary)
      ]
      // Renewed contracts before it, back beyond the first complaint.
      while from > cut.adding(months: -25) {
        let last = from.adding(days: -1)
        from = from.adding(months: -12 * years)
        tenures.insert(
          .init(enterprise: enterprise, from: from, until: last, ended: last, preliminary: preliminary), at: 0)
        tenures[1].preliminary = false
      }
      projects[project].tenures = tenures
    }
  }

  /// Nobody serves before it came: the first day of service is at the latest that of its first contract.
  private mutating func backdate() {
    for project in projects where project.story == nil {
      for tenure in project.tenures where tenure.from < enterprises[tenure.enterprise].since {
        enterprises[tenure.enterprise].since = tenure.from
      }
    }
  }
}
