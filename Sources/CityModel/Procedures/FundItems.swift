public import Columns

/// What the fund may pay for, and what it may not: 住宅专项维修资金管理办法 (建设部令165号) 18 and 25.
public enum FundItems {
  /// Common parts and common facilities, after their warranty (18).
  public static let payable = Enumeration(
    "fund_item",
    [
      .init("lift", "电梯"), .init("roof", "屋面"), .init("exterior wall", "外墙"), .init("structure", "承重结构"),
      .init("halls and stairs", "楼道"), .init("fire facilities", "消防设施"), .init("water supply", "二次供水"),
      .init("drainage", "排水管网"), .init("road and lighting", "道路路灯"), .init("security facilities", "安防设施"),
      .init("barrier-free facilities", "无障碍设施"), .init("other common parts", "其他共用部位设施"),
    ])

  /// What others bear (25), and what is no common part (18).
  public static let excluded = Enumeration(
    "fund_item_excluded",
    [
      .init("works under warranty", "保修期内工程"), .init("specialised lines", "专业单位管线"), .init("damage by a liable person", "人为损坏"),
      .init("contract upkeep", "合同约定养护"), .init("private parts", "专有部分"),
    ])

  /// Who bears it instead.
  static let bearers: [String: Bilingual] = [
    "works under warranty": Bilingual(zh: "由建设单位或施工单位承担（25(1)）", en: "the developer or the builder bears it (25(1))"),
    "specialised lines": Bilingual(
      zh: "由供水、供电、供气、供热、通讯、有线电视等单位承担（25(2)）", en: "the water, power, gas, heat, telecom or television company bears it (25(2))"),
    "damage by a liable person": Bilingual(zh: "由当事人承担（25(3)）", en: "who did it bears it (25(3))"),
    "contract upkeep": Bilingual(zh: "由物业服务企业从物业服务费中列支（25(4)）", en: "the enterprise bears it out of the service fee (25(4))"),
    "private parts": Bilingual(zh: "由该业主承担（18）", en: "its owner bears it (18)"),
  ]

  /// The items of a text: `屋面、外墙`, each as its English word where it is known.
  public static func words(of text: String) -> [String] {
    text.split { "、，,;；".contains($0) }.map { CaseValue.trimmed(String($0)) }.filter { !$0.isEmpty }.map { word in
      for list in [payable, excluded] { if let at = list.index(of: word) { return list.values[at].name } }
      return word
    }
  }

  /// As the register keeps them.
  public static func text(of items: [String]) -> String? { items.isEmpty ? nil : items.joined(separator: "、") }

  static func chinese(_ item: String) -> String {
    for list in [payable, excluded] { if let at = list.index(of: item) { return list.values[at].chinese } }
    return item
  }

  /// Whether water must be kept out there: the longer of the two warranties.
  static func isWaterproofing(_ submission: FundCase.Submission) -> Bool {
    submission.category == "roof or wall leak" || submission.items.contains { ["roof", "exterior wall"].contains($0) }
  }
}
