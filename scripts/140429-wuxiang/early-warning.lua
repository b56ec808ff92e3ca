job "early-warning" {
  title     = "一年内十名投诉人即约谈",
  basis     = { document = "武住建〔2026〕3号", article = "第二条", published = "2026-06-15" },
  effective = { from = "2026-07-01" },
  every     = "month", on_working_day = 3, missed = "run each missed month",
  run = function(period)
    for e in enterprise:each() do
      local complained = complaint:of(e):where{ finding = one_of{ "substantiated", "partly" } }:within_year_to(period.last_day)
      local n = complained:distinct("complainant")
      if n >= 10 then
        propose.interview(e) {
          because = "截至" .. tostring(period.last_day) .. "的一年内，属实投诉的投诉人已有" .. n .. "名",
          evidence = complained, once_per = "year",
        }
      end
    end
  end,
}
