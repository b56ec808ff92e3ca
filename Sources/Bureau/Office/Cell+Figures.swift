public import CityModel
public import Columns
internal import DistrictRules

extension Cell {
  /// What an explanation calls a figure or a criterion: `exit`, `red-clean`; an item's code as it is.
  static func figure(_ name: String) -> Cell {
    let known = [OfficeWords.figures, OfficeWords.criteria, OfficeWords.proposals].lazy.map { Cell(name, of: $0) }
    return known.first { $0 != .text(name) } ?? .text(name)
  }

  /// A parameter by its name.
  public static func parameter(_ name: String) -> Cell {
    CityParameters.all.first { $0.name == name }.map { .word(name, chinese: $0.chinese) } ?? .text(name)
  }

  /// A city procedure by its name: `city/fund-emergency`.
  static func procedure(_ name: String) -> Cell {
    FundProcedures.Kind.allCases.first { $0.procedureName == name }.map { .word(name, chinese: FundProcedures.title($0).zh) } ?? .text(name)
  }
}

extension Reading {
  /// The value that was read.
  public var cell: Cell { .init(value.said) }
}

extension CitySchema {
  /// A table by its plural name.
  public static func said(plural: String) -> Bilingual {
    tables.first { $0.plural == plural }.map { Bilingual(zh: $0.chinese, en: plural) } ?? Bilingual(zh: plural, en: plural)
  }
}

extension FundItems {
  /// The items of a request as people call them.
  static func cell(_ text: String) -> Cell {
    .list(words(of: text).map { word in [payable, excluded].map { Cell(word, of: $0) }.first { $0 != .text(word) } ?? .text(word) })
  }
}
