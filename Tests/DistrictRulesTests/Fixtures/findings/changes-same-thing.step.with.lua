procedure "lifts" {
  title = "电梯维修审批提速",
  basis = { document = "潞州住建〔2026〕12号", article = "第四条", published = "2026-06-10", expires = "2028-06-30" },
  effective = { from = "2026-07-01" },
  amends = "city/fund-general", concerns = fund_request, where = { category = "lift failure" },
  changes = { ["approve"] = { within = working_days(2) } },
}
