internal import Columns

/// A8: 投诉问题属实且投诉举报超过20次（同一投诉举报人不重复计算）
/// Reading 3: who was found true is counted, partly true by parameter, and is dropped only by a correction with evidence. Parameters: `exit.countPartly`.
extension CityInvariant {
  static let countedComplainantDropped = CityInvariant(
    "counted-complainant-dropped", "A8", on: Complaint.schema, zh: "已计入的投诉人，未经凭证据更正不得剔除",
    en: "a complainant who was counted is not dropped without a correction that has evidence",
    help: Bilingual(zh: "认定有误的，凭证据更正（xize do correct）", en: "a wrong finding is corrected with evidence (xize do correct)")
  ) { (changed: ChangedRow) throws(Refusal) in
    guard !changed.isCorrection else { return nil }
    let partly = try changed.read(ExitParameters.countPartly)
    func counts(_ row: CaseRow) -> Bool {
      let finding = row.text(Complaint.finding)
      return (finding == "substantiated" || partly && finding == "partly") && row.text(Complaint.status) != "withdrawn"
    }
    guard counts(changed.before), !counts(changed.row) else { return nil }
    return Bilingual(zh: "`\(changed.row.key)` 已认定属实并计入", en: "`\(changed.row.key)` was found true and is counted")
  }
}
