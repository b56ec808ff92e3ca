local limit = 3
print(limit)
--@1 local limit = 3
