internal import Columns

/// The divisions of Changzhi: the city, its twelve counties, and 149 streets, towns and townships.
public struct Divisions: Sendable {
  /// In order of code: city, then each county followed by its streets.
  public let all: [Division]
  private let positions: [String: Int]

  public init(_ divisions: [Division]) {
    all = divisions.sorted { $0.code < $1.code }
    positions = Dictionary(all.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public subscript(code: String) -> Division? { positions[code].map { all[$0] } }

  public func row(of code: String) -> Int? { positions[code] }

  public var counties: [Division] { all.filter { $0.level == .county } }

  public func streets(of county: String) -> [Division] {
    all.filter { $0.level == .street && $0.code.hasPrefix(county) }
  }

  /// A county by code, by name, or by the part of its name before 区 or 县.
  public func county(named text: String) -> Division? {
    counties.first { $0.code == text || $0.name == text || String($0.name.dropLast()) == text }
  }

  /// Changzhi, after the National Bureau of Statistics' codes of 2023.
  public static let changzhi: Divisions = {
    let counties = [
      ("140403", "潞州区"), ("140404", "上党区"), ("140405", "屯留区"), ("140406", "潞城区"), ("140423", "襄垣县"),
      ("140425", "平顺县"), ("140426", "黎城县"), ("140427", "壶关县"), ("140428", "长子县"), ("140429", "武乡县"),
      ("140430", "沁县"), ("140431", "沁源县"),
    ]
    var divisions = [Division(code: "1404", name: "长治市", level: .city)]
    divisions += counties.map { Division(code: $0.0, name: $0.1, level: .county) }
    for line in PackageResources.changzhi_streets_csv.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: ","), maxSplits: 2)
      guard parts.count >= 2 else { continue }
      let name = parts[1].filter { $0 != UInt8(ascii: "\"") }
      divisions.append(Division(code: String(decoding: parts[0], as: UTF8.self), name: String(decoding: name, as: UTF8.self), level: .street))
    }
    return Divisions(divisions)
  }()
}
