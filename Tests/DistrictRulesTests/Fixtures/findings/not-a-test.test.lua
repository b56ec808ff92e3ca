job "noise" {
  title = "t",
}
--@1 "noise"
