public import CityModel
public import Columns
internal import DistrictRules
internal import LuaRuntime

/// How people name a rule: its file, with or without its folder and ending, or what it declares.
enum RuleName {
  static func matches(_ word: String, file: String, declared: [String]) -> Bool {
    file == word || file == "\(word).lua" || file.hasSuffix("/\(word)") || file.hasSuffix("/\(word).lua") || declared.contains(word)
  }
}

extension Office {
  /// The jobs that are meant by some words: a job's name stays; a file's stands for the jobs that it declares.
  ///
  /// - Throws: ``OfficeError`` when a file that is meant does not load.
  public func jobNames(_ words: [String], counties: [Division], choice: RulesChoice = .inForce, on day: Day) throws(OfficeError) -> [String] {
    var named: [ScriptInForce] = []
    for division in ["1404"] + counties.map(\.code) {
      named += try rules(of: division, days: day...day, choice: choice).scripts.filter { one in
        words.contains { RuleName.matches($0, file: one.name, declared: []) }
      }
    }
    guard !named.isEmpty else { return words }
    do {
      // Only the files that are named are read: the others cannot be meant.
      let session = try ScriptSession(Snapshot(cut: day.end, rulebook: rulebook, tables: []), limits: .init(time: .seconds(10)))
      var names: [String] = []
      for word in words {
        var declared: [String] = []
        for one in named where RuleName.matches(word, file: one.name, declared: []) {
          // A file that does not load fails its county's run, which says so.
          guard let found = try? session.load(one.script) else { continue }
          for case .job(let job) in found where !declared.contains(job.name) { declared.append(job.name) }
        }
        names += declared.isEmpty || declared.contains(word) ? [word] : declared
      }
      return names
    } catch {
      throw OfficeError(error)
    }
  }
}
