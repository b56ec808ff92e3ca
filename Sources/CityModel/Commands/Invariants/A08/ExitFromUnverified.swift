internal import Columns

/// A8: 投诉问题属实且投诉举报超过20次（同一投诉举报人不重复计算）
/// Reading 1, 3, 4: 超过 excludes the number; only distinct complainants with substantiated complaints count. Parameters: `exit.minDistinctExclusive`.
extension CityInvariant {
  static let exitFromUnverified = CityInvariant(
    "exit-from-unverified", "A8", on: ExitCase.schema, zh: "不得以未经认定的投诉启动退出", en: "no exit is started from counts that were not verified"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.sets(ExitCase.startedOn), changed.row.text(ExitCase.ground) == "complaints" else { return nil }
    let limit = try changed.read(ExitParameters.minDistinctExclusive)
    guard let count = changed.row.number(ExitCase.complainants), count > Int64(limit) else {
      return Bilingual(zh: "属实投诉人数未超过\(limit)人", en: "not more than \(limit) complainants with substantiated complaints")
    }
    return nil
  }
}
