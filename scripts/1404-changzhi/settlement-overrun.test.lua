-- Example 14: a settlement more than 110 % of the approved amount and more than 10,000 yuan above it is stopped; a new request is opened.
test "settlement over the budget" {
  day = "2026-12-31",
  given = {
    project = { { name = "东苑" } },
    fund_request = { { number = "W1", project = "东苑", procedure = "general", category = "drainage", applicant_kind = "owners committee",
      amount = yuan(200000), balance = yuan(900000), vote = "决议1号" } },
  },
  cases = {
    { "110 % exactly may be settled by the district's rule, which leaves it to the city's",
      given = { fund_request = { { number = "W1", project = "东苑", procedure = "general", category = "drainage", applicant_kind = "owners committee",
        amount = yuan(200000), balance = yuan(900000), vote = "决议1号", approved = yuan(200000), settlement = yuan(220000) } } },
      expect = { proposals = {} } },
    { "110 % and a fen, 20,000 yuan over",
      given = { fund_request = { { number = "W1", project = "东苑", procedure = "general", category = "drainage", applicant_kind = "owners committee",
        amount = yuan(200000), balance = yuan(900000), vote = "决议1号", approved = yuan(200000), settlement = yuan("220000.01") } } },
      expect = { proposals = { { "task", project = "东苑" } } } },
    { "a small one: 20 % but only 2,000 yuan over",
      given = { fund_request = { { number = "W1", project = "东苑", procedure = "general", category = "drainage", applicant_kind = "owners committee",
        amount = yuan(10000), balance = yuan(900000), vote = "决议1号", approved = yuan(10000), settlement = yuan(12000) } } },
      expect = { proposals = {} } },
  },
}
