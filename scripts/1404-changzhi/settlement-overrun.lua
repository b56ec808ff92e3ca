procedure "settlement-overrun" {
  title     = "结算超过批准金额百分之十且一万元的，另行申请",
  basis     = { document = "长建〔2026〕21号", article = "第十一条", published = "2026-05-01" },
  effective = { from = "2026-06-01" },
  note      = "The refusal is what reopens the case: the sum above the approved amount is asked for anew, with the owners' decision.",
  amends    = "city/fund-general",
  concerns  = fund_request,
  where     = { settlement = exists },
  changes   = {
    ["balance"] = {
      refuse_when = { overrun_ratio = more_than(percent(10)), overrun = more_than(yuan(10000)) },
      because = "决算超出批准金额{overrun}元（{overrun_ratio}%），须就超出部分重新申请",
    },
  },
}
