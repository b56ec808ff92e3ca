adjustment "late-revenue" {
  title     = "公共收益每迟公布一个月扣一分",
  basis     = { document = "屯住建〔2026〕7号", article = "第二条", published = "2026-06-01" },
  effective = { from = "2026-07-01" },
  relates   = "D06",
  each      = duty,                       -- expected facts: a row exists whether or not anything was filed
  where     = { duty = "common revenue accounts" },
  when      = { late_by = at_least(calendar_months(1)) },
  deduct    = { points = 1, for_each = { late_by = calendar_months(1) } },
  cap       = { points = 6, per = "enterprise", period = "year" },
  because   = "{project.name}：应于{due}前公布，迟{late_by}",
}
