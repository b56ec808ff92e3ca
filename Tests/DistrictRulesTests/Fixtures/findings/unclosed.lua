job "case" {
  run = function(period)
    print(period)
