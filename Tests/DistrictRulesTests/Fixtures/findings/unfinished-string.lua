adjustment "lift" { --@2 "lift,
  title = "lift,
}
