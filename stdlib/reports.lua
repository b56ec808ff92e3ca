-- The numbers of a report's groups. Plain tables, so that the engine runs them over whole columns.

local function over_rows(figure)
  return function(condition)
    if type(condition) ~= "table" then error(figure .. " needs its contents in braces", 2) end
    return { figure = figure, value = condition }
  end
end

local function over_field(figure)
  return function(field)
    if type(field) ~= "string" then error(figure .. ' needs a name in quotation marks, as in ' .. figure .. ' "amount"', 2) end
    return { figure = figure, value = field }
  end
end

return {
  response_rates = host.response_rates,
  count = { figure = "count" },
  count_where = over_rows "count_where",
  share_where = over_rows "share_where",
  sum = over_field "sum",
  distinct = over_field "distinct",
}
