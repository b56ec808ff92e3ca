-- Example 9: one point for each month that the accounts of common revenue are late.
test "one point a late month" {
  given = { enterprise = { { name = "甲物业" } }, project = { { name = "东苑", enterprise = "甲物业" } } },
  cases = {
    { "a day less than a month late", day = "2026-12-31", given = { duty = { { project = "东苑", duty = "common revenue accounts", due_on = "2026-07-31", done_on = "2026-08-30" } } },
      expect = { points = {} } },
    { "one month", day = "2026-12-31", given = { duty = { { project = "东苑", duty = "common revenue accounts", due_on = "2026-07-31", done_on = "2026-08-31" } } },
      expect = { points = { ["甲物业"] = -1 } } },
    { "never filed: three months by the data cut", day = "2026-10-31", given = { duty = { { project = "东苑", duty = "common revenue accounts", due_on = "2026-07-31" } } },
      expect = { points = { ["甲物业"] = -3 } } },
    { "no more than six points a year", day = "2027-12-31", given = { duty = { { project = "东苑", duty = "common revenue accounts", due_on = "2027-01-31" } } },
      expect = { points = { ["甲物业"] = -6 } } },
    { "other duties do not count here", day = "2026-12-31", given = { duty = { { project = "东苑", duty = "service standards", due_on = "2026-07-31" } } },
      expect = { points = {} } },
  },
}
