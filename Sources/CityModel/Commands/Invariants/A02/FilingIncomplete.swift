internal import Columns

/// A2: 同步提交营业执照、人员结构、资格证书等资料，备案通过后才能开展经营活动。
/// Reading 22: licence and staff structure; certificates never decide. Parameters: none.
extension CityInvariant {
  static let filingIncomplete = CityInvariant(
    "filing-incomplete", "A2", on: Filing.schema, zh: "备案资料须有营业执照和人员结构", en: "a filing contains the licence and the staff structure",
    help: Bilingual(
      zh: "附件的名称写明是哪一项：--attach 营业执照 --attach 人员结构表；缺的可退回补正",
      en: "the name of what is attached says which paper it is: --attach licence.pdf --attach \"staff structure.xlsx\"; what is missing can be handed in later")
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.becomes("submitted", Filing.status) || changed.becomes("accepted", Filing.status) else { return nil }
    let missing = FilingPapers.missing(from: changed.row.text(Filing.papers))
    guard !missing.isEmpty else { return nil }
    return Bilingual(
      zh: "缺少：\(missing.map(\.chinese).joined(separator: "、"))", en: "missing: \(missing.map(\.name).joined(separator: ", "))")
  }
}
