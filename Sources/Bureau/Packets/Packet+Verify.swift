public import CityModel
internal import Columns
internal import DistrictRules
public import LuaRuntime
internal import Register

/// What came of computing a packet's figure again.
public struct PacketVerdict: Sendable {
  /// Of what is stated and what comes out.
  public struct Difference: Sendable, Hashable {
    public var what: Bilingual
    public var stated: String
    public var now: String
  }

  /// None where the figure agrees.
  public var differences: [Difference]
  public var agrees: Bool { differences.isEmpty }
}

extension Packet {
  /// Computes the figure from the packet alone, by the rules, parameters and rows in it, and compares.
  ///
  /// - Throws: ``OfficeError``: `packet-shape` where something is missing or of another sort; errors of the rules in it.
  public func verdict(limits: Engine.Limits = .init(time: .seconds(60))) throws(OfficeError) -> PacketVerdict {
    do {
      let run = members["run"] ?? .null
      guard let county = run["district"]?.text.flatMap({ Divisions.changzhi[$0] }), county.level == .county,
        let period = run["period"]?.text.flatMap({ Period($0) })
      else { throw PacketError.shape("run") }
      if members["decision"]?["case"]?.text != nil { return try verdict(county, day: period, limits) }
      guard let job = run["job"]?.text else { throw PacketError.shape("run") }
      guard let uscc = members["decision"]?["enterprise"]?.text, let kind = members["decision"]?["kind"]?.text else { throw PacketError.shape("decision") }
      let figure = members["figure"] ?? .null
      guard let stated = figure["proposal"], stated["uscc"]?.text == uscc, stated["kind"]?.text == kind else { throw PacketError.shape("figure") }
      let rulebook = try rulebook()
      let snapshot = Snapshot(
        scope: .county(county.code), cut: period.cut, rulebook: rulebook, tables: try PacketTables.builders(members["rows"] ?? .null))
      let subjects = run["subjects"]?.elements.compactMap(\.text) ?? []
      let now = try PacketFigure(
        snapshot, uscc: uscc, job: job, county: county, period: period, rules: try rules(), subjects: subjects.isEmpty ? nil : subjects, limits: limits)
      return PacketVerdict(differences: differences(stated, figure["score"] ?? .null, kind, now))
    } catch {
      throw OfficeError(error)
    }
  }

  /// Of a decision by command: the score and the exit test of its day, and the complainants that the decision counted.
  private func verdict(_ county: Division, day: Period, _ limits: Engine.Limits) throws -> PacketVerdict {
    guard let uscc = members["decision"]?["enterprise"]?.text else { throw PacketError.shape("decision") }
    guard let figure = members["figure"], let score = figure["score"], let exit = figure["exit"] else { throw PacketError.shape("figure") }
    let snapshot = Snapshot(
      scope: .county(county.code), cut: day.cut, rulebook: try rulebook(), tables: try PacketTables.builders(members["rows"] ?? .null))
    let now = try PacketFigure(snapshot, uscc: uscc, county: county, day: day, rules: try rules(), limits: limits)
    var found = differences(of: score, now)
    if now.exit != exit {
      found.append(.init(what: Bilingual(zh: "退出条件", en: "the exit test"), stated: "\(exit)", now: "\(now.exit)"))
    }
    if let counted = members["decision"]?["counted_complainants"]?.number, counted != now.exit["complainants"]?.number {
      found.append(
        .init(
          what: Bilingual(zh: "决定时计入的投诉人数", en: "the complainants that the decision counted"), stated: "\(counted)",
          now: now.exit["complainants"].map { "\($0)" } ?? "–"))
    }
    return PacketVerdict(differences: found)
  }

