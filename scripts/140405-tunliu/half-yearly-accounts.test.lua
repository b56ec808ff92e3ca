-- Example 9: accounts of common revenue are published by 31 July and by 31 January.
test "accounts twice a year" {
  day = "2027-03-31",
  given = { project = { { name = "东苑" } } },
  cases = {
    { "both on time", given = { disclosure = {
        { project = "东苑", kind = "common revenue accounts", posted_on = "2026-07-31" },
        { project = "东苑", kind = "common revenue accounts", posted_on = "2027-01-31" } } },
      expect = { deadlines = { { due = "2026-07-31", state = "in time" }, { due = "2027-01-31", state = "in time" } } } },
    { "the second two months late", given = { disclosure = {
        { project = "东苑", kind = "common revenue accounts", posted_on = "2026-07-30" },
        { project = "东苑", kind = "common revenue accounts", posted_on = "2027-03-31" } } },
      expect = { deadlines = { { due = "2026-07-31", state = "in time" }, { due = "2027-01-31", state = "late" } } } },
    { "never filed",
      expect = { deadlines = { { due = "2026-07-31", state = "late" }, { due = "2027-01-31", state = "late" } } } },
  },
}
