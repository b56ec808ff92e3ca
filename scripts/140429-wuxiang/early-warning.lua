job "early-warning" {
  title     = "一年内十名投诉人，或每千户八名，即约谈",
  basis     = { document = "武住建〔2026〕3号", article = "第二条", published = "2026-06-15" },
  effective = { from = "2026-07-01" },
  every     = "month", on_working_day = 3, missed = "run each missed period",
  each      = enterprise,
  when      = any_of{ { complainants = at_least(10) }, { complainants_per_1000_households = at_least(8) } },
  propose   = "interview", once_per = "year",
  because   = "{name}：一年内属实投诉的投诉人{complainants}名，每千户{complainants_per_1000_households}名",
}
