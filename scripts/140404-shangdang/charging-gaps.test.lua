-- Example 11: estates ranked by what their sockets leave uncovered: e-bikes less sockets times turnover.
test "estates by charging gap" {
  day = "2026-09-30",
  given = {
    project = { { name = "东苑" }, { name = "西里" }, { name = "南村" } },
    charging_survey = {
      { project = "东苑", ebikes = 300, sockets = 50, surveyed_on = "2026-06-01" },
      { project = "西里", ebikes = 500, sockets = 40, surveyed_on = "2026-06-01" },
      { project = "南村", ebikes = 60, sockets = 40, surveyed_on = "2026-06-01" },
    },
  },
  cases = {
    { "the city's two bicycles a socket in a day, where the survey measured nothing",
      expect = { rows = { { project = "西里", shortfall = 420 }, { project = "东苑", shortfall = 200 } } } },
    { "what the survey measured counts", given = { charging_survey = {
        { project = "东苑", ebikes = 300, sockets = 50, turnover = 2, surveyed_on = "2026-06-01" },
        { project = "西里", ebikes = 301, sockets = 50, turnover = "4.5", surveyed_on = "2026-06-01" } } },
      expect = { rows = { { project = "东苑", shortfall = 200 }, { project = "西里", shortfall = 76 } } } },
    { "one bicycle too many is a gap", given = { charging_survey = { { project = "东苑", ebikes = 151, sockets = 50, turnover = 3, surveyed_on = "2026-06-01" } } },
      expect = { rows = { { project = "东苑", shortfall = 1 } } } },
    { "as many places as bicycles is no gap", given = { charging_survey = { { project = "东苑", ebikes = 150, sockets = 50, turnover = 3, surveyed_on = "2026-06-01" } } },
      expect = { rows = {} } },
  },
}
