import DistrictRules
import Testing

@Suite("completion at the prompt") struct CompletionTests {
  @Test(
    "the words that fit the place", arguments: [
      ("compl", "complaints", "category"), ("complaints:whe", "where", "reworks"), ("complaints:where{ cat", "category", "complaints"),
      ("complaints:where{ category = \"lift en", "lift entrapment", "complaints"), ("投诉:范围{ 类别 = \"电梯困", "电梯困人", "投诉"),
      ("complaints:where{ project = { high", "high_rise", "category"), ("enterprise(\"x\").ser", "serving_since", "service_mode"),
      ("complaint(\"T1\").project.high", "high_rise", "category"), ("propose.inter", "interview", "interview("), ("评分", "评分调整", "投诉"),
    ])
  func candidates(line: String, offered: String, kept: String) {
    let (_, matches) = ScriptCompletion(names: ["complaint", "complaints", "adjustment", "评分调整"]).candidates(in: line, cursor: line.utf8.count)
    #expect(matches.contains(offered), "\(matches)")
    #expect(!matches.contains(kept))
  }

  @Test("values are those of the field, not of another table's") func values() {
    let line = "fund_requests:where{ category = \""
    let (_, matches) = ScriptCompletion(names: []).candidates(in: line, cursor: line.utf8.count)
    #expect(matches.contains("fire facilities"))
    #expect(!matches.contains("lift entrapment"))
  }
}
