-- Article 7: each county keeps a red and a black list, adjusted every month. The city's criteria find the candidates;
-- a named county officer decides on each, after notice and defence.
任务 "monthly-lists" {
  标题 = "每月红黑榜提名",
  依据 = { 文号 = "关于进一步解决物业领域突出问题提升物业管理工作质效的实施意见（征求意见稿）", 条款 = "第七条" },
  施行 = { 自 = "2026-01-01" },
  周期 = "月度", 第几个工作日 = 1,
  执行内容 = 函数(期间)
    对于 _, 候选 于 ipairs(黑榜候选(期间)) 执行
      提请.提名黑榜(候选.企业) { 理由 = 候选.理由, 事由 = 候选.事由, 证据 = 候选.证据 }
    结束
    对于 _, 候选 于 ipairs(红榜候选(期间)) 执行
      提请.提名红榜(候选.企业) { 理由 = 候选.理由, 事由 = 候选.事由, 证据 = 候选.证据 }
    结束
    对于 _, 在榜 于 ipairs(红榜应移出(期间)) 执行
      提请.移出红榜(在榜.企业) { 理由 = 在榜.理由, 事由 = 在榜.事由, 证据 = 在榜.证据 }
    结束
  结束,
}
