/// A8: 对经业主共同决定解聘的物业服务企业存在拒不退出、不依法移交物业服务用房、设施设备、管理资料等情形的
/// Reading: the end of the service was lawful, and the refusal is determined with a document. Parameters: `credit.recordMonths`.
enum RefusesToLeave: RecordedVeto {
  static let veto = Veto(
    code: "V2", article: "A8", sentence: Bilingual(zh: "依法终止后拒不退出或拒不移交", en: "refuses to leave or to hand over after a lawful end"))
}
