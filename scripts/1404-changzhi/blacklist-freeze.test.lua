-- Example 18: fund requests under way whose applicant or user was put on the black list this month.
test "requests frozen by this month's black list" {
  day = "2026-09-30",
  given = {
    enterprise = { { name = "甲物业" }, { name = "乙物业" } },
    project = { { name = "东苑", enterprise = "甲物业" } },
    fund_request = { { number = "W1", project = "东苑", status = "reviewed", applicant = "甲物业", user = "乙物业" } },
  },
  cases = {
    { "the applicant was listed this month", given = { list_entry = { { enterprise = "甲物业", list = "black", decided_on = "2026-09-05" } } },
      expect = { rows = { { request = "W1", listed = "甲物业", substitute = "业主委员会或社区" } } } },
    { "the user was", given = { list_entry = { { enterprise = "乙物业", list = "black", decided_on = "2026-09-30" } } },
      expect = { rows = { { request = "W1", listed = "乙物业" } } } },
    { "both: one line each", given = { list_entry = {
        { enterprise = "甲物业", list = "black", decided_on = "2026-09-05" }, { enterprise = "乙物业", list = "black", decided_on = "2026-09-06" } } },
      expect = { rows = { { request = "W1", listed = "甲物业" }, { request = "W1", listed = "乙物业" } } } },
    { "listed the month before", given = { list_entry = { { enterprise = "甲物业", list = "black", decided_on = "2026-08-31" } } },
      expect = { rows = {} } },
    { "the red list freezes nothing", given = { list_entry = { { enterprise = "甲物业", list = "red", decided_on = "2026-09-05" } } },
      expect = { rows = {} } },
    { "a request that was paid or refused is not under way", given = {
        fund_request = { { number = "W1", project = "东苑", status = "paid", applicant = "甲物业" }, { number = "W2", project = "东苑", status = "refused", applicant = "甲物业" } },
        list_entry = { { enterprise = "甲物业", list = "black", decided_on = "2026-09-05" } } },
      expect = { rows = {} } },
  },
}
