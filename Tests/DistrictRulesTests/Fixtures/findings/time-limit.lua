while true do end
--@1 while true do end
