job "case" { --@2 function
  run = function(period)
    print(period)
