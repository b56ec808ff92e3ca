import Columns
import Reports

/// A month as a city sees it: twelve counties, made-up enterprises, figures that belong together.
enum SampleReport {
  static let counties = [
    "潞州区", "上党区", "屯留区", "潞城区", "襄垣县", "平顺县", "黎城县", "壶关县", "长子县", "武乡县", "沁县", "沁源县",
  ]

  static func points(_ thousandths: Int64) -> Cell { .decimal(units: thousandths, digits: 3) }

  /// A report without a single proposal, county or figure.
  static var empty: MonthlyReport {
    MonthlyReport(
      title: "物业服务监管月报", scope: "长治市", period: "2026-09",
      dataCut: Day(year: 2026, month: 10, day: 1)?.start ?? Moment(seconds: 0), isDraft: true,
      run: MonthlyReport.Run(
        ledgerPosition: 128_406, rulesRevision: "3f9c2ab1", parametersRevision: "2026.1", engineVersion: "0.1.0"))
  }

  static var full: MonthlyReport {
    var report = empty
    report.responses = responses
    report.keyFigures = [
      MonthlyReport.KeyFigure(
        "受理投诉", 8_452, unit: "件", previous: 8_013,
        course: [6_120, 5_890, 5_410, 6_230, 7_015, 7_922, 8_104, 8_013, 8_452],
        basis: .article(13)),
      MonthlyReport.KeyFigure(
        "三天基本办结率", .ratio(7_829, of: 8_319), unit: "件", previous: .ratio(7_301, of: 7_940),
        course: [871, 884, 890, 902, 899, 911, 915, 919, 941], basis: .article(13)),
      MonthlyReport.KeyFigure(
        "回访满意率", .ratio(5_702, of: 6_614), unit: "件", previous: .ratio(5_410, of: 6_402),
        course: [801, 812, 820, 829, 833, 830, 841, 845, 862], basis: .article(8)),
      MonthlyReport.KeyFigure(
        "平均得分", points(82_415), unit: "分", sample: 231, previous: points(81_900), basis: .article(7)),
      MonthlyReport.KeyFigure("在管项目", 1_004, unit: "个", previous: 1_002),
      MonthlyReport.KeyFigure("逼近退出门槛", 6, unit: "家", sample: 248, previous: 5, basis: .article(8)),
      MonthlyReport.KeyFigure("未备案经营", 3, unit: "家", sample: 248, previous: 4, basis: .article(2)),
      MonthlyReport.KeyFigure("冻结的维修资金申请", 2, unit: "件", sample: 37, previous: 1, basis: .article(14)),
    ]
    report.redProposals = red
    report.blackProposals = black
    report.interviews = interviews
    report.grades = MonthlyReport.Grades(
      now: .init(a: 42, b: 131, c: 49, d: 9, unrated: 17),
      published: .init(a: 38, b: 126, c: 55, d: 12, unrated: 11), publishedName: "2025 年度")
    report.scores = [
      (40, 2, "D"), (45, 1, "D"), (50, 2, "D"), (55, 4, "D"), (60, 9, "C"), (65, 15, "C"), (70, 25, "C"), (75, 38, "B"),
      (80, 51, "B"), (85, 42, "B"), (90, 31, "A"), (95, 11, "A"),
    ].map { MonthlyReport.ScoreBand(from: $0.0, to: $0.0 + 5, count: $0.1, grade: $0.2) }
    report.categories = [
      ("公共设施维修", 2_104), ("环境卫生", 1_523), ("电梯困人与停运", 1_187), ("停车管理", 1_012), ("收费与公示", 874),
      ("供水供暖", 702), ("噪声", 481), ("飞线充电与消防通道", 369), ("公共收益", 120), ("其他", 80),
    ].map { Chart.Item($0.0, $0.1) }
    report.movers = movers
    report.moved = 87
    report.adjustments = [
      .init(
        title: "高层住宅电梯困人投诉加扣", district: "潞州区", basis: "潞州住建〔2026〕12号 第四条", enterprises: 14, points: points(-23_000)),
      .init(
        title: "公共收益账目逐月公开加分", district: "潞州区", basis: "潞州住建〔2026〕12号 第七条", enterprises: 6, points: points(4_500)),
      .init(
        title: "公共收益账目迟报扣分", district: "屯留区", basis: "屯住建〔2026〕7号 第二条", enterprises: 5, points: points(-9_000)),
    ]
    report.quality = MonthlyReport.Quality(
      rowsRead: 8_561, quarantined: 109,
      unknowns: [
        Chart.Item("投诉人无法识别，不计入退出门槛的去重人数（第八条）", 214),
        Chart.Item("满意度样本不足，按未知处理", 41), Chart.Item("责任原因未认定，不扣企业分", 63),
      ],
      notes: ["沁县 9 月 11 日至 13 日 12345 转办系统停机，补录 18 件，受理时间以补录单为准。", "未公布 2027 年工作日历，跨年期限不作预告。"])
    return report
  }

