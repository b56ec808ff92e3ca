local 3 = 4 --^ 3
