adjustment "case" {
  title = "困人加扣",
  basis = { document = "潞州住建〔2026〕12号", article = "第四条", published = "2026-06-10", expires = "2028-06-30" },
  effective = { from = "2026-07-01" },
  note = "表里写不出", each = complaint, because = "{accepted_at}",
  deduct = function(c)
    if c.category == "lift entrapmnt" then return 1 end --^ "lift entrapmnt"
    return 0
  end,
}
