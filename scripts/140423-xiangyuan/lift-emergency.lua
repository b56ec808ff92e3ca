procedure "lift-emergency" {
  title     = "电梯应急使用维修资金",
  basis     = { document = "襄住建〔2026〕5号", article = "第九条", published = "2026-08-01" },
  effective = { from = "2026-09-01" },
  amends    = "city/fund-emergency",
  concerns  = fund_request,
  where     = { category = "lift failure" },
  changes   = {
    ["submit"]        = { also_needs = { attachment = "检验机构停用通知" } },
    ["street review"] = { within = working_days(1), not_same_person_as = "submit" },
    ["advance"]       = { at_most = percent(50) },
  },
}
