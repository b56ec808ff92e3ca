adjustment "lift" {
  deduct = 1
  because = "x",
}