  private static let responses: [MonthlyReport.Response] = {
    let figures: [(accepted: Int, before: Int, due: Int, parts: [Int], revisited: Int, closed: Int, rework: Int)] = [
      (3_214, 3_050, 3_166, [3_098, 2_987, 2_992], 2_690, 2_951, 188), (962, 921, 948, [921, 899, 902], 801, 877, 44),
      (871, 820, 857, [842, 831, 840], 790, 826, 31), (704, 698, 690, [671, 640, 652], 560, 641, 39),
      (802, 744, 790, [779, 760, 766], 712, 751, 26), (168, 171, 166, [158, 149, 151], 131, 148, 9),
      (231, 214, 228, [220, 214, 219], 201, 212, 6), (402, 398, 396, [370, 351, 344], 288, 340, 41),
      (488, 471, 481, [466, 452, 447], 401, 440, 19), (361, 352, 352, [310, 289, 286], 230, 280, 33),
      (223, 149, 219, [211, 200, 206], 190, 201, 8), (26, 25, 26, [26, 25, 24], 20, 24, 1),
    ]
    return zip(counties, figures).map { county, row in
      MonthlyReport.Response(
        county: county, accepted: row.accepted, acceptedBefore: row.before,
        assigned: .init(row.parts[0], of: row.due), preliminary: .init(row.parts[1], of: row.due),
        closed: .init(row.parts[2], of: row.due), revisited: .init(row.revisited, of: row.closed),
        reworked: .init(row.rework, of: row.revisited))
    }
  }()

  private static let red: [MonthlyReport.Proposal] = [
    ("长治市示例安居物业服务有限公司", "91140403YYYY00020N", "潞州区", 97_250, 38, 612),
    ("潞州示例同心物业管理有限公司", "91140400YYYY00012G", "潞州区", 95_500, 27, 401),
    ("上党区示例和润物业服务有限公司", "91140404YYYY000392", "上党区", 93_125, 12, 233),
    ("屯留示例晨光物业有限公司", "91140405YYYY00047B", "屯留区", 92_000, 9, 187),
    ("襄垣县示例万家物业服务有限公司", "91140423YYYY000633", "襄垣县", 91_375, 11, 176),
    ("长子县示例嘉园物业管理有限公司", "91140428YYYY0008XX", "长子县", 90_000, 6, 94),
  ].map { name, code, county, score, months, answers in
    MonthlyReport.Proposal(
      enterprise: name, code: code, county: county, score: points(score), grade: "A",
      reasons: [
        .init("上次公布等级为 A，十二个月内无一票否决和行政处罚", basis: [.article(7)], evidence: months),
        .init("近三个月无三天超期，回访满意率不低于 85%", basis: [.article(13)], evidence: answers),
        .init("备案、公示事项齐全", basis: [.article(2), .article(6)], evidence: 14),
      ])
  }

  private static let black: [MonthlyReport.Proposal] = [
    .init(
      enterprise: "长治市示例宏远物业服务有限公司", code: "91140406YYYY00055L", county: "潞城区", score: points(54_500), grade: "D",
      reasons: [
        .init("一年内 27 名投诉人反映的问题属实，超过 20 名；回访满意率 41.2%（21/51），不足 50%", basis: [.article(8)], evidence: 34),
        .init("两次整改通知到期未整改，县（区）已书面认定拒不整改", basis: [.article(7), .article(8)], evidence: 5),
      ], advice: "降低收费标准或者解聘"),
    .init(
      enterprise: "平顺县示例青山物业有限公司", code: "91140425YYYY00071T", county: "平顺县", score: points(48_125), grade: "D",
      reasons: [.init("挪用住宅专项维修资金 126,400.00 元，已由主管部门查实", basis: [.article(14)], evidence: 11)],
      advice: "解聘"),
    .init(
      enterprise: "北京示例外埠物业管理股份有限公司长治第一分公司", code: "91110000YYYY00098A", county: "武乡县", score: points(57_999),
      grade: "D", reasons: [.init("连续两月拒不整改", basis: [.article(7)], evidence: 4)]),
  ]

  private static let interviews: [MonthlyReport.Proposal] = [
    .init(
      enterprise: "武乡示例太行物业有限公司", code: "91310000YYYY00100B", county: "武乡县", score: points(71_250), grade: "C",
      reasons: [
        .init("一年内 12 名投诉人反映的问题属实", basis: [.document("武住建〔2026〕3号 第五条"), .article(13)], evidence: 15)
      ], rule: "投诉人满十名约谈", advice: "听取企业整改报告"),
    .init(
      enterprise: "潞州示例锦绣物业服务有限公司", code: "", county: "潞州区", score: points(68_000), grade: "C",
      reasons: [.init("三个月内同一高层小区电梯困人 4 次", basis: [.document("潞州住建〔2026〕12号 第九条")], evidence: 4)],
      rule: "电梯困人预警"),
  ]

