import Columns

@testable import CityModel

extension ParameterValue {
  /// Other values of the same kind: near ones and extreme ones.
  func others(_ kind: ParameterKind) -> [ParameterValue] {
    let all: [ParameterValue] =
      switch self {
      case .integer(let value): [value + 1, max(0, value - 1), 0, 1, value * 3 + 1, 1000].map { .integer($0) }
      case .flag(let value): [.flag(!value)]
      case .points(let value): [value.thousandths + 1000, value.thousandths / 2, 0, 95_000].map { .points(Points(thousandths: $0)) }
      case .ratio: ["0%", "10%", "1/2", "70%", "99%", "100%"].compactMap { Ratio($0) }.map { .ratio($0) }
      case .money(let value): [0, value.fen / 2, value.fen * 2 + 1, value.fen * 1000].map { .money(Money(fen: $0)) }
      case .elapsed(let seconds): [seconds * 2, seconds / 2, 60, seconds * 100].map { .elapsed($0) }
      case .months(let count): [count + 1, max(1, count - 1), 1, 2, count * 3].map { .months($0) }
      case .monthDay: [MonthDay(month: 1, day: 2), MonthDay(month: 9, day: 29), MonthDay(month: 12, day: 30)].compactMap { $0 }.map { .monthDay($0) }
      case .word:
        if case .choice(let words) = kind { words.map { .word($0) } } else { [] }
      }
    return all.filter { $0 != self }
  }
}

extension Snapshot {
  /// This snapshot under other values of some parameters, on every day: `choice` picks one of the other values, or none.
  func with(_ names: [String], _ choice: Int) -> Snapshot {
    var other = rulebook
    for name in names {
      guard let description = CityParameters.description(of: name) else { continue }
      let entries = other.parameters.history(name).map { entry -> Parameters.Entry in
        let values = entry.value.others(description.kind)
        guard !values.isEmpty else { return entry }
        var changed = entry
        changed.value = values[choice % values.count]
        return changed
      }
      other.parameters = other.parameters.replacing(name, with: entries)
    }
    return with(rulebook: other)
  }
}

/// Whether a figure's parameters are those that it names: none of the others moves it, and each of them does.
struct ParameterDirections {
  /// Others, all changed at once, that moved the figure.
  var unnamedMoved: [String] = []
  /// Named, and no other value was found that moves it.
  var namedIdle: [String] = []

  init<Figure: Equatable>(_ cities: [Snapshot], named: Set<String>, _ figure: (Snapshot) throws -> Figure) throws {
    let before = try cities.map(figure)
    func moves(_ names: [String], _ choice: Int) throws -> Bool {
      try cities.indices.contains { try figure(cities[$0].with(names, choice)) != before[$0] }
    }
    let others = CityParameters.all.map(\.name).filter { !named.contains($0) }
    for choice in 0..<2 where try moves(others, choice) {
      // Which one it was.
      unnamedMoved = try others.filter { try moves([$0], choice) }
      if unnamedMoved.isEmpty { unnamedMoved = ["several together"] }
    }
    for name in named.sorted() where try !(0..<6).contains(where: { try moves([name], $0) }) { namedIdle.append(name) }
  }
}
