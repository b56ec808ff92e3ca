report "rates" {
  title = "本月投诉",
  basis = { document = "潞州住建〔2026〕12号", article = "第四条", published = "2026-06-10", expires = "2028-06-30" },
  effective = { from = "2026-07-01" },
  rows = function(period)
    return complaints:in_period(period):count()
  end,
}
--@6 complaints:in_period(period):count()
