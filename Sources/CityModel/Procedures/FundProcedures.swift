public import Columns

/// A14: 下放维修资金审批权限至街道（乡镇）
/// Reading: the street reviews and approves, the county pays; the steps are the same in all three procedures. Parameters: `fund.decisionWorkdays`, `fund.payWorkdays`.
public enum FundProcedures {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case general, small, emergency

    /// `city/fund-emergency`.
    public var procedureName: String { "city/fund-\(rawValue)" }
  }

  /// The step at which the settlement is shown to the owners.
  static let publicity = "publicity"

  /// The papers that the city's steps ask for, in the words of commands and in Chinese.
  public static let papers = Enumeration(
    "paper", [.init(publicity, "公示材料"), .init("acceptance", "验收材料"), .init("audit", "审计报告"), .init("site check", "现场核查记录")])

  /// The Chinese word for a city step; a step that a district puts in has one name.
  public static func chinese(ofStep name: String) -> String {
    let known = Procedure.otherWords[name] ?? name
    return steps.first { $0.name == known }?.chinese ?? name
  }

  private static let steps: [(name: String, chinese: String)] = [
    ("submit", "申请"), ("street review", "街道审查"), ("approve", "审批"), ("advance", "预拨"), (publicity, "结算公示"), ("balance", "结算拨付"),
  ]

  /// What sets one of the three apart from the others.
  struct Terms {
    var title: Bilingual
    /// Working days for the street's review.
    var review: ParameterKey<Int>
    /// The share that is paid before the works are accepted.
    var advance: ParameterKey<Ratio>
    /// Papers for the review.
    var reviewNeeds: [Procedure.Need] = []
  }

  /// `维修资金使用（应急快速流程）`, as every sentence about the procedure calls it.
  public static func title(_ kind: Kind) -> Bilingual { terms(kind).title }

  private static func terms(_ kind: Kind) -> Terms {
    switch kind {
    case .general: general
    case .small: small
    case .emergency: emergency
    }
  }

  /// The procedure as the parameters of a day make it; a request from before a parameter's first value goes by that value.
  ///
  /// - Throws: ``ParameterError`` where a parameter has no value that day.
  public static func city(_ kind: Kind, _ parameters: Parameters, on day: Day) throws(ParameterError) -> Procedure {
    func read<Value>(_ key: ParameterKey<Value>) throws(ParameterError) -> Dated<Value> {
      try parameters.read(key, on: max(day, parameters.history(key.name).first?.from ?? day))
    }
    let terms = terms(kind)
    let review = try read(terms.review), advance = try read(terms.advance)
    let decision = try read(FundParameters.decisionWorkdays), pay = try read(FundParameters.payWorkdays)
    let latest = [review.reading, advance.reading, decision.reading, pay.reading].map(\.from).max() ?? day
    return Procedure(
      name: kind.procedureName, title: terms.title, revision: latest.description,
      steps: [
        .init("submit", chinese(ofStep: "submit"), .submit, by: [.community, .street]),
        .init(
          "street review", chinese(ofStep: "street review"), .confirm, by: [.street], within: review.value,
          needs: terms.reviewNeeds),
        .init("approve", chinese(ofStep: "approve"), .decide, by: [.street], within: decision.value, notSamePersonAs: ["submit"]),
        .init(
          "advance", chinese(ofStep: "advance"), .advance, by: [.county], within: pay.value, notSamePersonAs: ["approve"],
          atMost: advance.value),
        .init(publicity, chinese(ofStep: publicity), .confirm, by: [.community, .street], needs: [.attachment("publicity")]),
        .init(
          "balance", chinese(ofStep: "balance"), .balance, by: [.county], needs: [.attachment("acceptance")],
          notSamePersonAs: ["approve"]),
      ])
  }
}
