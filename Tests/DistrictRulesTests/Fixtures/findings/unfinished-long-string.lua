adjustment "lift" {
  note = [[lift,
}
