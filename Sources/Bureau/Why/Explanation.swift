public import CityModel
public import Columns

/// The answer to "why": a value, and everything it rests on, section by section.
public struct Explanation: Sendable {
  public struct Section: Sendable {
    /// `lines`, `clauses`, `layers`, `parameters`, `facts`, `criteria`, `steps`.
    public var code: String
    public var title: Bilingual
    public var table: ResultTable
  }

  /// What it is about: `enterprise 91140403YYYY00020N 潞安物业`.
  public var subject: Bilingual
  /// The figure asked for, and its value.
  public var figure: String
  public var value: Bilingual
  public var sections: [Section]

  /// The figure in words: `得分`, `D10`.
  public var figureName: Bilingual {
    let cell = Cell.figure(figure)
    return Bilingual(zh: cell.chinese, en: cell.plain)
  }

  public subscript(_ code: String) -> ResultTable? { sections.first { $0.code == code }?.table }

  mutating func add(_ code: String, _ zh: String, _ en: String, _ table: ResultTable) {
    guard !table.rows.isEmpty else { return }
    sections.append(Section(code: code, title: Bilingual(zh: zh, en: en), table: table))
  }
}

/// Words for the three truth values.
extension Verdict {
  var words: Bilingual {
    switch self {
    case .yes: Bilingual(zh: "符合", en: "met")
    case .no: Bilingual(zh: "不符合", en: "not met")
    case .unknown: Bilingual(zh: "无法判断", en: "unknown")
    }
  }
}

/// Every parameter that was read: value, since when, on whose word.
func parameterTable(_ readings: [Reading]) -> ResultTable {
  var seen = Set<String>()
  return ResultTable(
    columns: [
      .init("parameter", title: "参数"), .init("value", title: "值"), .init("from", title: "自"), .init("mark", title: "性质", type: .enumeration(OfficeWords.marks)),
      .init("source", title: "来源"),
    ],
    rows: readings.filter { seen.insert($0.key).inserted }.sorted { $0.key < $1.key }.map { reading in
      [.parameter(reading.key), reading.cell, .day(reading.from), .text(reading.mark.rawValue), .text(reading.source)]
    })
}
