internal import Columns

/// A13: 第一时间回应群众诉求，反馈处理结果。
/// Reading 9: basically closed means that there is a disposition and the complainant was told of it. Parameters: none.
extension CityInvariant {
  static let closedWithoutDisposition = CityInvariant(
    "closed-without-disposition", "A13", on: Complaint.schema, zh: "没有处置结果不得（基本）办结",
    en: "nothing is closed, or basically closed, without a disposition of which the complainant was told",
    needs: [ComplaintCommands.dispositions]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let status = changed.row.text(Complaint.status), ["closed", "basically closed"].contains(status),
      changed.before.text(Complaint.status) != status
    else { return nil }
    // An imported complaint may have been basically closed where it came from: its time tells.
    if changed.before.has(Complaint.basicallyClosedAt), changed.before.text(Complaint.status) != "rework" { return nil }
    guard changed.rows("dispositions").isEmpty else { return nil }
    return Bilingual(zh: "没有处置结果，不得办结", en: "there is no disposition: it cannot be closed")
  }
}
