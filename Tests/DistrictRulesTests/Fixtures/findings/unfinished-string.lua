adjustment "lift" {
  title = "lift,
}
