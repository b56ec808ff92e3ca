public import CityModel
public import Columns
internal import Register

extension Office {
  /// Why a figure is what it is: value, lines, rules and their revisions, parameters with their dates, facts, each clause that was
  /// met or not, and the layers that were considered.
  ///
  /// - Parameters:
  ///   - word: an enterprise's or an estate's code or name; a complaint's, an order's or a fund request's number; or `proposal 12` (`提请12`).
  ///   - figure: `score`, `red_list`, `black_list`, `exit` of an enterprise, or one line of its score: an item (`D10`), a rule of the district; `nil` for the one that matters most.
  /// - Throws: ``OfficeError``: `unknown-subject`, `unknown-figure`.
  public func explain(
    _ word: String, figure: String? = nil, scope: Scope, asOf cut: Moment, choice: RulesChoice = .inForce,
    say: @escaping (Bilingual) -> String = { $0.zh }
  ) throws(OfficeError) -> Explanation {
    do {
      if let number = Office.proposalNumber(word) { return try explainProposal(number, say) }
      let desk = try WhyDesk(self, scope: scope, cut: cut, choice: choice, say: say)
      // A credit code as people write it: of either width, in either case, with spaces.
      if let row = try desk.row(USCC.key(word), of: Enterprise.schema, field: Enterprise.uscc) ?? desk.row(word, of: Enterprise.schema, field: Enterprise.name) {
        switch figure ?? "score" {
        case "score", "得分": return try desk.score(row)
        case "red_list", "红榜": return try desk.list(row, isBlack: false)
        case "black_list", "黑榜": return try desk.list(row, isBlack: true)
        case "exit", "退出": return try desk.exit(row)
        case let word:
          if let answer = try desk.line(row, word) { return answer }
          let lines = try desk.lineNames()
          throw OfficeError(
            "unknown-figure",
            Bilingual(
              zh: "没有 `\(word)`\n提示：score（得分）、red_list（红榜）、black_list（黑榜）、exit（退出），或得分的一项：\(lines.joined(separator: "、"))",
              en: "there is no `\(word)`\nhelp: score, red_list, black_list, exit, or a line of the score: \(lines.joined(separator: ", "))"))
        }
      }
      // The county of a case is known: its rules are read, whether or not it was named.
      if let row = try desk.row(word, of: Complaint.schema, field: Complaint.number) {
        guard scope == .city, let county = try desk.county(ofProjectOf: row, in: Complaint.schema, Complaint.project) else {
          return try desk.complaint(row)
        }
        let own = try WhyDesk(self, scope: .county(county), cut: cut, choice: choice, say: say)
        return try own.row(word, of: Complaint.schema, field: Complaint.number).map { try own.complaint($0) } ?? desk.complaint(row)
      }
      if let row = try desk.row(word, of: RectificationOrder.schema, field: RectificationOrder.number) { return try desk.order(row) }
      if let row = try desk.row(word, of: Project.schema, field: Project.code) ?? desk.row(word, of: Project.schema, field: Project.name) {
        return try desk.project(row)
      }
      if let row = try desk.row(word, of: FundRequest.schema, field: FundRequest.number) {
        guard scope == .city, let county = try desk.county(ofProjectOf: row, in: FundRequest.schema, FundRequest.project) else {
          return try desk.fund(word)
        }
        return try WhyDesk(self, scope: .county(county), cut: cut, choice: choice, say: say).fund(word)
      }
      throw try unknownSubject(word, desk)
    } catch {
      throw OfficeError(error)
    }
  }

  private func unknownSubject(_ word: String, _ desk: WhyDesk) throws -> OfficeError {
    let names = try desk.snapshot.table(Enterprise.schema).column(Enterprise.name)
    let near = (0..<names.count).compactMap { names.text($0) }.filter { $0.contains(word) }.prefix(5).joined(separator: ", ")
    return OfficeError(
      "unknown-enterprise",
      Bilingual(
        zh: "没有企业、项目、投诉、整改通知、申请或提请 `\(word)`" + "\n提示：" + (near.isEmpty ? "写统一社会信用代码、企业全称、编号，或 提请12" : near),
        en: "there is no enterprise, estate, complaint, order, request or proposal `\(word)`" + "\nhelp: "
          + (near.isEmpty ? "give a unified social credit code, a whole name, a number, or `proposal 12`" : near)))
  }

  static func proposalNumber(_ word: String) -> Int64? {
    for prefix in ["proposal", "提请"] where word.hasPrefix(prefix) {
      return Int64(word.dropFirst(prefix.count).drop { $0 == " " || $0 == "#" || $0 == "/" || $0 == "-" })
    }
    return nil
  }

