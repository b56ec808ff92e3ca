-- What follows a step of a procedure, where that is not another step.

return {
  finish = { step = "finish" },
  refer = function(department)
    if type(department) ~= "string" then error('refer needs a name in quotation marks, as in refer "county"', 2) end
    return { step = "refer", to = department }
  end,
}
