adjustment "lift" {
  title = "\q", --^ \q
}
