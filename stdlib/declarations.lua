-- One file, one declaration: kind "name" { … }. The engine reads the table, checks it, and only then accepts it.

local function declaration(kind)
  return function(name)
    if type(name) ~= "string" then error(kind .. ' needs a name in quotation marks, as in ' .. kind .. ' "late-closing" { … }', 2) end
    return function(body)
      if type(body) ~= "table" then error(kind .. ' "' .. name .. '" needs its contents in braces', 2) end
      host.declare(kind, name, body)
    end
  end
end

return {
  adjustment = declaration "adjustment",
  tighten = declaration "tighten",
  procedure = declaration "procedure",
  criterion = declaration "criterion",
  job = declaration "job",
  report = declaration "report",
}