  /// A proposal: its reasons, the run and the rules that made it, and what officers did with it.
  private func explainProposal(_ number: Int64, _ say: (Bilingual) -> String) throws -> Explanation {
    guard let proposal = try register.proposalCase(number) else {
      throw OfficeError("unknown-proposal", Bilingual(zh: "没有第 \(number) 号提请", en: "there is no proposal \(number)"))
    }
    let run = try register.run(of: proposal.job, district: proposal.county, period: proposal.period)
    let stored = try run.flatMap { run in try register.proposals(ofRun: run.number).first { $0.number == number } }
    var explanation = Explanation(
      subject: Bilingual(zh: "提请 \(number)：\(proposal.name)（\(proposal.enterprise)）", en: "proposal \(number): \(proposal.name) (\(proposal.enterprise))"),
      figure: proposal.kind, value: Bilingual(zh: "\(Cell(proposal.state.rawValue, of: OfficeWords.proposalStates).chinese)：\(proposal.because)", en: "\(proposal.state.rawValue): \(proposal.because)"),
      sections: [])
    explanation.add(
      "lines", "理由", "reasons",
      ResultTable(
        columns: [.init("code", title: "事由"), .init("what", title: "内容"), .init("basis", title: "依据"), .init("evidence", title: "证据数")],
        rows: (stored?.reasons.elements ?? []).map { reason in
          [
            .figure(reason["code"]?.text ?? ""), .text(say(Bilingual(zh: reason["zh"]?.text ?? "", en: reason["en"]?.text ?? ""))),
            .text(reason["basis"]?.text ?? ""), .integer(reason["evidence"]?.number ?? 0),
          ]
        }))
    // What the decision would set going, and how much of it.
    if let terms = stored?.reasons.elements.first?["terms"]?.members, !terms.isEmpty {
      let titles = ["due": "期限", "to": "至", "advice": "建议内容", "points": "扣分", "item": "评分项"]
      let given = terms.sorted { $0.key < $1.key }
      explanation.add(
        "terms", "提请内容", "what is asked for",
        ResultTable(
          columns: given.map { .init($0.key, title: titles[$0.key] ?? $0.key) }, rows: [given.map { OfficeWords.term($0.key, $0.value.text ?? "") }]))
    }
    let evidence = stored?.evidence.members.sorted { $0.key < $1.key } ?? []
    explanation.add(
      "facts", "证据", "evidence",
      ResultTable(
        columns: [.init("table", title: "表"), .init("count", title: "件数"), .init("keys", title: "编号")],
        rows: evidence.map { table, value in
          [.init(CitySchema.said(plural: table)), .integer(value["count"]?.number ?? 0), .text(value["keys"]?.elements.compactMap(\.text).joined(separator: ", ") ?? "")]
        }))
    if let run, let attempt = try register.attempts(ofRun: run.number).last {
      explanation.add(
        "layers", "规则", "rules",
        ResultTable(
          columns: [
            .init("division", title: "区划"), .init("file", title: "文件"), .init("revision", title: "修订"), .init("from", title: "自"),
            .init("to", title: "至"), .init("sha256", title: "摘要"),
          ],
          rows: attempt.rules.elements.map { one in
            [
              .text(one["division"]?.text ?? ""), .text(one["name"]?.text ?? ""),
              one["revision"]?.number.map { .integer($0) } ?? .text(say(Bilingual(zh: "未施行", en: "not enacted"))),
              .text(one["from"]?.text ?? ""), .text(one["to"]?.text ?? ""), .text(String((one["sha256"]?.text ?? "").prefix(12))),
            ]
          }))
      explanation.add(
        "run", "运行", "run",
        ResultTable(
          columns: [
            .init("run", title: "编号"), .init("job", title: "任务"), .init("period", title: "期间"), .init("position", title: "台账"),
            .init("parameters", title: "参数"), .init("engine", title: "版本"), .init("officer", title: "经办", type: .enumeration(OfficeWords.actors)),
          ],
          rows: [
            [
              .integer(run.number), .text(run.job), .text(run.period), .integer(attempt.marks.position), .text(run.parameters), .text(attempt.engine),
              .text(run.officer ?? ""),
            ]
          ]))
    }
    let ledger = try register.ledger(table: "proposals", key: String(number))
    explanation.add(
      "decision", "处理经过", "what officers did",
      ResultTable(
        columns: [
          .init("at", title: "时间"), .init("what", title: "事项", type: .enumeration(OfficeWords.entries)), .init("officer", title: "经办", type: .enumeration(OfficeWords.actors)), .init("document", title: "文号"),
          .init("follows", title: "随之办理"),
        ],
        rows: ledger.map { entry in
          let data = JSONValue(parsing: entry.data)
          let follows = data?["follows"]?.text ?? data?["list_entry"]?.text.map { say(Bilingual(zh: "榜单记录 \($0)", en: "list entry \($0)")) }
          return [
            .moment(entry.moment), .text(entry.kind), .text(entry.officer), entry.document.map { .text($0) } ?? .empty,
            follows.map { .text($0) } ?? .empty,
          ]
        }))
    return explanation
  }
}
