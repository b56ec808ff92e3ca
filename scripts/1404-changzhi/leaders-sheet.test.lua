-- Example 15: the county leader's monthly sheet: the three rates by street, with the change on the month before, and the five worst
-- cases without the names of persons.
test "rates by street and the change on last month" {
  day = "2026-09-30", period = "2026-09",
  given = {
    project = { { name = "东苑", street = "140403001" }, { name = "西里", street = "140403002" } },
    complaint = {
      { number = "T1", project = "东苑", accepted_at = "2026-08-03 09:00", assigned_at = "2026-08-03 09:10", preliminary_at = "2026-08-03 10:00", basically_closed_at = "2026-08-20 10:00" },
      { number = "T2", project = "东苑", accepted_at = "2026-09-03 09:00", assigned_at = "2026-09-03 09:30", preliminary_at = "2026-09-03 12:00", basically_closed_at = "2026-09-06 23:59" },
      { number = "T3", project = "西里", accepted_at = "2026-09-03 09:00", assigned_at = "2026-09-03 10:00", preliminary_at = "2026-09-03 11:00", basically_closed_at = "2026-09-13 09:00" },
    },
  },
  expect = { rows = {
    { street = "东街街道", complaints = 1, assigned_30min = "100.0%", preliminary_3h = "100.0%", closed_3d = "100.0%", closed_change = 100 },
    { street = "西街街道", complaints = 1, assigned_30min = "0.0%", preliminary_3h = "100.0%", closed_3d = "0.0%", closed_change = missing },
    { number = "T3", street = "西街街道" },
  } },
}

test "of six late cases the five that took longest, longest first" {
  day = "2026-09-30", period = "2026-09",
  given = {
    project = { { name = "东苑", street = "140403001" } },
    complaint = {
      { number = "T1", project = "东苑", accepted_at = "2026-09-01 09:00", assigned_at = "2026-09-01 09:10", preliminary_at = "2026-09-01 10:00", basically_closed_at = "2026-09-06 09:00", category = "noise" },
      { number = "T2", project = "东苑", accepted_at = "2026-09-01 09:00", assigned_at = "2026-09-01 09:10", preliminary_at = "2026-09-01 10:00", basically_closed_at = "2026-09-12 09:00", category = "noise" },
      { number = "T3", project = "东苑", accepted_at = "2026-09-01 09:00", assigned_at = "2026-09-01 09:10", preliminary_at = "2026-09-01 10:00", basically_closed_at = "2026-09-08 09:00", category = "noise" },
      { number = "T4", project = "东苑", accepted_at = "2026-09-01 09:00", assigned_at = "2026-09-01 09:10", preliminary_at = "2026-09-01 10:00", basically_closed_at = "2026-09-20 09:00", category = "noise" },
      { number = "T5", project = "东苑", accepted_at = "2026-09-01 09:00", assigned_at = "2026-09-01 09:10", preliminary_at = "2026-09-01 10:00", basically_closed_at = "2026-09-10 09:00", category = "noise" },
      -- 2 hours more than T1, and a case in time that is none of the worst.
      { number = "T6", project = "东苑", accepted_at = "2026-09-01 09:00", assigned_at = "2026-09-01 09:10", preliminary_at = "2026-09-01 10:00", basically_closed_at = "2026-09-06 11:00", category = "noise" },
      { number = "T7", project = "东苑", accepted_at = "2026-09-01 09:00", assigned_at = "2026-09-01 09:10", preliminary_at = "2026-09-01 10:00", basically_closed_at = "2026-09-02 09:00", category = "noise" },
    },
  },
  expect = { rows = {
    { street = "东街街道", complaints = 7 },
    { number = "T4", category = "noise" }, { number = "T2" }, { number = "T5" }, { number = "T3" }, { number = "T6" },
  } },
}
