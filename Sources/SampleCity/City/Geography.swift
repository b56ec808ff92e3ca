internal import CityModel

/// Where the sample city's estates stand: the real counties and street codes, with weights.
struct Geography {
  struct County {
    let code: String
    let name: String
    /// The part of the name before 区 or 县: `潞州`.
    let short: String
    let streets: [Street]
    /// Estates in a thousand: population, bent towards the towns, where estates with property service are.
    let weight: Int
    /// How well the county's departments keep their clocks: 0 well, 2 less well.
    let slowness: Int
    /// What a document of the county's housing department is called: `潞州住建`.
    var bureau: String { short.unicodeScalars.count > 1 ? short + "住建" : name + "住建" }
  }

  struct Street {
    let code: String
    let weight: Int
  }

  /// In order of code.
  let counties: [County]

  private static let weights: [String: (weight: Int, slowness: Int)] = [
    "140403": (410, 0), "140404": (105, 1), "140405": (70, 1), "140406": (80, 1), "140423": (80, 0), "140425": (25, 2),
    "140426": (32, 1), "140427": (43, 2), "140428": (60, 0), "140429": (35, 2), "140430": (28, 1), "140431": (32, 1),
  ]

  init(_ divisions: Divisions = .changzhi) {
    counties = divisions.counties.map { county in
      let (weight, slowness) = Geography.weights[county.code] ?? (30, 1)
      let streets = divisions.streets(of: county.code).enumerated().map { position, street in
        Street(code: street.code, weight: Geography.weight(of: street.code, isFirst: position == 0))
      }
      return County(
        code: county.code, name: county.name, short: String(county.name.dropLast()), streets: streets, weight: weight,
        slowness: slowness)
    }
  }

  /// Streets are full of estates and townships are not; development zones and other pseudo units (4xx) have none here.
  private static func weight(of code: String, isFirst: Bool) -> Int {
    let serial = Int(code.suffix(3)) ?? 400
    let base =
      switch serial {
      case ..<100: 16
      case ..<200: 4
      case ..<400: 1
      default: 0
      }
    return isFirst ? max(base, 20) : base
  }

  func county(of code: String) -> Int? { counties.firstIndex { $0.code == code.prefix(6) } }
}
