-- Example 9: accounts of common revenue are published by 31 July and by 31 January.
test "accounts twice a year" {
  day = "2027-03-31",
  given = { enterprise = { { name = "甲物业" } }, project = { { name = "东苑", enterprise = "甲物业", takeover_on = "2026-01-05" } } },
  cases = {
    { "both on time", given = { common_revenue_statement = {
        { project = "东苑", covers_from = "2026-01-01", covers_until = "2026-06-30", published_on = "2026-07-31" },
        { project = "东苑", covers_from = "2026-07-01", covers_until = "2026-12-31", published_on = "2027-01-31" } } },
      expect = { deadlines = { { project = "东苑", due = "2026-07-31", state = "in time" }, { project = "东苑", due = "2027-01-31", state = "in time" }, { due = "2027-07-31", state = "running" } } } },
    { "the second two months late", given = { common_revenue_statement = {
        { project = "东苑", covers_from = "2026-01-01", covers_until = "2026-06-30", published_on = "2026-07-30" },
        { project = "东苑", covers_from = "2026-07-01", covers_until = "2026-12-31", published_on = "2027-03-31" } } },
      expect = { deadlines = { { due = "2026-07-31", state = "in time" }, { due = "2027-01-31", state = "late", late_by = 59 }, { due = "2027-07-31", state = "running" } } } },
    { "the whole year at once comes too late for its first half", given = { common_revenue_statement = {
        { project = "东苑", covers_from = "2026-01-01", covers_until = "2026-12-31", published_on = "2027-01-20" } } },
      expect = { deadlines = { { due = "2026-07-31", state = "late" }, { due = "2027-01-31", state = "in time" }, { due = "2027-07-31", state = "running" } } } },
    { "never published",
      expect = { deadlines = { { due = "2026-07-31", state = "late" }, { due = "2027-01-31", state = "late" }, { due = "2027-07-31", state = "running" } } } },
  },
}
