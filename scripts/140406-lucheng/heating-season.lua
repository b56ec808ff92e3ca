-- In the heating season a cold flat cannot wait three days. Points grow with the delay, which a table cannot say:
-- half a point for each full day beyond the first, so the function is asked for every complaint that `when` lets through.
adjustment "heating-season" {
  title     = "Heating and water complaints open for more than a day in the heating season",
  basis     = { document = "潞城住建〔2026〕9号", article = "第三条", published = "2026-01-05" },
  effective = { from = "2026-01-15", to = "2026-03-15" },
  relates   = "D09",
  each      = complaint,
  where     = { category = one_of{ "heating", "water supply" }, finding = one_of{ "substantiated", "partly" } },
  when      = { closing_time = more_than(hours(24)), delay_cause = "enterprise" },
  deduct    = function(c)
    local late = points(0)
    local limit = hours(24)
    while c.closing_time > limit + hours(24) and late < points(3) do
      limit = limit + hours(24)
      late = late + points(0.5)
    end
    return late + points(0.5)
  end,
  cap       = { points = 4, per = "enterprise", period = "year" },
  because   = "{project}: {category} complaint of {accepted_at} closed at {basically_closed_at}",
}
