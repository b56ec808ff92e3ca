local 甲 = 1
local _u7532 = 2 --^ _u7532
print(甲 + _u7532)
