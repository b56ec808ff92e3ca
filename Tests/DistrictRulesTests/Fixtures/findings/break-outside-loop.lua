break --^ break
