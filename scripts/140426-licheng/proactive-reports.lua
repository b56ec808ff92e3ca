adjustment "proactive-reports" {
  title     = "一季度三件堵塞消防通道或违法建设报告被采纳，加一分",
  basis     = { document = "黎住建〔2026〕8号", article = "第五条", published = "2026-06-01" },
  effective = { from = "2026-07-01" },
  relates   = "D16",
  each      = fire_report,
  where     = { report_kind = one_of{ "fire lane", "illegal building" } },
  when      = { enforcement_accepted_on = exists },
  add       = 1,
  counted   = { at_least = 3, per = "quarter" },
  because   = "{project}{reported_on}报告{report_kind}，执法部门{enforcement_accepted_on}受理",
}
