internal import Columns

extension City {
  /// The service of one enterprise in one county: what a filing is about.
  struct Service {
    var enterprise: Int
    var county: Int
    var from: Day
    /// Last day, when all its contracts there have ended.
    var ended: Day?
    var filing: Filed
  }

  /// How its filing with the county went.
  enum Filed {
    case accepted(submitted: Day, on: Day)
    case returned(submitted: Day)
    case submitted(Day)
    case none

    /// The day from which the county has an accepted filing.
    var acceptedOn: Day? { if case .accepted(_, let day) = self { day } else { nil } }
  }

  /// Every service, in order of county and enterprise.
  func services() -> [Service] {
    var found: [[Int: Service]] = geography.counties.map { _ in [:] }
    for project in projects {
      for tenure in project.tenures {
        if var known = found[project.county][tenure.enterprise] {
          known.from = min(known.from, tenure.from)
          if let ended = known.ended { known.ended = tenure.ended.map { max($0, ended) } }
          found[project.county][tenure.enterprise] = known
        } else {
          found[project.county][tenure.enterprise] = Service(
            enterprise: tenure.enterprise, county: project.county, from: tenure.from, ended: tenure.ended, filing: .none
          )
        }
      }
    }
    return found.indices.flatMap { county in
      found[county].keys.sorted().compactMap { found[county][$0] }.map { service in
        var service = service
        service.filing = filing(of: service)
        return service
      }
    }
  }

  private func filing(of service: Service) -> Filed {
    if let position = enterprises[service.enterprise].story {
      let story = Story.all[position]
      let code = geography.counties[service.county].code
      guard story.estates.first(where: { $0.street.hasPrefix(code) })?.filed == true else { return .none }
      return switch story.filing {
      case .accepted: .accepted(submitted: service.from.adding(days: -24), on: service.from.adding(days: -15))
      case .none: .none
      case .returned(let day): .returned(submitted: day)
      }
    }
    var draws = Draws(seed, .filing, service.county * 1_000_000 + service.enterprise)
    // Before the first contract is signed, so that the contract can be filed in time.
    let submitted = service.from.adding(days: -draws.within(75, 130)).office
    switch draws.below(1000) {
    case ..<40: return .none
    case ..<55: return .returned(submitted: cut.adding(days: -draws.within(30, 200)))
    case ..<60: return .submitted(cut.adding(days: -draws.within(1, 20)))
    default: return .accepted(submitted: submitted, on: submitted.adding(days: draws.within(4, 14)).office)
    }
  }
}
