report "blacklist-freeze" {
  title     = "Fund requests under way that the black list has frozen, and who may apply instead",
  basis     = { document = "长建〔2026〕24号", article = "第一条", published = "2026-05-01" },
  effective = { from = "2026-06-01" },
  each      = fund_request,
  where     = all_of{
    { status = not_one_of{ "paid", "refused" } },
    any_of{ { applicant_listed = true }, { user_listed = true } },
  },
  columns   = { "number", "project", "applicant", "applicant_listed", "user", "user_listed", "submitted_on" },
  order     = { "number" },
}
