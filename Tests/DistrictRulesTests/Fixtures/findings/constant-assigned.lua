local limit <const> = 3
limit = 4 --^ limit
