internal import Columns

/// A8: 属地住建部门会同街道（乡镇）依法依规启动物业服务企业退出机制。
/// Reading: 会同 means that both are on record before an exit starts. Parameters: none.
extension CityInvariant {
  static let exitStartedAlone = CityInvariant(
    "exit-started-alone", "A8", on: ExitCase.schema, zh: "启动退出须由住建部门会同街道（乡镇）", en: "an exit is started by county department and street together",
    help: Bilingual(zh: "由另一方办理会同确认（xize do confirm-exit）", en: "the other one confirms it (xize do confirm-exit)")
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let status = changed.row.text(ExitCase.status), !["proposed", "ended"].contains(status), changed.before.text(ExitCase.status) != status
    else { return nil }
    for field in [ExitCase.departmentOn, ExitCase.streetOn] where !changed.row.has(field) {
      return Bilingual(zh: "缺少“\(field.chinese)”", en: "`\(field.name)` is missing")
    }
    return nil
  }
}
