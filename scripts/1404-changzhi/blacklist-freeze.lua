report "blacklist-freeze" {
  title     = "黑榜冻结的在办维修资金申请，以及可以改由谁申请",
  basis     = { document = "长建〔2026〕24号", article = "第一条", published = "2026-05-01" },
  effective = { from = "2026-06-01" },
  each      = fund_request,
  where     = all_of{
    { status = not_one_of{ "paid", "refused" } },
    any_of{ { applicant_listed_on = within_last(calendar_months(1)) }, { user_listed_on = within_last(calendar_months(1)) } },
  },
  columns   = { "number", "project", "applicant", "applicant_listed_on", "user", "user_listed_on", "substitute" },
  order     = { "number" },
}
