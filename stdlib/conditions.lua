-- Tests that a `where` or `when` table puts in the place of a value. Each is a plain table, so that the engine can check it,
-- explain it and run it over whole columns; "at" includes the bound, "than" excludes it (Civil Code, article 1259).

local function bound(test)
  return function(value)
    if value == nil then error(test .. " needs a value, as in " .. test .. "(3)", 2) end
    return { test = test, value = value }
  end
end

local function list(test)
  return function(values)
    if type(values) ~= "table" then error(test .. " needs a list in braces, as in " .. test .. '{ "a", "b" }', 2) end
    return { test = test, values = values }
  end
end

return {
  more_than = bound "more_than",
  at_least = bound "at_least",
  less_than = bound "less_than",
  at_most = bound "at_most",
  is_not = bound "is_not",
  within_last = bound "within_last",
  in_period = bound "in_period",
  between = function(low, high)
    if low == nil or high == nil then error("between needs two bounds, as in between(3, 5)", 2) end
    return { test = "between", low = low, high = high }
  end,
  one_of = list "one_of",
  not_one_of = list "not_one_of",
  any_of = list "any_of",
  all_of = list "all_of",
  exists = { test = "exists" },
  missing = { test = "missing" },
}
