goto there --^ goto there
local limit = 3
::there:: print(limit)
