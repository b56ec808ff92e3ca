local half = hours(3) // 0
--@1 local half = hours(3) // 0
