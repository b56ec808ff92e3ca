internal import CityModel
internal import Columns

/// Makes complaint `i` of `count` from the seed and `i`; the estates and enterprises are small tables beside it.
///
/// The estate, the complainant, the channel and the draws behind everything else are functions of (seed, `i`) alone;
/// `count` sets the pace, so that any number of complaints fills the same months in ascending order.
struct ComplaintGenerator {
  /// What the inner loop asks of an estate.
  private struct Place {
    var households: UInt64
    /// Bit 0: high-rise; bit 1: old estate.
    var kind: Int
    var slowness: Int
    var before: Int
    /// The local second from which ``after`` serves.
    var change: Int64
    var after: Int
  }

  let count: Int
  let pace: Pace
  let words = StatusWords()
  private let cut: Int64
  private let key: UInt64
  private let personKey: UInt64
  private let places: [Place]
  private let qualities: [Int]
  private let estates: AliasTable
  private let delays = Delays()
  /// Season × kind, 1,024 places each.
  private let categories: [UInt8]
  private let channels: [UInt8]
  /// Quality × 1,024.
  private let findings: [UInt8]
  private var hour: Int

  init(_ city: City, count: Int, first: Int = 0) {
    self.count = count
    pace = Pace(from: city.cut.adding(months: -14), to: city.cut)
    cut = Int64(city.cut.ordinal) * 86_400
    key = Draws.key(city.seed, .complaint)
    personKey = Draws.key(city.seed, .complainant)
    places = city.projects.map { project in
      let last = project.tenures.last
      let change = project.tenures.first { $0.enterprise == last?.enterprise }?.from
      return Place(
        households: UInt64(project.households), kind: (project.highRise ? 1 : 0) + (project.oldEstate ? 2 : 0),
        slowness: city.geography.counties[project.county].slowness, before: project.tenures.first?.enterprise ?? -1,
        change: Int64(change?.ordinal ?? 0) * 86_400, after: last?.enterprise ?? -1)
    }
    qualities = city.enterprises.map(\.quality.rawValue)
    estates = AliasTable(city.projects.map(\.weight))
    let indices = Seasons.categories.map { Complaint.categories.index(of: $0.name) ?? 0 }
    categories = (0...Seasons.storm).flatMap { season in
      (0..<4).flatMap { kind in
        Wheel(
          Seasons.categories.map { Seasons.weight($0, season: season, highRise: kind & 1 == 1, old: kind & 2 == 2) }
        ).places.map { UInt8(truncatingIfNeeded: indices[Int($0)]) }
      }
    }
    let channelWords = ["12345", "provincial", "phone", "visit", "petition", "other"]
    let channelIndices = channelWords.map { Complaint.channels.index(of: $0) ?? 0 }
    channels = Wheel([580, 120, 160, 70, 30, 40]).places.map { UInt8(truncatingIfNeeded: channelIndices[Int($0)]) }
    let findingWords = ["substantiated", "partly", "unsubstantiated", "undetermined"]
    let findingIndices = findingWords.map { Complaint.findings.index(of: $0) ?? 0 }
    findings = Quality.allCases.flatMap { quality in
      Wheel(quality.findings).places.map { UInt8(truncatingIfNeeded: findingIndices[Int($0)]) }
    }
    hour = pace.hour(before: first, of: count)
  }

  /// Complaint `index`; ask in ascending order.
  mutating func row(_ index: Int) -> ComplaintRow {
    var draws = Draws(key: key, index)
    let small = draws.next()
    let project = estates.position(draws.next())
    let accepted = pace.moment(index, of: count, jitter: small, hour: &hour)
    let place = places[project]
    let enterprise = accepted >= place.change ? place.after : place.before
    let quality = enterprise >= 0 ? qualities[enterprise] : Quality.middling.rawValue
    let season = Int(pace.seasons[hour / 24])
    let category = Int(categories[(season * 4 + place.kind) << 10 | Int(small >> 20 & 1023)])
    var row = ComplaintRow(
      serial: index, project: project, enterprise: enterprise, channel: Int(channels[Int(small >> 30 & 1023)]),
      category: category, complainant: 0, accepted: accepted, status: words.closed)
    row.complainant = complainant(draws.next(), project: project, households: place.households)
    row.reported = reported(row, small >> 40)
    live(&row, quality: quality, slowness: place.slowness, &draws)
    row.forget(from: cut, words)
    return row
  }

  /// One in seventeen keeps the name back; one in ten is of the estate's few who complain again and again.
  private func complainant(_ bits: UInt64, project: Int, households: UInt64) -> UInt64 {
    if bits & 1023 < 61 { return 0 }
    let fraction = bits >> 32
    let isRegular = bits >> 10 & 1023 < 100
    // A square bends the others towards the low ranks: a few call often, most never.
    let part = isRegular ? fraction : (fraction &* fraction) >> 32
    let rank = (part &* (isRegular ? households / 40 + 1 : households)) >> 32
    return person(project, Int(truncatingIfNeeded: rank))
  }

  /// The token of a person of an estate: no name, number or door stands behind it.
  func person(_ project: Int, _ rank: Int) -> UInt64 {
    Draws.mix(
      personKey ^ (UInt64(truncatingIfNeeded: project) << 32 | UInt64(truncatingIfNeeded: rank))
        &* 0x9E37_79B9_7F4A_7C15) | 1
  }

