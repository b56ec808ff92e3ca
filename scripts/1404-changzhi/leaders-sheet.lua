report "leaders-sheet" {
  title     = "The county leader's monthly sheet: the three rates by street, last month's beside them, and the five worst cases",
  basis     = { document = "长建〔2026〕23号", article = "第二条", published = "2026-05-01" },
  effective = { from = "2026-06-01" },
  note      = "Two months side by side, and a second list below: a table says one month and one list. No person is shown.",
  rows      = function(period)
    local month = complaint:in_period(period)
    local worst = month:where{ overdue = true }:show("number", "street", "category", "closing_time"):sort("-closing_time"):limit(5)
    return { month:group("street"):count(), worst }
  end,
}
