extension RuleWord {
  /// The words of test tables, beside those of the rules.
  static let testing: [RuleWord] = [
    .init("test", "测试", .declaration, "A test of the script of the same name"),
    .init("last_seen_day", "截止日", .key, "The last day that the script sees; `day` says the same"),
    .init("given", "已知", .key, "The rows of a small register, table by table"),
    .init("beside", "同时有", .key, "Other scripts of the folder that are in force, by the names of their files"),
    .init("acts", "办理", .key, "What officers do to a case, in order"),
    .init("expect", "应得", .key, "What must come out"),
    .init("cases", "各例", .key, "Several cases: each replaces the tables that it gives"),
    .init("proposals", "提请项", .key, "Expected proposals: kind first, then subject"),
    .init("deadlines", "限期", .key, "Expected deadlines, by the row's key"),
    .init("ranking", "名次", .key, "Expected order, best first"),
    .init("problem", "问题", .key, "The code of the finding that is expected"),
    .init("at", "时刻", .key, "When an officer does something"),
    .init("sum_paid", "金额", .key, "The amount that is approved or paid; `amount` says the same"),
    .init("next", "下一步", .key, "The step whose turn it is"),
    .init("lapsed", "已逾期", .key, "A step of a district's own procedure whose time passed"),
    .init("ended", "结束于", .key, "How a case ended: finish, or the department that it went to"),
    .init("state", "情况", .key, "In time, late, running or unknown"),
  ]
}
