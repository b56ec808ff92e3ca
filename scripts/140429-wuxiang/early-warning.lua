job "early-warning" {
  title     = "Interview at ten complainants",
  basis     = { document = "武住建〔2026〕3号", article = "第二条", published = "2026-06-15" },
  effective = { from = "2026-07-01" },
  every     = "month", on_working_day = 3, missed = "run each missed month",
  run = function(period)
    for e in enterprise:each() do
      local complained = complaint:of(e):where{ finding = one_of{ "substantiated", "partly" } }:within_year_to(period.last_day)
      local n = complained:distinct("complainant")
      if n >= 10 then
        propose.interview(e) {
          because = n .. " distinct complainants in the year to " .. tostring(period.last_day),
          evidence = complained, once_per = "year",
        }
      end
    end
  end,
}
