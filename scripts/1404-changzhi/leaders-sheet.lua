report "leaders-sheet" {
  title     = "县（区）领导月报：各街道三项达标率及环比，最差的五件",
  basis     = { document = "长建〔2026〕23号", article = "第二条", published = "2026-05-01" },
  effective = { from = "2026-06-01" },
  note      = "Two lists on one sheet, one of them the rates of article 13 by the city's own count: a table says one list. No person is shown.",
  rows      = function(period)
    local worst = complaint:in_period(period):where{ overdue = true }:show("number", "street", "category", "closing_time")
    return { response_rates(period, "street"), worst:sort("-closing_time"):limit(5) }
  end,
}
