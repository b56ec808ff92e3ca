adjustment "lift" { --@2 [[
  note = [[lift,
}
