adjustment "lift" {
  title = "高层住宅电梯困人投诉加扣",
  basis = { document = "潞州住建〔2026〕12号", article = "第四条", published = "2026-06-10", expires = "2028-06-30" },
  effective = { from = "2026-07-01" },
  each = complaint,
  deduct = 1,
  because = "{number", --^ {number
}
