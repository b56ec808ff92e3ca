/// The cases about filing, vetoes, lists and scores: articles 2, 7 and 14.
extension Story {
  static let redCandidate = Story(
    chinese: "红榜候选，条件俱全", english: "red-list candidate with everything right", registration: "140400",
    estates: [Estate(street: "140403003", name: "桃源里", households: 720)],
    complaints: .spread(2, satisfied: 2)
      + .spread(6, finding: "unsubstantiated", satisfied: 6, firstPerson: 10, category: "noise"),
    credits: [Credit(item: "G01", variant: "city", decided: on(2026, 2, 10))],
    surveys: [Asked(held: on(2026, 6, 10), satisfied: 56, answered: 60)], grade: ("A", 940),
    expectedChinese: "列为红榜候选", expectedEnglish: "candidate for the red list",
    outcomes: [.satisfaction(satisfied: 64, answered: 68), .redCandidate(true), .unfiled(false)])

  static let redBlocked = Story(
    chinese: "红榜条件俱全，但有一件整改未完成", english: "red candidate blocked by one open rectification", registration: "140403",
    estates: [Estate(street: "140403005", name: "武陵雅苑", households: 650)],
    complaints: .spread(2, satisfied: 2)
      + .spread(6, finding: "unsubstantiated", satisfied: 6, firstPerson: 10, category: "noise"),
    orders: [Order(issued: on(2026, 9, 8), deadline: on(2026, 11, 30))],
    credits: [Credit(item: "G01", variant: "city", decided: on(2026, 2, 10))],
    surveys: [Asked(held: on(2026, 6, 12), satisfied: 56, answered: 60)], grade: ("A", 935),
    expectedChinese: "有未完成的整改，不列为红榜候选", expectedEnglish: "an open rectification: not a candidate",
    outcomes: [.satisfaction(satisfied: 64, answered: 68), .redCandidate(false)])

  /// 80, three quarters without an overdue complaint (G07), a provincial commendation (G01), a takeover (G04).
  static let scoreAt90 = Story(
    chinese: "得分恰为九十分", english: "score just at 90", registration: "140403",
    estates: [Estate(street: "140403006", name: "瑶池华府")],
    credits: [
      Credit(item: "G01", variant: "province", decided: on(2026, 3, 16)),
      Credit(item: "G04", variant: "takeover", decided: on(2026, 4, 13)),
    ],
    expectedChinese: "九十分，A级", expectedEnglish: "90 points, grade A", outcomes: [.score("90")])

  static let scoreBelow90 = Story(
    chinese: "得分略低于九十分", english: "score just below 90", registration: "140403",
    estates: [Estate(street: "140403007", name: "阆苑华府")],
    complaints: [Told(day: on(2026, 5, 19), person: 0)],
    credits: [
      Credit(item: "G01", variant: "province", decided: on(2026, 3, 16)),
      Credit(item: "G04", variant: "takeover", decided: on(2026, 4, 13)),
    ],
    expectedChinese: "一件属实投诉扣〇点五分，八十九点五分，B级",
    expectedEnglish: "one substantiated complaint costs half a point: 89.5, grade B", outcomes: [.score("89.5")])

  static let newcomer = Story(
    chinese: "进入不足三个月", english: "new enterprise, under three months", registration: "140430",
    estates: [Estate(street: "140430100", name: "扶桑家园")], grade: nil, since: on(2026, 8, 15),
    expectedChinese: "未评级", expectedEnglish: "unrated", outcomes: [.unrated, .unfiled(false)])

  static let outsideFirm = Story(
    chinese: "市外注册企业，备案齐全", english: "outside firm, properly filed", registration: "110000",
    estates: [Estate(street: "140403004", name: "北冥公馆", households: 900, highRise: true)],
    complaints: .spread(5, satisfied: 5), grade: ("B", 845), since: on(2022, 6, 1),
    expectedChinese: "与本地企业同等对待", expectedEnglish: "treated as any firm of the city",
    outcomes: [.unfiled(false), .exit(false)])

  static let outsideHalfFiled = Story(
    chinese: "市外注册企业，两县经营只在一县备案", english: "outside firm, serving in two counties and filed in one",
    registration: "310000",
    estates: [
      Estate(street: "140403014", name: "鲲鹏名城"), Estate(street: "140406002", name: "若木名城", filed: false),
    ],
    complaints: .spread(3, satisfied: 3), grade: ("B", 790), since: on(2023, 3, 1),
    expectedChinese: "潞城区未备案经营", expectedEnglish: "serving unfiled in Lucheng", outcomes: [.unfiled(true)])

  static let unfiled = Story(
    chinese: "未备案经营", english: "unfiled while serving", registration: "140426",
    estates: [Estate(street: "140426101", name: "弱水小区")], filing: .returned(on(2026, 3, 5)),
    complaints: .spread(4, satisfied: 3),
    urgings: [Urged(made: on(2026, 4, 8), deadline: on(2026, 4, 23), heeded: on(2026, 4, 20))],
    grade: ("C", 690), since: on(2024, 9, 1),
    expectedChinese: "备案申请被退回，仍在服务，未备案经营", expectedEnglish: "the filing was returned: serving unfiled",
    outcomes: [.unfiled(true)])

  static let fourUrgings = Story(
    chinese: "四次督促报备均未整改", english: "four unheeded urgings about filing", registration: "140427",
    estates: [Estate(street: "140427100", name: "守株家园")], filing: .none,
    urgings: [
      Urged(made: on(2026, 2, 2), deadline: on(2026, 2, 25)), Urged(made: on(2026, 3, 16), deadline: on(2026, 3, 31)),
      Urged(made: on(2026, 5, 11), deadline: on(2026, 5, 26)), Urged(made: on(2026, 7, 6), deadline: on(2026, 7, 21)),
    ],
    grade: ("C", 640), since: on(2024, 5, 1),
    expectedChinese: "否决项V3，D级；建议列入黑榜", expectedEnglish: "veto V3, grade D; black list",
    outcomes: [.veto("V3"), .unfiled(true), .blackCandidate(true)])

  static let threeUrgings = Story(
    chinese: "四次督促未整改，其中一次与报备无关", english: "four unheeded urgings, one of them not about filing",
    registration: "140405", estates: [Estate(street: "140405101", name: "刻舟家园")], filing: .none,
    urgings: [
      Urged(made: on(2026, 2, 3), deadline: on(2026, 2, 26)), Urged(made: on(2026, 3, 17), deadline: on(2026, 4, 1)),
      Urged(made: on(2026, 5, 12), deadline: on(2026, 5, 27), topic: "other"),
      Urged(made: on(2026, 7, 7), deadline: on(2026, 7, 22)),
    ],
    grade: ("C", 650), since: on(2024, 5, 1),
    expectedChinese: "只有报备督促计入，三次，不适用否决项V3", expectedEnglish: "only urgings about filing count: three, no veto V3",
    outcomes: [.unfiled(true)])

  static let blackMonths = Story(
    chinese: "曾列黑榜四个月，已移出", english: "black month history", registration: "140431",
    estates: [Estate(street: "140431100", name: "梦蝶新城")],
    entries: [
      Entry(
        reason: "2025年度拒不整改两次", noticed: on(2026, 1, 20), decided: on(2026, 2, 3), minimum: on(2026, 5, 3),
        maximum: on(2027, 2, 3), removed: on(2026, 5, 29))
    ],
    grade: ("C", 620),
    expectedChinese: "现不在黑榜；黑榜月份计四个月", expectedEnglish: "not black-listed now; four black months count",
    outcomes: [.blackListed(false), .blackMonths(4)])
}
