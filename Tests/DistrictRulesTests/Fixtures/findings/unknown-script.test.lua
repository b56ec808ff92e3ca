test "noise" {
  beside = "liftt", --^ "liftt"
  day = "2026-09-30",
  expect = { points = {} },
}
