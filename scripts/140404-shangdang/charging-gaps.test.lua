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

-- Twenty lines fit on the sheet: of twenty-one estates the one with the smallest gap is left out; equal gaps stand by name.
local estates, surveys = {}, {}
for number = 101, 121 do
  estates[#estates + 1] = { name = "小区" .. number }
  surveys[#surveys + 1] = { project = "小区" .. number, ebikes = number == 120 and 201 or number + 82, sockets = 50, turnover = 2, surveyed_on = "2026-06-01" }
end

test "the twenty largest, equal ones by name" {
  day = "2026-09-30",
  given = { project = estates, charging_survey = surveys },
  expect = { rows = {
    { project = "小区121", shortfall = 103 }, { project = "小区119", shortfall = 101 }, { project = "小区120", shortfall = 101 },
    { project = "小区118" }, { project = "小区117" }, { project = "小区116" }, { project = "小区115" }, { project = "小区114" }, { project = "小区113" },
    { project = "小区112" }, { project = "小区111" }, { project = "小区110" }, { project = "小区109" }, { project = "小区108" }, { project = "小区107" },
    { project = "小区106" }, { project = "小区105" }, { project = "小区104" }, { project = "小区103" }, { project = "小区102", shortfall = 84 },
  } },
}
