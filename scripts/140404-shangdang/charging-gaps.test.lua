-- Example 11: estates ranked by what their sockets leave uncovered: e-bikes less sockets times turnover.
test "estates by charging gap" {
  day = "2026-09-30",
  given = {
    project = { { name = "东苑" }, { name = "西里" }, { name = "南村" } },
    charging_survey = {
      { project = "东苑", e_bikes = 300, sockets = 50, surveyed_on = "2026-06-01" },
      { project = "西里", e_bikes = 500, sockets = 40, surveyed_on = "2026-06-01" },
      { project = "南村", e_bikes = 60, sockets = 40, surveyed_on = "2026-06-01" },
    },
  },
  expect = { rows = { { project = "西里", shortfall = 380 }, { project = "东苑", shortfall = 150 } } },
}
