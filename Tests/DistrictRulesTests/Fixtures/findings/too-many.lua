for number = 1, 65 do
  job("case " .. number) {}
end
--@2 job("case " .. number) {}
