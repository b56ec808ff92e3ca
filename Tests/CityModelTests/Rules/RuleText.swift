@testable import CityModel

/// The texts that a rule may quote, without their white space.
struct RuleText {
  private let articles: [String: String]

  /// Of the policy, by `A8`, the title and preamble by `Title`: from the map that covers it character for character.
  static let policy = RuleText(
    Policy.mapFile.matches(of: #/- article: (\d+)\n    text: "([^\n]*)"\n/#).reduce(into: [:]) { texts, match in
      texts[match.output.1 == "0" ? "Title" : "A\(match.output.1)", default: ""] += match.output.2.replacing("\\\"", with: "\"")
    })

  /// Passages of laws in force, for what the policy takes for granted.
  static let laws = RuleText([
    "民法典 278":
      "业主共同决定事项，应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决。",
    "民法典 281":
      "紧急情况下需要维修建筑物及其附属设施的，业主大会或者业主委员会可以依法申请使用建筑物及其附属设施的维修资金。建筑物及其附属设施的维修资金的筹集、使用情况应当定期公布。",
    "民法典 282": "建设单位、物业服务企业或者其他管理人等利用业主的共有部分产生的收入，在扣除合理成本之后，属于业主共有。",
    "民法典 283":
      "建筑物及其附属设施的费用分摊、收益分配等事项，有约定的，按照约定；没有约定或者约定不明确的，按照业主专有部分面积所占比例确定。",
    "民法典 944": "物业服务人不得采取停止供电、供水、供热、供燃气等方式催交物业费。",
    "物业管理条例 9": "一个物业管理区域成立一个业主大会。",
    "物业管理条例 24":
      "投标人少于3个或者住宅规模较小的，经物业所在地的区、县人民政府房地产行政主管部门批准，可以采用协议方式选聘物业服务企业。",
    "物业管理条例 33": "一个物业管理区域由一个物业服务企业实施物业管理。",
    "行政处罚法 44":
      "行政机关在作出行政处罚决定之前，应当告知当事人拟作出的行政处罚内容及事实、理由、依据，并告知当事人依法享有的陈述、申辩、要求听证等权利。",
    "行政处罚法 45": "当事人有权进行陈述和申辩。",
  ])

  private init(_ articles: [String: String]) { self.articles = articles.mapValues { $0.filter { !$0.isWhitespace } } }

  var names: Set<String> { Set(articles.keys) }

  /// Whether a passage stands there character for character, its pieces one after the other.
  func holds(_ passage: RuleFile.Passage) -> Bool {
    guard let text = articles[passage.source] else { return false }
    var rest = text[...]
    for piece in passage.pieces {
      guard piece.count >= 3, let place = rest.firstRange(of: piece) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }
}
