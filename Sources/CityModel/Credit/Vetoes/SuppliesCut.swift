/// 民法典 944: 物业服务人不得采取停止供电、供水、供热、供燃气等方式催交物业费。
/// Reading: an authority has decided it, with a document. Parameters: `credit.recordMonths`.
enum SuppliesCut: RecordedVeto {
  static let veto = Veto(
    code: "V5", article: "Civil Code 944",
    sentence: Bilingual(zh: "以停水、停电、停热等方式催交物业费", en: "cut water, power or heat to collect fees"))
}
