import Testing

/// `xize new` at a terminal, and from a spreadsheet: one wrong answer loses none of the others.
@Suite("xize new, a wrong answer") struct NewAtTerminalTests {
  @Test("at a terminal it is asked for again, and the rest is kept") func again() throws {
    let folder = try TemporaryFolder()
    let terminal = try TerminalSession(Command(in: folder, "zh"), "new 评分调整 --out rules")
    for answer in ["噪声", "噪声投诉扣分", "潞州住建〔2026〕1号", "第一条"] {
      try terminal.wait(for: "> ")
      try terminal.type(answer + "\n")
    }
    try terminal.wait(for: "5/8")
    try terminal.type("下个月\n")
    try terminal.wait(for: "写作 \"2026-07-01\"")
    try terminal.wait(for: "5/8")
    try terminal.type("2026-07-01\n")
    try terminal.wait(for: "6/8")
    try terminal.type("投訴\n")
    try terminal.wait(for: "错误[")
    try terminal.wait(for: "6/8")
    try terminal.type("投诉\n")
    try terminal.wait(for: "7/8")
    try terminal.type("类别=噪音\n")
    try terminal.wait(for: "错误[unknown-value]")
    try terminal.wait(for: "7/8")
    try terminal.type("类别=噪声\n")
    try terminal.wait(for: "8/8")
    try terminal.type("扣 0.5 封顶 3\n")
    try terminal.wait(for: "已写出 rules/噪声.lua")
    let code = terminal.end()
    #expect(code == 0)
    let script = try folder.read("rules/噪声.lua")
    #expect(script.contains("施行 = { 自 = \"2026-07-01\" }") && script.contains("范围 = { 类别 = \"噪声\" }"), "\(script)")
  }

  @Test("a name that is taken is asked for again, too") func taken() throws {
    let folder = try TemporaryFolder()
    let xize = Command(in: folder, "zh")
    let answers = ["噪声", "噪声投诉扣分", "潞州住建〔2026〕1号", "第一条", "2026-07-01", "", "类别=噪声", "扣 0.5 封顶 3"]
    #expect(try xize("new", "评分调整", "--out", "rules", input: answers.joined(separator: "\n") + "\n").code == 0)
    let terminal = try TerminalSession(xize, "new 评分调整 --out rules")
    try terminal.wait(for: "1/8")
    try terminal.type("噪声\n")
    try terminal.wait(for: "file-exists")
    try terminal.wait(for: "1/8")
    try terminal.type("噪声二\n")
    try terminal.wait(for: "2/8")
    _ = try terminal.leave()
  }

  @Test("of a spreadsheet's row every wrong cell is told at once; at a terminal these are asked for, and no other") func row() throws {
    let folder = try TemporaryFolder()
    let xize = Command(in: folder, "zh")
    let form = try xize("new", "评分调整", "--form").output
    try folder.write(
      "form.csv", form.replacing("2026-07-01", with: "七月").replacing("认定=属实", with: "认定=成立").replacing("扣 1 封顶 5", with: "扣 1 封顶 50"))
    let outcome = try xize("new", "评分调整", "--from", "form.csv", "--out", "rules")
    #expect(outcome.code == 1, "\(outcome.all)")
    for part in ["从哪一天起施行：`七月`", "认定=成立", "扣 1 封顶 50", "错误[wrong-type]", "错误[unknown-value]", "错误[adjustment-beyond-bound]", "有 3 处填写要改"] {
      #expect(outcome.errors.contains(part), "\(part)\n\(outcome.errors)")
    }
    #expect(!outcome.errors.contains("标题"), "\(outcome.errors)")
    #expect(try folder.contents() == ["form.csv"])

    let terminal = try TerminalSession(xize, "new 评分调整 --from form.csv --out rules")
    for answer in ["2026-07-01", "认定=属实", "扣 1 封顶 5"] {
      try terminal.wait(for: "> ")
      try terminal.type(answer + "\n")
    }
    try terminal.wait(for: "已写出 rules/电梯困人加扣.lua")
    let code = terminal.end()
    #expect(code == 0)
    let script = try folder.read("rules/电梯困人加扣.lua")
    #expect(script.contains("标题 = \"高层住宅电梯困人投诉加扣\"") && script.contains("认定 = \"属实\""), "\(script)")
  }
}
