-- Example 2: an interview is drafted when an enterprise reaches 10 distinct complainants, or 8 for 1,000 households, in a year.
test "ten complainants in a year" {
  day = "2026-09-30",
  given = {
    enterprise = { { name = "甲物业" } },
    project = { { name = "东苑", enterprise = "甲物业", households = 10000 } },
  },
  cases = {
    { "ten persons", given = { complaint = {
        { project = "东苑", complainant = "p1", accepted_at = "2025-10-01 00:00", finding = "substantiated" },
        { project = "东苑", complainant = "p2", accepted_at = "2025-11-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p3", accepted_at = "2025-12-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p4", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p5", accepted_at = "2026-02-01 10:00", finding = "partly" },
        { project = "东苑", complainant = "p6", accepted_at = "2026-03-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p7", accepted_at = "2026-04-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p8", accepted_at = "2026-05-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p9", accepted_at = "2026-06-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p10", accepted_at = "2026-09-30 23:59", finding = "substantiated" } } },
      expect = { proposals = { { "interview", enterprise = "甲物业" } } } },
    { "nine persons, one of them twice", given = { complaint = {
        { project = "东苑", complainant = "p1", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p2", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p3", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p4", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p5", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p6", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p7", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p8", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p9", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p9", accepted_at = "2026-05-01 10:00", finding = "substantiated" } } },
      expect = { proposals = {} } },
    { "the tenth more than a year ago", given = { complaint = {
        { project = "东苑", complainant = "p0", accepted_at = "2025-09-30 23:59", finding = "substantiated" },
        { project = "东苑", complainant = "p1", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p2", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p3", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p4", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p5", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p6", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p7", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p8", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
        { project = "东苑", complainant = "p9", accepted_at = "2026-01-01 10:00", finding = "substantiated" } } },
      expect = { proposals = {} } },
  },
}

test "eight for a thousand households" {
  day = "2026-09-30",
  given = {
    enterprise = { { name = "小物业" } },
    complaint = {
      { project = "小区", complainant = "p1", accepted_at = "2026-01-01 10:00", finding = "substantiated" },
      { project = "小区", complainant = "p2", accepted_at = "2026-02-01 10:00", finding = "substantiated" },
      { project = "小区", complainant = "p3", accepted_at = "2026-03-01 10:00", finding = "unsubstantiated" },
    },
  },
  cases = {
    { "two persons in 250 households are eight in a thousand", given = { project = { { name = "小区", enterprise = "小物业", households = 250 } } },
      expect = { proposals = { { "interview", enterprise = "小物业" } } } },
    { "in 251 they are fewer", given = { project = { { name = "小区", enterprise = "小物业", households = 251 } } },
      expect = { proposals = {} } },
  },
}
