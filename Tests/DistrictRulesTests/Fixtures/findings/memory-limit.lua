local text = "lift"
while true do text = text .. text end
--@2 while true do text = text .. text end
