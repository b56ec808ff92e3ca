hours(3) = 4 --^ hours(3)
