local limit = 3
print(limit)