  private func differences(_ stated: JSONValue, _ score: JSONValue, _ kind: String, _ now: PacketFigure) -> [PacketVerdict.Difference] {
    var found: [PacketVerdict.Difference] = []
    if !now.proposals.contains(stated.description) {
      // The nearest of the same kind shows where it differs.
      let same = now.proposals.compactMap { JSONValue(parsing: $0) }.first { $0["kind"]?.text == kind }
      if let same {
        for (key, value) in stated.members.sorted(by: { $0.key < $1.key }) where same[key] != value {
          found.append(
            .init(what: Bilingual(zh: "提请的 \(key)", en: "`\(key)` of the proposal"), stated: "\(value)", now: same[key].map { "\($0)" } ?? ""))
        }
      } else {
        found.append(.init(what: Bilingual(zh: "提请", en: "the proposal"), stated: kind, now: "–"))
      }
    }
    return found + differences(of: score, now)
  }

  /// Of the score and the parameters that it read.
  private func differences(of score: JSONValue, _ now: PacketFigure) -> [PacketVerdict.Difference] {
    var found: [PacketVerdict.Difference] = []
    if now.score != score {
      for key in ["city", "adjustment", "score", "grade"] where now.score[key] != score[key] {
        found.append(
          .init(what: Bilingual(zh: "评分的 \(key)", en: "`\(key)` of the score"), stated: score[key]?.text ?? "", now: now.score[key]?.text ?? ""))
      }
      let before = score["lines"]?.elements ?? [], after = now.score["lines"]?.elements ?? []
      for line in before where !after.contains(line) {
        found.append(.init(what: Bilingual(zh: "评分的一项", en: "a line of the score"), stated: "\(line)", now: "\(after.first { $0["item"] == line["item"] } ?? .null)"))
      }
      if found.isEmpty { found.append(.init(what: Bilingual(zh: "评分", en: "the score"), stated: "\(score)", now: "\(now.score)")) }
    }
    // One by one: most are the same.
    let before = Packet.byName(members["parameters"]), after = Packet.byName(now.parameters)
    for name in Set(before.keys).union(after.keys).sorted() where before[name] != after[name] {
      found.append(
        .init(
          what: Bilingual(zh: "读取的参数 \(name)", en: "the parameter \(name)"), stated: before[name]?["value"]?.text ?? "–",
          now: after[name]?["value"]?.text ?? "–"))
    }
    return found
  }

  private static func byName(_ parameters: JSONValue?) -> [String: JSONValue] {
    Dictionary((parameters?.elements ?? []).map { ($0["parameter"]?.text ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func rulebook() throws -> Rulebook {
    try Rulebook(parameters: try hashed(members["rulebook"]?["parameters"], "rulebook.parameters"), calendar: try hashed(members["rulebook"]?["calendar"], "rulebook.calendar"))
  }

  /// A text that is the one that its digest names.
  private func hashed(_ json: JSONValue?, _ place: String) throws(OfficeError) -> String {
    guard let text = json?["text"]?.text, json?["sha256"]?.text == ScriptFolder.hash(Array(text.utf8)) else { throw PacketError.shape(place) }
    return text
  }

  private func rules() throws(OfficeError) -> [DivisionRules] {
    var rules: [DivisionRules] = []
    for (position, one) in (members["rules"]?.elements ?? []).enumerated() {
      guard let division = one["division"]?.text, let name = one["name"]?.text, let hash = one["sha256"]?.text else {
        throw PacketError.shape("rules[\(position)]")
      }
      let text = try hashed(one, "rules[\(position)]")
      let script = ScriptInForce(
        script: Script(name: name, bytes: Array(text.utf8)), name: name, sha256: hash, from: one["from"]?.text.flatMap { Day($0) },
        to: one["to"]?.text.flatMap { Day($0) }, revision: one["revision"]?.number.map { Int(clamping: $0) })
      if let at = rules.firstIndex(where: { $0.division == division }) {
        rules[at].scripts.append(script)
      } else {
        rules.append(DivisionRules(division: division, source: .asked, scripts: [script]))
      }
    }
    return rules
  }
}
