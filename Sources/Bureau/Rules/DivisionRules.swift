internal import CityModel
public import Columns
public import DistrictRules
internal import LuaSyntax
internal import Register

/// Where the rules of a run come from.
public enum RulesChoice: String, Sendable, Hashable, CaseIterable {
  /// What was enacted and in force on the day; the folder only where a division has enacted nothing.
  case inForce = "in-force"
  /// What stands in the folder of scripts at this moment.
  case current
  /// The city's rule alone, for comparison.
  case city
}

/// A script with the days on which it is in force.
public struct ScriptInForce: Sendable {
  public var script: Script
  /// `140403-luzhou/lift-entrapment.lua`.
  public var name: String
  public var sha256: String
  /// First and last day; open where they are `nil`.
  public var from: Day?
  public var to: Day?
  /// The division's revision that brought it; `nil` for one of the folder.
  public var revision: Int?

  public init(script: Script, name: String, sha256: String, from: Day? = nil, to: Day? = nil, revision: Int? = nil) {
    self.script = script
    self.name = name
    self.sha256 = sha256
    self.from = from
    self.to = to
    self.revision = revision
  }

  public func isInForce(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }

  /// A rule's own days, within those on which the script is in force.
  func clip(_ effective: Effective) -> Effective? {
    let first = from.map { max($0, effective.from) } ?? effective.from
    let last = [effective.to, to].compactMap { $0 }.min()
    if let last, last < first { return nil }
    var days = effective
    (days.from, days.to) = (first, last)
    return days
  }
}

/// The rules of one division over some days.
public struct DivisionRules: Sendable {
  public enum Source: Sendable, Hashable {
    /// Enacted; the number of the latest revision that is looked at.
    case enacted(revision: Int)
    /// Nothing has been enacted: the folder as it stands.
    case notEnacted
    /// The folder was asked for.
    case asked
  }

  public var division: String
  public var source: Source
  /// In order of name and first day.
  public var scripts: [ScriptInForce]

  /// The scripts in force on a day.
  public func scripts(on day: Day) -> [ScriptInForce] { scripts.filter { $0.isInForce(on: day) } }
}

extension Office {
  /// The rules of a division that are in force on any of some days.
  ///
  /// - Parameters:
  ///   - position: as far as the ledger had come; `nil` for all of it.
  public func rules(
    of division: String, days: ClosedRange<Day>, choice: RulesChoice = .inForce, upTo position: Int64? = nil
  ) throws(OfficeError) -> DivisionRules {
    if choice == .city, division != "1404" { return DivisionRules(division: division, source: .asked, scripts: []) }
    do {
      let revisions = choice == .current ? [] : try register.ruleRevisions(of: division, upTo: position)
      guard let last = revisions.last else {
        return DivisionRules(
          division: division, source: choice == .current ? .asked : .notEnacted,
          scripts: try scripts.scripts(of: division).map { ScriptFolder.inForce($0) })
      }
      return DivisionRules(
        division: division, source: .enacted(revision: last.number),
        scripts: RuleTimeline(revisions).scripts(within: days, folder: scripts.path))
    } catch {
      throw OfficeError(error)
    }
  }
}

/// The files of a division along the days: each revision counts from its first day on, over those before it.
struct RuleTimeline {
  private struct Stretch {
    var from: Day
    var to: Day?
    var revision: Int
    var file: RuleRevision.File
  }

  private var stretches: [String: [Stretch]] = [:]

  init(_ revisions: [RuleRevision]) {
    for revision in revisions {
      for file in revision.files {
        var list = (stretches[file.name] ?? []).filter { $0.from < revision.startsOn }
        if let last = list.indices.last, list[last].to.map({ $0 >= revision.startsOn }) ?? true {
          list[last].to = revision.startsOn.adding(days: -1)
        }
        list.append(Stretch(from: revision.startsOn, revision: revision.number, file: file))
        stretches[file.name] = list
      }
    }
  }

  func scripts(within days: ClosedRange<Day>, folder: String) -> [ScriptInForce] {
    var scripts: [ScriptInForce] = []
    for (name, list) in stretches.sorted(by: { $0.key < $1.key }) {
      for one in list where one.from <= days.upperBound && (one.to.map { $0 >= days.lowerBound } ?? true) {
        guard let text = one.file.text, let hash = one.file.sha256 else { continue }
        scripts.append(
          ScriptInForce(
            script: Script(name: "\(folder)/\(name)", bytes: text), name: name, sha256: hash, from: one.from, to: one.to,
            revision: one.revision))
      }
    }
    return scripts
  }
}

extension ScriptFolder {
  /// A script of the folder, in force on every day.
  static func inForce(_ script: Script) -> ScriptInForce {
    ScriptInForce(script: script, name: shortName(script.name), sha256: hash(script.source.bytes))
  }

  /// Folder and file: the same wherever the folder of scripts lies.
  static func shortName(_ path: String) -> String { path.split(separator: "/").suffix(2).joined(separator: "/") }

  static func hash(_ bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hexadecimal
  }
}

extension [DivisionRules] {
  /// Digest of what is in force: names, texts and days.
  var revision: String {
    var digest = SHA256()
    for script in flatMap(\.scripts) {
      digest.update([UInt8]("\(script.name) \(script.sha256) \(script.from?.description ?? "") \(script.to?.description ?? "")\n".utf8))
    }
    return String(digest.hexadecimal.prefix(12))
  }

  /// As a run keeps it: `[{"division":…,"name":…,"sha256":…,"from":…,"to":…,"revision":…}]`.
  var json: JSONValue {
    .array(
      flatMap { rules in
        rules.scripts.map { script in
          .object([
            "division": .text(rules.division), "name": .text(script.name), "sha256": .text(script.sha256),
            "from": JSONValue(script.from?.description), "to": JSONValue(script.to?.description),
            "revision": script.revision.map { JSONValue($0) } ?? .null,
          ])
        }
      })
  }

  /// The texts by their hash.
  var texts: [String: [UInt8]] {
    Dictionary(flatMap(\.scripts).map { ($0.sha256, $0.script.source.bytes) }, uniquingKeysWith: { first, _ in first })
  }
}
