adjustment "case" {
  title = "五月的噪声投诉",
  basis = { document = "潞州住建〔2026〕12号", article = "第四条", published = "2026-06-10", expires = "2028-06-30" },
  effective = { from = "2026-07-01" },
  each = complaint, deduct = 1, because = "{accepted_at}",
  where = { category = "noise", accepted_at = less_than("2026-06-01") }, --^ where
}
