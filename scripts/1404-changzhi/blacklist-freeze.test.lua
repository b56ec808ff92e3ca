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
      expect = { rows = { { number = "W1", applicant = "甲物业", applicant_listed_on = "2026-09-05", user_listed_on = missing, substitute = "community" } } } },
    { "the user was, at an estate with an owners' committee", given = { committee = { { project = "东苑", elected_on = "2025-01-01" } }, list_entry = { { enterprise = "乙物业", list = "black", decided_on = "2026-09-30" } } },
      expect = { rows = { { number = "W1", user = "乙物业", user_listed_on = "2026-09-30", substitute = "owners committee" } } } },
    { "the applicant was this month, the user long ago", given = { list_entry = {
        { enterprise = "甲物业", list = "black", decided_on = "2026-09-05" }, { enterprise = "乙物业", list = "black", decided_on = "2026-06-06" } } },
      expect = { rows = { { number = "W1", applicant_listed_on = "2026-09-05", user_listed_on = "2026-06-06" } } } },
    { "both: one line", given = { list_entry = {
        { enterprise = "甲物业", list = "black", decided_on = "2026-09-05" }, { enterprise = "乙物业", list = "black", decided_on = "2026-09-06" } } },
      expect = { rows = { { number = "W1", applicant_listed_on = "2026-09-05", user_listed_on = "2026-09-06" } } } },
    { "two requests: by number", given = {
        fund_request = { { number = "W2", project = "东苑", status = "reviewed", applicant = "甲物业" }, { number = "W1", project = "东苑", status = "approved", applicant = "甲物业" } },
        list_entry = { { enterprise = "甲物业", list = "black", decided_on = "2026-09-05" } } },
      expect = { rows = { { number = "W1" }, { number = "W2" } } } },
    { "listed more than a month ago", given = { list_entry = { { enterprise = "甲物业", list = "black", decided_on = "2026-08-30" } } },
      expect = { rows = {} } },
    { "so was the user", given = { list_entry = { { enterprise = "乙物业", list = "black", decided_on = "2026-08-30" } } },
      expect = { rows = {} } },
    { "the red list freezes nothing", given = { list_entry = { { enterprise = "甲物业", list = "red", decided_on = "2026-09-05" } } },
      expect = { rows = {} } },
    { "a request that was paid or refused is not under way", given = {
        fund_request = { { number = "W1", project = "东苑", status = "paid", applicant = "甲物业" }, { number = "W2", project = "东苑", status = "refused", applicant = "甲物业" } },
        list_entry = { { enterprise = "甲物业", list = "black", decided_on = "2026-09-05" } } },
      expect = { rows = {} } },
  },
}
