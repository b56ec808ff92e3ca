-- A test of a script: test "what is proved" { day = …, given = { … }, expect = { … } }, in NAME.test.lua beside NAME.lua.

return {
  test = function(name)
    if type(name) ~= "string" then error('test needs a name in quotation marks, as in test "two complaints" { … }', 2) end
    return function(body)
      if type(body) ~= "table" then error('test "' .. name .. '" needs its contents in braces', 2) end
      host.declare("test", name, body)
    end
  end,
}