  /// Minutes from the call to the competent department: the hotline and the provincial system pass things on.
  private static let forwarding: [Int64] = [2, 3, 4, 5, 7, 9, 12, 15, 20, 26, 34, 45, 60, 85, 130, 260]

  private func reported(_ row: ComplaintRow, _ bits: UInt64) -> Int64 {
    switch row.channel {
    case words.phone, words.visit: row.accepted
    case words.other: bits & 1 == 0 ? ComplaintRow.missing : row.accepted
    default: row.accepted - Self.forwarding[Int(bits & 15)] * 60 - Int64(bits >> 4 & 31)
    }
  }

  /// From acceptance to the end, as if there were no cut.
  private func live(_ row: inout ComplaintRow, quality: Int, slowness: Int, _ draws: inout Draws) {
    let clocks = draws.next()
    let fate = draws.next()
    let more = draws.next()
    let assign = Delays.offset(quality: quality, slowness: slowness, clock: 0)
    let assignPart = part(assign, clocks)
    let preliminaryPart = part(assign + Delays.steps + 1, clocks >> 16)
    let closePart = part(assign + 2 * (Delays.steps + 1), clocks >> 32)
    row.assigned = row.accepted + 20 + assignPart * 1800 / 1000
    row.preliminary = max(row.assigned + 60, row.accepted + preliminaryPart * 10_800 / 1000)
    // The end of the third day after the day of acceptance.
    let allowed = (row.accepted / 86_400 + 4) * 86_400 - row.accepted
    row.basicallyClosed = opening(max(row.preliminary + 600, row.accepted + closePart * allowed / 1000), clocks >> 48)

    let ending = Int(fate & 1023)
    if ending < 36 {
      row.status = ending < 9 ? words.withdrawn : ending < 21 ? words.duplicate : words.transferred
      row.finding = words.undetermined
      row.delayCause = words.none
      return
    }
    row.finding = Int(findings[quality << 10 | Int(fate >> 10 & 1023)])
    let isLate =
      row.assigned > row.accepted + 1800 || row.preliminary > row.accepted + 10_800
      || row.basicallyClosed >= row.accepted + allowed
    row.delayCause = isLate ? cause(quality, Int(fate >> 20 & 1023)) : words.none
    revisit(&row, quality: quality, isLate: isLate, fate >> 30, more)
  }

  private func revisit(_ row: inout ComplaintRow, quality: Int, isLate: Bool, _ fate: UInt64, _ more: UInt64) {
    let traits = Self.traits[quality]
    guard fate & 1023 < 898 else {
      row.status = words.basicallyClosed
      return
    }
    let day = row.basicallyClosed / 86_400 + 1 + Int64(more & 7)
    row.revisited = day * 86_400 + 9 * 3600 + Int64(more >> 3 & 0x7FFF) * 30_600 / 32_768
    let isFalse = Int(more >> 18 & 1023) < traits.falseClosures
    row.falseClosure = isFalse ? 1 : 0
    let isAnswered = isFalse || fate >> 10 & 1023 < 964
    let isSatisfied = !isFalse && Int(fate >> 20 & 1023) < traits.satisfied - (isLate ? 70 : 0)
    row.satisfied = isAnswered ? (isSatisfied ? 1 : 0) : -1
    row.closed = row.revisited + 60 + Int64(more >> 28 & 1023)
    row.status = words.closed
    guard isFalse || isAnswered && !isSatisfied && Int(more >> 38 & 1023) < traits.reworks else { return }
    row.reworks = more >> 48 & 15 == 0 ? 2 : 1
    row.closed = opening(row.revisited + Int64(1 + more >> 52 & 7) * 86_400 * Int64(row.reworks), more)
  }

  /// Satisfied, false closures and reworks of each quality, of 1,024.
  private static let traits = Quality.allCases.map {
    (
      satisfied: $0.satisfied * 1024 / 1000, falseClosures: $0.falseClosures * 1024 / 1000,
      reworks: $0.reworks * 1024 / 1000
    )
  }

  private func cause(_ quality: Int, _ draw: Int) -> Int {
    let blamed = Self.blamed[quality]
    if draw < blamed { return words.enterprise }
    return draw < blamed + (1024 - blamed) * 2 / 3 ? words.department : words.thirdParty
  }

  private static let blamed = Quality.allCases.map { $0.blamed * 1024 / 1000 }

  /// Thousandths of the time allowed, between two quantiles.
  @inline(__always)
  private func part(_ offset: Int, _ bits: UInt64) -> Int64 {
    let at = offset + Int(bits >> 8 & 255)
    let low = Int64(delays.quantiles[at])
    return low + (Int64(delays.quantiles[at + 1]) - low) * Int64(bits & 255) / 256
  }

  /// Nobody closes anything before eight in the morning; the day stays the same.
  @inline(__always)
  private func opening(_ moment: Int64, _ bits: UInt64) -> Int64 {
    let second = moment % 86_400
    return second >= 28_800 ? moment : moment - second + 28_800 + Int64(bits & 8191)
  }
}
