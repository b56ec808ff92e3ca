internal import LuaSyntax

/// What people call things, and what the rule language and the city's model call them: for help lines alone, a script is
/// never read by them.
enum Synonyms {
  /// The words that may be meant, as far as they are among `names`; none for a word that nobody has been seen to use.
  static func meant(by word: String, among names: some Collection<String>) -> [String] {
    (words[word] ?? []).filter(names.contains)
  }

  /// `是否想写 …？` for a word that is known to be used for another.
  static func help(for word: String, among names: some Collection<String>) -> Wording? {
    let meant = meant(by: word, among: names).map { "`\($0)`" }
    guard !meant.isEmpty else { return nil }
    return Wording(chinese: "是否想写 \(meant.joined(separator: " 或 "))？", english: "did you mean \(meant.joined(separator: " or "))?")
  }

  /// Each word with what it may mean; the likeliest first.
  static let words: [String: [String]] = {
    var words: [String: [String]] = [:]
    for (meant, called) in chinese + english {
      for word in called.split(separator: " ") { words[String(word), default: []] += meant.split(separator: " ").map(String.init) }
    }
    return words
  }()

  private static let chinese: [(meant: String, called: String)] = [
    // Bounds: 以上、以下 include the bound, 超过、不足 do not (Civil Code, article 1259).
    ("多于", "超过 大于 高于 多过 超出 逾"),
    ("至少", "不少于 不低于 不小于 大于等于 以上 达到 满 最少"),
    ("少于", "不足 小于 低于 不到 不满 未满"),
    ("至多", "不超过 不多于 不大于 不高于 小于等于 以下 以内 最多"),
    ("介于", "之间 区间"), ("不是", "不等于 非"), ("之一", "属于其中 任何一个 或者 其中之一"), ("都不是", "不属于 除外 排除"),
    ("任一", "任意 或 任何 或者"), ("全部", "并且 同时 所有"), ("有值", "非空 不为空 已填 已有"), ("无值", "为空 空值 没有 未填"), ("最近", "近 过去"),
    // Units.
    ("自然日 工作日", "天 日"), ("自然日", "日历日 日历天 自然天"), ("工作日", "工作天"), ("个月", "月 月份 自然月"), ("小时", "时 钟头"), ("分钟", "分 分种"),
    ("分值", "分数 分"), ("元", "块 人民币 万元"), ("百分之", "百分比 百分率"), ("年度", "年 每年 一年"), ("季度", "季 每季 每季度"), ("月度", "每月 月"), ("每日", "每天 天 日"),
    // Keys.
    ("施行", "生效 实施"), ("公布", "发布 印发"), ("有效至", "有效期 失效"), ("文号", "文件 文件号"), ("理由", "原因"), ("封顶", "上限 最高"), ("逐条", "对象"),
    ("范围", "条件范围 筛选"), ("扣分", "减分"), ("加分", "奖分"), ("计次", "次数"),
    // The model.
    ("项目", "小区 楼盘"), ("企业", "物业 物业公司 公司"), ("投诉人", "业主 举报人"), ("受理时间", "时间 日期 受理日期 投诉时间 投诉日期 发生时间 发生日期"), ("办结时间", "办结日期 完成时间"), ("供水", "停水 断水 水压 自来水"), ("供电", "停电 断电"),
    ("供暖", "停暖 暖气 取暖"), ("电梯故障", "电梯 电梯坏 电梯维修"), ("噪声", "噪音 扰民"), ("屋面外墙渗漏", "漏水 渗漏 外墙 屋面"), ("停车秩序", "停车 乱停车"),
    ("环境卫生", "卫生 保洁"), ("垃圾清运", "垃圾"), ("物业收费", "收费 物业费"), ("违章搭建", "违建 搭建"), ("安保", "保安 治安"), ("类别", "类型 分类"), ("认定", "属实"), ("县区", "区县"),
    ("街道", "乡镇"), ("申请金额", "金额"), ("办理时长", "受理时长 处理时长 办结时长"),
  ]

  private static let english: [(meant: String, called: String)] = [
    ("more_than", "greater_than greater over above exceeds exceeding exceed larger_than gt"),
    ("at_least", "not_less_than no_less_than not_under minimum greater_or_equal gte ge"),
    ("less_than", "under below fewer_than lower_than smaller_than lt"),
    ("at_most", "not_more_than no_more_than not_over maximum up_to less_or_equal lte le"),
    ("between", "in_range range"), ("is_not", "not_equal not_equals unequal"), ("one_of", "any_one_of either contains"), ("not_one_of", "none_of except"),
    ("any_of", "or_else any either"), ("all_of", "both every"), ("exists", "present not_empty not_null is_set"), ("missing", "absent empty null none is_empty is_null"),
    ("within_last", "last past recent"),
    ("calendar_days working_days", "days day"), ("working_days", "business_days workdays work_days"), ("calendar_months", "months month"), ("hours", "hour"),
    ("minutes", "minute mins"), ("points", "point score"), ("yuan", "cny rmb money"), ("percent", "percentage pct"),
    ("year", "yearly annual"), ("quarter", "quarterly"), ("month", "monthly"), ("day", "daily"),
    ("effective", "in_force valid"), ("published", "issued"), ("because", "reason"), ("cap", "max upper_limit"), ("where", "filter scope"),
    ("enterprise", "company firm"), ("project", "estate"), ("complainant", "complainer owner"), ("category", "type"),
  ]
}
