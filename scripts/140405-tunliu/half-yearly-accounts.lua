tighten "half-yearly-accounts" {
  title     = "Accounts of common revenue twice a year, by 31 July and by 31 January",
  basis     = { document = "屯住建〔2026〕7号", article = "第一条", published = "2026-06-01" },
  effective = { from = "2026-07-01" },
  concerns  = duty,
  where     = { duty = "common revenue accounts" },
  due       = { "07-31", "01-31" },
}
