-- Example 9: one point for each month that the accounts of common revenue are late. They fall due by the rule beside this one.
test "one point a late month" {
  beside = "half-yearly-accounts",
  given = { enterprise = { { name = "甲物业" } }, project = { { name = "东苑", enterprise = "甲物业", takeover_on = "2026-01-05" } } },
  cases = {
    { "a day less than a month late", day = "2026-12-31", given = { common_revenue_statement = {
        { project = "东苑", covers_from = "2026-01-01", covers_until = "2026-06-30", published_on = "2026-08-30" } } },
      expect = { points = {} } },
    { "one month", day = "2026-12-31", given = { common_revenue_statement = {
        { project = "东苑", covers_from = "2026-01-01", covers_until = "2026-06-30", published_on = "2026-08-31" } } },
      expect = { points = { ["甲物业"] = -1 } } },
    { "never published: three months by the data cut", day = "2026-10-31",
      expect = { points = { ["甲物业"] = -3 } } },
    { "in time", day = "2026-10-31", given = { common_revenue_statement = {
        { project = "东苑", covers_from = "2026-01-01", covers_until = "2026-06-30", published_on = "2026-07-15" } } },
      expect = { points = {} } },
    { "no more than six points a year", day = "2027-12-31",
      expect = { points = { ["甲物业"] = -6 } } },
  },
}
