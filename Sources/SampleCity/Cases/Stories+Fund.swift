/// The cases about the maintenance fund and the black list, article 14.
extension Story {
  static let blackApplicant = Story(
    chinese: "申请企业在维修资金申请途中被列入黑榜", english: "black-listed with a fund request under way (applicant)",
    registration: "140425", estates: [Estate(street: "140425100", name: "画饼家园")],
    entries: [
      Entry(
        reason: "拒不整改经认定", noticed: on(2026, 8, 20), decided: on(2026, 9, 3), minimum: on(2026, 12, 3),
        maximum: on(2027, 9, 3))
    ],
    funds: [
      Fund(
        number: "WX-CASE-07", category: "roof or wall leak", amount: 86_000, submitted: on(2026, 8, 24),
        reviewed: on(2026, 8, 26))
    ],
    grade: ("C", 630),
    expectedChinese: "黑榜期间不得批准", expectedEnglish: "approval is refused while the applicant is listed",
    outcomes: [.blackListed(true), .fund(request: "WX-CASE-07", step: "approve", refused: true)])

  static let blackUser = Story(
    chinese: "业委会申请，使用企业被列入黑榜", english: "black-listed as the user of another's request", registration: "140428",
    estates: [Estate(street: "140428100", name: "望梅名城", households: 860, highRise: true)],
    entries: [
      Entry(
        reason: "行政处罚情节严重", noticed: on(2026, 8, 25), decided: on(2026, 9, 8), minimum: on(2027, 9, 8),
        maximum: on(2028, 9, 8))
    ],
    funds: [
      Fund(
        number: "WX-CASE-08", category: "lift failure", applicantKind: "owners committee", amount: 120_000,
        submitted: on(2026, 7, 13), reviewed: on(2026, 7, 15), decided: on(2026, 7, 20), approved: 120_000, paid: 60_000
      )
    ],
    grade: ("C", 610),
    expectedChinese: "使用企业在黑榜，余款不得拨付", expectedEnglish: "the balance may not be paid to a listed user",
    outcomes: [.blackListed(true), .fund(request: "WX-CASE-08", step: "pay", refused: true)])

  static let blackRemoved = Story(
    chinese: "申请之后列入黑榜，拨付之前移出", english: "black entry removed between submission and payment",
    registration: "140406", estates: [Estate(street: "140406003", name: "建木新城")],
    entries: [
      Entry(
        reason: "拒不整改经认定", noticed: on(2026, 5, 22), decided: on(2026, 6, 5), minimum: on(2026, 9, 5),
        maximum: on(2027, 6, 5), removed: on(2026, 9, 15))
    ],
    funds: [
      Fund(
        number: "WX-CASE-19", category: "drainage", amount: 60_000, submitted: on(2026, 5, 20),
        reviewed: on(2026, 5, 22),
        decided: on(2026, 9, 21), approved: 60_000)
    ],
    grade: ("C", 660),
    expectedChinese: "移出后可以拨付；黑榜期间（如7月1日）不得批准",
    expectedEnglish: "payable since the removal; on 1 July an approval would have been refused",
    outcomes: [.blackListed(false), .fund(request: "WX-CASE-19", step: "pay", refused: false)])

  static let fundDiversion = Story(
    chinese: "挪用维修资金已认定", english: "fund diversion on record", registration: "140429",
    estates: [Estate(street: "140429100", name: "烂柯小区")], complaints: .spread(3, satisfied: 1),
    credits: [Credit(item: "V1", decided: on(2026, 6, 18))],
    funds: [
      Fund(
        number: "WX-CASE-13", category: "water pump", amount: 48_000, submitted: on(2026, 3, 2),
        reviewed: on(2026, 3, 4),
        decided: on(2026, 3, 10), approved: 48_000, paid: 48_000)
    ],
    grade: ("C", 680),
    expectedChinese: "否决项V1，D级；建议列入黑榜", expectedEnglish: "veto V1, grade D; black list",
    outcomes: [.veto("V1"), .blackCandidate(true), .blackListed(false)])
}
