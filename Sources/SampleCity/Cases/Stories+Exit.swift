/// The cases about the exit threshold of article 8, in the words of the domain's test vectors.
extension Story {
  /// Notice in May, written reminder, and in June the county's determination that the enterprise refuses.
  private static let refused = Order(
    issued: on(2026, 5, 11), deadline: on(2026, 5, 25), reminded: on(2026, 6, 1), refused: on(2026, 6, 15))

  static let exitAt21 = Story(
    chinese: "二十一名投诉人且拒不整改", english: "21 complainants and a refusal to rectify", registration: "140403",
    estates: [Estate(street: "140403002", name: "南柯小区")],
    complaints: .spread(21, satisfied: 16), orders: [refused],
    expectedChinese: "达到退出条件；否决项V4，D级；建议列入黑榜", expectedEnglish: "exit threshold met; veto V4, grade D; black list",
    outcomes: [
      .complainants(21), .satisfaction(satisfied: 16, answered: 21), .exit(true), .veto("V4"), .blackCandidate(true),
    ])

  static let exitAt20 = Story(
    chinese: "二十名投诉人且拒不整改", english: "20 complainants and a refusal to rectify", registration: "140404",
    estates: [Estate(street: "140404001", name: "黄粱家园")],
    complaints: .spread(20, satisfied: 15), orders: [refused],
    expectedChinese: "超过二十名才算，未达到退出条件", expectedEnglish: "more than 20 is asked: exit threshold not met",
    outcomes: [.complainants(20), .satisfaction(satisfied: 15, answered: 20), .exit(false)])

  static let exitAtHalf = Story(
    chinese: "二十一名投诉人，满意度三十分之十五", english: "21 complainants, 15 of 30 satisfied", registration: "140405",
    estates: [Estate(street: "140405001", name: "槐安花园")],
    complaints: .spread(21, satisfied: 10)
      + .spread(9, finding: "unsubstantiated", satisfied: 5, firstPerson: 30, category: "parking"),
    expectedChinese: "恰为百分之五十，不算不足，未达到退出条件", expectedEnglish: "exactly 50 % is not below 50 %: exit threshold not met",
    outcomes: [.complainants(21), .satisfaction(satisfied: 15, answered: 30), .exit(false)])

  static let exitBelowHalf = Story(
    chinese: "二十一名投诉人，满意度三十分之十四", english: "21 complainants, 14 of 30 satisfied", registration: "140406",
    estates: [Estate(street: "140406001", name: "华胥雅苑")],
    complaints: .spread(21, satisfied: 10)
      + .spread(9, finding: "unsubstantiated", satisfied: 4, firstPerson: 30, category: "parking"),
    expectedChinese: "满意度不足百分之五十，达到退出条件，建议列入黑榜", expectedEnglish: "below 50 %: exit threshold met; black list",
    outcomes: [.complainants(21), .satisfaction(satisfied: 14, answered: 30), .exit(true), .blackCandidate(true)])

  static let exitOnePersonTwice = Story(
    chinese: "二十二件投诉，其中两件同一人", english: "22 complaints, two of them by one person", registration: "140423",
    estates: [Estate(street: "140423100", name: "蜃楼名城", highRise: true)],
    complaints: .spread(21, satisfied: 15) + [Told(day: on(2026, 9, 21), person: 0, category: "lift failure")],
    orders: [refused],
    expectedChinese: "同一人只计一次，二十一名，达到退出条件；否决项V4",
    expectedEnglish: "one person counts once: 21, exit threshold met; veto V4",
    outcomes: [
      .complainants(21), .satisfaction(satisfied: 16, answered: 22), .exit(true), .veto("V4"), .blackCandidate(true),
    ])

  static let exitAnonymous = Story(
    chinese: "二十名投诉人另有五件匿名", english: "20 complainants and five anonymous complaints", registration: "140404",
    estates: [Estate(street: "140404101", name: "海市新村")],
    complaints: .spread(20, satisfied: 15)
      + (0..<5).map { Told(day: on(2026, 3 + $0, 17), person: nil, satisfied: nil, category: "noise") },
    orders: [refused],
    expectedChinese: "匿名件不计入，未达到退出条件", expectedEnglish: "anonymous ones do not count: exit threshold not met",
    outcomes: [.complainants(20), .satisfaction(satisfied: 15, answered: 20), .exit(false)])

  static let exitPartly = Story(
    chinese: "十五名属实、六名部分属实且拒不整改", english: "15 substantiated, 6 partly, and a refusal", registration: "140423",
    estates: [Estate(street: "140423102", name: "镜花嘉园")],
    complaints: .spread(15, satisfied: 11)
      + .spread(6, finding: "partly", satisfied: 4, firstPerson: 20, category: "fees"),
    orders: [refused],
    expectedChinese: "部分属实计入，二十一名，达到退出条件；否决项V4",
    expectedEnglish: "partly substantiated ones count: 21, exit threshold met; veto V4",
    outcomes: [
      .complainants(21), .satisfaction(satisfied: 15, answered: 21), .exit(true), .veto("V4"), .blackCandidate(true),
    ])

  static let exitNoDetermination = Story(
    chinese: "二十一名投诉人，逾期未改但未认定拒不整改", english: "21 complainants, an overdue order without a determination",
    registration: "140428", estates: [Estate(street: "140428100", name: "水月公馆")],
    complaints: .spread(21, satisfied: 16),
    orders: [Order(issued: on(2026, 6, 8), deadline: on(2026, 6, 22), reminded: on(2026, 7, 1))],
    expectedChinese: "未经县级认定，不算拒不整改，未达到退出条件",
    expectedEnglish: "no determination by the county, so no refusal: exit threshold not met",
    outcomes: [.complainants(21), .satisfaction(satisfied: 16, answered: 21), .exit(false)])

  static let exitWindow = Story(
    chinese: "二十一名投诉人，其中一名恰在一年窗口首日", english: "21 complainants, one on the day on which the year begins",
    registration: "140431", estates: [Estate(street: "140431100", name: "太虚小镇")],
    complaints: [Told(day: on(2025, 9, 30), person: 90, category: "drainage")] + .spread(20, satisfied: 15),
    orders: [refused],
    expectedChinese: "窗口首日不计，二十名，未达到退出条件", expectedEnglish: "the first day is not counted: 20, exit threshold not met",
    outcomes: [.complainants(20), .satisfaction(satisfied: 15, answered: 20), .exit(false)])

  static let exitTwoCounties = Story(
    chinese: "两县分别十一名和十名投诉人且拒不整改", english: "11 complainants in one county, 10 in another, and a refusal",
    registration: "140403",
    estates: [Estate(street: "140403009", name: "大荒里"), Estate(street: "140404106", name: "无稽里")],
    complaints: .spread(11, satisfied: 8)
      + .spread(10, satisfied: 7, firstPerson: 40, estate: 1, category: "cleaning"),
    orders: [refused],
    expectedChinese: "按企业在一县计算，均未达到退出条件", expectedEnglish: "counted by county: exit threshold met in neither",
    outcomes: [.complainants(11), .exit(false)])
}
