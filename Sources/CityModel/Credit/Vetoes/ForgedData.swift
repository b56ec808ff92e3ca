/// A13: 发现虚假办结
/// Reading: forging is graver than one false closure, which costs points; an authority has decided it, with a document. Parameters: `credit.recordMonths`.
enum ForgedData: RecordedVeto {
  static let veto = Veto(
    code: "V6", article: "A13", sentence: Bilingual(zh: "伪造数据或投诉办结", en: "forged data or complaint closures"))
}