  private static let movers: [MonthlyReport.Mover] = [
    .init(
      enterprise: "襄垣县示例万家物业服务有限公司", code: "91140423YYYY000633", county: "襄垣县", before: points(87_875),
      now: points(91_375), gradeBefore: "B", gradeNow: "A", reason: "满意率达到 90%，加 3 分；本季度无超期"),
    .init(
      enterprise: "长治市示例宏远物业服务有限公司", code: "91140406YYYY00055L", county: "潞城区", before: points(63_000),
      now: points(54_500), gradeBefore: "C", gradeNow: "D", reason: "拒不整改扣 8 分"),
    .init(
      enterprise: "屯留示例晨光物业有限公司", code: "91140405YYYY00047B", county: "屯留区", before: points(91_500),
      now: points(92_000),
      gradeBefore: "A", gradeNow: "A", reason: "红榜在列加 0.5 分"),
  ]

  /// A month with so many proposals that the page must be leafed through.
  static func crowded(_ count: Int) -> MonthlyReport {
    var report = full
    report.redProposals = (1...count).map { number in
      MonthlyReport.Proposal(
        enterprise: "示例第\(number)物业服务有限公司", code: "91140400YYYY\(100_000 + number)", county: counties[number % 12],
        score: points(Int64(99_999 - number)), grade: "A",
        reasons: [.init("第 \(number) 家：近三个月无超期", basis: [.article(7)], evidence: number)])
    }
    return report
  }

  /// Names and remarks that would like to be markup.
  static var hostile: MonthlyReport {
    let attack = "<script>alert(1)</script>\u{202E}\u{1B}[31m"
    var report = full
    report.title = attack
    report.scope = "\" onload=\"alert(1)"
    report.period = "</title><script>"
    report.run.rulesRevision = "</style><script>"
    report.keyFigures.append(
      .init(attack, .text(attack), unit: attack, previous: .text(attack), basis: .document(attack)))
    for name in [attack, "=HYPERLINK(\"x\")", "**粗** & 'x' | y"] {
      report.redProposals.append(
        .init(
          enterprise: name, code: name, county: name, score: .text(name), grade: name,
          reasons: [.init(name, basis: [.document(name)], evidence: -1)], rule: name, advice: name))
    }
    report.blackProposals = report.redProposals
    report.interviews = report.redProposals
    report.responses = [
      .init(
        county: attack, accepted: -5, acceptedBefore: .min, assigned: .init(.max, of: .max),
        preliminary: .init(1, of: 0),
        closed: .init(-1, of: -1), revisited: .init(5, of: 3), reworked: .init(.min, of: .max)),
      .init(
        county: "乙", accepted: .max, acceptedBefore: .max, assigned: .init(.max, of: .max),
        preliminary: .init(1, of: 0),
        closed: .init(.max, of: 1), revisited: .init(.max - 1, of: .max), reworked: .init(0, of: .max)),
    ]
    report.grades = .init(now: .init(a: .max, b: .max, c: -1), published: .init(), publishedName: attack)
    report.scores = [.init(from: .min, to: .max, count: .max, grade: attack), .init(from: 5, to: 0, count: -1)]
    report.categories = [Chart.Item(attack, .max), Chart.Item("", .min)]
    report.movers = [
      .init(
        enterprise: attack, code: attack, county: attack, before: points(.min), now: points(.max), gradeBefore: "B",
        gradeNow: attack, reason: attack)
    ]
    report.adjustments = [
      .init(title: attack, district: attack, basis: attack, enterprises: .min, points: points(.min))
    ]
    report.quality = .init(rowsRead: .min, quarantined: .max, unknowns: [Chart.Item(attack, 1)], notes: [attack])
    return report
  }

  /// As little as shows every part of the page once.
  static var small: MonthlyReport {
    var report = full
    report.keyFigures = [full.keyFigures[1]]
    report.redProposals = [red[0]]
    report.blackProposals = [black[0]]
    report.interviews = [interviews[0]]
    report.responses = Array(responses.prefix(2))
    report.scores = Array(full.scores.suffix(3))
    report.categories = Array(full.categories.prefix(2))
    report.movers = [movers[0]]
    report.adjustments = full.adjustments.map { Array($0.prefix(1)) }
    report.quality?.unknowns.removeLast(2)
    report.quality?.notes.removeFirst()
    return report
  }
}
