-- The only verb of effect: a proposal waits for a named officer, who decides (articles 7 and 8; DESIGN of the city's procedure).

local function proposal(kind)
  return function(subject)
    return function(body)
      if type(body) ~= "table" then error("propose." .. kind .. " needs its reasons in braces: { because = … }", 2) end
      host.propose(kind, subject, body)
    end
  end
end

return {
  propose = {
    red_list = proposal "red_list",
    black_list = proposal "black_list",
    red_removal = proposal "red_removal",
    interview = proposal "interview",
    circular = proposal "circular",
    rectification = proposal "rectification",
    deduction = proposal "deduction",
    advice_to_owners = proposal "advice_to_owners",
    referral = proposal "referral",
    task = proposal "task",
  },
  red_candidates = host.red_candidates,
  black_candidates = host.black_candidates,
  red_removals = host.red_removals,
  why = host.why,
  what_if = host.what_if,
}
