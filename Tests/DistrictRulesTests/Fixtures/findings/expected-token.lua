job "case" {
  run = function(period)
    if period print(1) end --^ print
  end,
}
