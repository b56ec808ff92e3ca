goto there --^ there
