local text = "lift"
while true do text = text .. text end
