procedure "case" {
  title = "合同复核",
  basis = { document = "潞州住建〔2026〕12号", article = "第四条", published = "2026-06-10", expires = "2028-06-30" },
  effective = { from = "2026-07-01" },
  concerns = contract, --^ contract
  steps = { { "复核", by = "county", within = working_days(3), late = finish } },
}
