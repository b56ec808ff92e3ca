test "overdue noise" {
  day = "2026-09-30",
  given = {
    enterprise = { { name = "甲物业" } },
    project = { { name = "东苑", enterprise = "甲物业" } },
    complaint = { { project = "东苑", category = "noise", overdue = true } }, --^ overdue
  },
  expect = { points = {} },
}
