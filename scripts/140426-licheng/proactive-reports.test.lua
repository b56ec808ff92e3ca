-- Example 7: one point for each quarter in which at least three reports of blocked fire lanes or illegal building were accepted.
test "three accepted reports in a quarter" {
  day = "2026-12-31",
  given = { enterprise = { { name = "甲物业" } }, project = { { name = "东苑", enterprise = "甲物业" } } },
  cases = {
    { "three in one quarter make one point", given = { fire_report = {
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-07-01", enforcement_accepted_on = "2026-07-01" },
        { project = "东苑", report_kind = "illegal building", reported_on = "2026-08-15", enforcement_accepted_on = "2026-08-15" },
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-09-30", enforcement_accepted_on = "2026-09-30" } } },
      expect = { points = { ["甲物业"] = 1 } } },
    { "four in one quarter still make one", given = { fire_report = {
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-07-01", enforcement_accepted_on = "2026-07-01" },
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-07-02", enforcement_accepted_on = "2026-07-02" },
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-07-03", enforcement_accepted_on = "2026-07-03" },
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-07-04", enforcement_accepted_on = "2026-07-04" } } },
      expect = { points = { ["甲物业"] = 1 } } },
    { "two and one in two quarters make none", given = { fire_report = {
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-09-29", enforcement_accepted_on = "2026-09-29" },
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-09-30", enforcement_accepted_on = "2026-09-30" },
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-10-01", enforcement_accepted_on = "2026-10-01" } } },
      expect = { points = {} } },
    { "reports that enforcement turned down, and of other kinds, do not count", given = { fire_report = {
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-07-01", enforcement_accepted_on = "2026-07-01" },
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-07-02", enforcement_accepted_on = "2026-07-02" },
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-07-03", outcome = "执法部门不予受理" },
        { project = "东苑", report_kind = "flying wires", reported_on = "2026-07-04", enforcement_accepted_on = "2026-07-04" } } },
      expect = { points = {} } },
    { "two quarters, two points", given = { fire_report = {
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-07-01", enforcement_accepted_on = "2026-07-01" },
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-07-02", enforcement_accepted_on = "2026-07-02" },
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-07-03", enforcement_accepted_on = "2026-07-03" },
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-10-01", enforcement_accepted_on = "2026-10-01" },
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-10-02", enforcement_accepted_on = "2026-10-02" },
        { project = "东苑", report_kind = "fire lane", reported_on = "2026-10-03", enforcement_accepted_on = "2026-10-03" } } },
      expect = { points = { ["甲物业"] = 2 } } },
  },
}
