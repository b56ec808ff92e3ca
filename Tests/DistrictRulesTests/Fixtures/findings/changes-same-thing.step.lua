procedure "case" { --^ "case"
  title = "审批提速",
  basis = { document = "潞州住建〔2026〕12号", article = "第四条", published = "2026-06-10", expires = "2028-06-30" },
  effective = { from = "2026-07-01" },
  amends = "city/fund-general", concerns = fund_request,
  changes = { ["审批"] = { within = working_days(1) } },
}
