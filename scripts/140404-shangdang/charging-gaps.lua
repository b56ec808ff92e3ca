report "charging-gaps" {
  title     = "各小区充电缺口",
  basis     = { document = "上党住建〔2026〕11号", article = "第四条", published = "2026-05-08" },
  effective = { from = "2026-06-01" },
  each      = charging_survey,
  where     = { shortfall = more_than(0) },
  columns   = { "project", "ebikes", "sockets", "turnover", "shortfall" },
  order     = { "-shortfall", "project" },
  limit     = 20,
}
