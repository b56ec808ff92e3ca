-- Example 7: one point for each quarter in which at least three reports of blocked fire lanes or illegal building were accepted.
test "three accepted reports in a quarter" {
  day = "2026-12-31",
  given = { enterprise = { { name = "甲物业" } }, project = { { name = "东苑", enterprise = "甲物业" } } },
  cases = {
    { "three in one quarter make one point", given = { fire_report = {
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-01", outcome = "accepted" },
        { project = "东苑", kind = "illegal building", reported_on = "2026-08-15", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-09-30", outcome = "accepted" } } },
      expect = { points = { ["甲物业"] = 1 } } },
    { "four in one quarter still make one", given = { fire_report = {
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-01", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-02", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-03", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-04", outcome = "accepted" } } },
      expect = { points = { ["甲物业"] = 1 } } },
    { "two and one in two quarters make none", given = { fire_report = {
        { project = "东苑", kind = "fire lane", reported_on = "2026-09-29", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-09-30", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-10-01", outcome = "accepted" } } },
      expect = { points = {} } },
    { "reports that enforcement turned down, and of other kinds, do not count", given = { fire_report = {
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-01", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-02", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-03", outcome = "rejected" },
        { project = "东苑", kind = "flying wires", reported_on = "2026-07-04", outcome = "accepted" } } },
      expect = { points = {} } },
    { "two quarters, two points", given = { fire_report = {
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-01", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-02", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-03", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-10-01", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-10-02", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-10-03", outcome = "accepted" } } },
      expect = { points = { ["甲物业"] = 2 } } },
    { "feedback that is still out is unknown", given = { fire_report = {
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-01", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-02", outcome = "accepted" },
        { project = "东苑", kind = "fire lane", reported_on = "2026-07-03" } } },
      expect = { points = {}, unknown = 1 } },
  },
}
