local limit <fixed> = 3 --^ fixed
