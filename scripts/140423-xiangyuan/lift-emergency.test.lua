-- Example 4: an emergency request for a lift is accepted only with the inspection body's stop notice, the street decides within one
-- working day, and half of the approved amount may be advanced.
test "emergency use of the fund for a lift" {
  day = "2026-09-30",
  given = {
    project = { { name = "东苑" } },
    fund_request = { { number = "W1", project = "东苑", procedure = "emergency", category = "lift failure",
      applicant_kind = "owners committee", amount = yuan(40000), balance = yuan(500000) } },
  },
  cases = {
    { "without the stop notice it is not accepted",
      acts = { { "submit", by = "社区张", at = "2026-09-01 09:00" } },
      expect = { steps = { W1 = { refused = "need-missing" } } } },
    { "with it the street has one working day",
      acts = { { "submit", by = "社区张", at = "2026-09-01 09:00", attachment = "检验机构停用通知" } },
      expect = { steps = { W1 = { "submit", next = "street review", due = "2026-09-02" } } } },
    { "a Saturday on which offices work counts",
      acts = { { "submit", by = "社区张", at = "2026-10-09 09:00", attachment = "检验机构停用通知" } },
      expect = { steps = { W1 = { "submit", next = "street review", due = "2026-10-10" } } } },
    { "who submitted it may not review it",
      acts = {
        { "submit", by = "街道李", level = "street", at = "2026-09-01 09:00", attachment = "检验机构停用通知" },
        { "street review", by = "街道李", at = "2026-09-02 09:00", attachment = "site check" } },
      expect = { steps = { W1 = { "submit", refused = "same-person", next = "street review", due = "2026-09-02" } } } },
    { "half may be advanced",
      acts = {
        { "submit", by = "社区张", at = "2026-09-01 09:00", attachment = "检验机构停用通知" },
        { "street review", by = "街道李", at = "2026-09-02 09:00", attachment = "site check" },
        { "approve", by = "街道王", at = "2026-09-02 15:00", amount = yuan(40000) },
        { "advance", by = "县赵", at = "2026-09-03 09:00", amount = yuan(20000) } },
      expect = { steps = { W1 = { "submit", "street review", "approve", "advance", next = "advance" } } } },
    { "and not a fen more",
      acts = {
        { "submit", by = "社区张", at = "2026-09-01 09:00", attachment = "检验机构停用通知" },
        { "street review", by = "街道李", at = "2026-09-02 09:00", attachment = "site check" },
        { "approve", by = "街道王", at = "2026-09-02 15:00", amount = yuan(40000) },
        { "advance", by = "县赵", at = "2026-09-03 09:00", amount = yuan("20000.01") } },
      expect = { steps = { W1 = { "submit", "street review", "approve", refused = "advance-over-limit", next = "advance" } } } },
    { "repairs of other kinds keep the city's procedure",
      given = { fund_request = { { number = "W1", project = "东苑", procedure = "emergency", category = "water pump",
        applicant_kind = "owners committee", amount = yuan(40000), balance = yuan(500000) } } },
      acts = { { "submit", by = "社区张", at = "2026-09-01 09:00" } },
      expect = { steps = { W1 = { "submit", next = "street review", due = "2026-09-03" } } } },
  },
}
