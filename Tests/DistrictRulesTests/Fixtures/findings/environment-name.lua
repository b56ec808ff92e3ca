print(_ENV) --^ _ENV
