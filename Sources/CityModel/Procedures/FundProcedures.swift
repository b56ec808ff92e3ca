public import Columns

/// The city's three procedures for the maintenance fund, A14: 下放维修资金审批权限至街道（乡镇），探索建立小额使用维修资金的简易流程和应急使用维修资金的快速流程.
public enum FundProcedures {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case general, small, emergency

    /// `city/fund-emergency`.
    public var procedureName: String { "city/fund-\(rawValue)" }
  }

  /// The procedure as the parameters of a day make it; a request from before a parameter's first value goes by that value.
  ///
  /// - Throws: ``ParameterError`` where a parameter has no value that day.
  public static func city(_ kind: Kind, _ parameters: Parameters, on day: Day) throws(ParameterError) -> Procedure {
    func read<Value>(_ key: ParameterKey<Value>) throws(ParameterError) -> Dated<Value> {
      try parameters.read(key, on: max(day, parameters.history(key.name).first?.from ?? day))
    }
    let review =
      switch kind {
      case .general: try read(FundParameters.generalReviewWorkdays)
      case .small: try read(FundParameters.smallReviewWorkdays)
      case .emergency: try read(FundParameters.streetReviewWorkdays)
      }
    let advance = try read(kind == .emergency ? FundParameters.emergencyAdvance : FundParameters.generalAdvance)
    let decision = try read(FundParameters.decisionWorkdays)
    let pay = try read(FundParameters.payWorkdays)
    let title =
      switch kind {
      case .general: Bilingual(zh: "维修资金使用（一般流程）", en: "use of the maintenance fund, general")
      case .small: Bilingual(zh: "维修资金使用（小额简易流程）", en: "use of the maintenance fund, small amounts")
      case .emergency: Bilingual(zh: "维修资金使用（应急快速流程）", en: "use of the maintenance fund, emergency")
      }
    let latest = [review.reading, advance.reading, decision.reading, pay.reading].map(\.from).max() ?? day
    return Procedure(
      name: kind.procedureName, title: title, revision: latest.description,
      steps: [
        .init("submit", "申请", .submit, by: [.community, .street]),
        .init(
          "street review", "街道审查", .confirm, by: [.street], within: review.value,
          needs: kind == .emergency ? [.attachment("site check")] : []),
        .init("approve", "审批", .decide, by: [.street], within: decision.value, notSamePersonAs: ["submit"]),
        .init(
          "advance", "预拨", .advance, by: [.county], within: pay.value, notSamePersonAs: ["approve"],
          atMost: advance.value),
        .init(
          "balance", "结算拨付", .balance, by: [.county], needs: [.attachment("acceptance"), .attachment("publicity")],
          notSamePersonAs: ["approve"]),
      ])
  }
}
