report "case" {
  title = "供暖期投诉",
  basis = { document = "潞州住建〔2026〕12号", article = "第四条", published = "2026-06-10", expires = "2028-06-30" },
  effective = { from = "2026-07-01" },
  season = { from = "11-15", to = "03-15" }, --^ season
  each = complaint, columns = { "number" },
}
