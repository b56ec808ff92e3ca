adjustment "lift" {
  deduct = 1
  because = "x",
}
--@2
