internal import Columns

/// A7: 同步建议业主大会降低其收费标准或予以解聘。
/// Reading: 同步 means that every measure says what the owners are advised, or why nothing. Parameters: none.
extension CityInvariant {
  static let measureWithoutAdvice = CityInvariant(
    "measure-without-advice", "A7", on: SupervisionMeasure.schema, zh: "约谈、通报、记入信用档案须同步建议业主大会（或说明不作建议）",
    en: "every measure says what the owners' assembly is advised at the same time"
  ) { (changed: ChangedRow) throws(Refusal) in
    changed.row.has(SupervisionMeasure.advice) ? nil : Bilingual(zh: "没有同步建议", en: "it says nothing of the advice to the owners")
  }
}
