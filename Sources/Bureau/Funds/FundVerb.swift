public import CityModel

/// What officers do to a request for the maintenance fund, as the list of commands and the command line name it.
public enum FundVerb: String, Sendable, CaseIterable {
  case submit, review, approve, refuse, pay, substitute

  /// `fund submit`.
  public var name: String { "fund " + rawValue }

  public var chinese: String {
    switch self {
    case .submit: "维修资金申请"
    case .review: "维修资金审查"
    case .approve: "维修资金审批"
    case .refuse: "维修资金不予批准"
    case .pay: "维修资金拨付"
    case .substitute: "维修资金更换主体"
    }
  }

  /// Other names for it.
  var aliases: [String] {
    switch self {
    case .submit: ["submit fund request", "提交维修资金申请"]
    case .review: ["review fund request"]
    case .approve: ["approve fund request", "approve step"]
    case .refuse: ["refuse fund request"]
    case .pay: ["pay", "pay fund request"]
    case .substitute: ["substitute fund applicant"]
    }
  }

  /// The levels at which the city's procedures have it done.
  public var levels: [Division.Level] {
    switch self {
    case .submit, .substitute: [.community, .street]
    case .review: [.street, .community]
    case .approve, .refuse: [.street]
    case .pay: [.county]
    }
  }

  public var meaning: Bilingual {
    switch self {
    case .submit: Bilingual(zh: "申请使用维修资金：一般、小额或应急", en: "submit a request: general, small or emergency")
    case .review: Bilingual(zh: "街道审查、结算公示，或县（区）增加的核查", en: "the street's review, the publicity of the settlement, or a check that the county inserted")
    case .approve: Bilingual(zh: "批准金额，按专有部分面积分摊到账户", en: "approve an amount, divided over the accounts by area")
    case .refuse: Bilingual(zh: "不予批准并说明理由", en: "refuse the request with a reason")
    case .pay: Bilingual(zh: "预拨，或结清的尾款，从各账户扣减", en: "pay an advance or the balance out of the accounts")
    case .substitute: Bilingual(zh: "黑榜冻结的申请更换申请、使用主体", en: "another applies or does the works in a request frozen by a black list")
    }
  }

  /// The verb at the head of words, with the words after it: `fund submit WX-1`, `fund-submit WX-1`, `维修资金申请 WX-1`.
  static func leading(_ words: [String]) -> (verb: FundVerb, rest: [String])? {
    let lead = words.prefix { !$0.hasPrefix("--") }
    for count in stride(from: min(3, lead.count), through: 1, by: -1) {
      let said = String(lead.prefix(count).joined(separator: " ").map { $0 == "-" || $0 == "_" ? " " : $0 })
      if let verb = allCases.first(where: { $0.name == said || $0.chinese == said || $0.aliases.contains(said) }) {
        return (verb, Array(words.dropFirst(count)))
      }
    }
    return nil
  }
}
