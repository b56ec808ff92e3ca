tighten "half-yearly-accounts" {
  title     = "公共收益每半年公布一次：七月三十一日、一月三十一日前",
  basis     = { document = "屯住建〔2026〕7号", article = "第一条", published = "2026-06-01" },
  effective = { from = "2026-07-01" },
  concerns  = duty,
  where     = { duty = "common revenue accounts" },
  due       = { "07-31", "01-31" },
}
