/// Where a case lies (属地): whose officers act on it, A1. Codes nest: `140423`, `140423100`.
public struct CasePlace: Sendable, Hashable {
  public var county: String
  /// `nil` for a case of no estate, such as an order that concerns an enterprise.
  public var street: String?
  /// Twelve digits, where the estate's community is recorded.
  public var community: String?

  public init(county: String, street: String? = nil, community: String? = nil) {
    self.county = county
    self.street = street
    self.community = community
  }

  /// Whether the officer's division is the one of the officer's level in which the case lies; where the estate's community
  /// is not recorded, any community of the street.
  public func isCovered(by officer: Officer) -> Bool {
    let own = officer.division
    return switch officer.level {
    case .city: !own.isEmpty && county.hasPrefix(own)
    case .county: own == county
    case .street: own == street
    case .community: officer.isOfCommunity(community, in: street ?? "")
    }
  }
}

extension CasePlace: CustomStringConvertible {
  /// The code of the smallest division that is known.
  public var description: String { community ?? street ?? county }
}
