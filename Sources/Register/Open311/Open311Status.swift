internal import CityModel

/// The words in which Open311 says where a request stands, and what they are to us.
///
/// The standard knows `open` and `closed`; the extended words are those that servers of FixMyStreet send. What another office
/// calls closed is basically closed here, until our own revisit has confirmed it (A13).
enum Open311Status {
  struct Word: Sendable {
    /// As it is sent under `extended_status`.
    var name: String
    var isOpen: Bool
    /// The complaint's status, in English.
    var ours: String
  }

  static let words: [Word] = [
    Word(name: "for_triage", isOpen: true, ours: "received"),
    Word(name: "investigating", isOpen: true, ours: "open"),
    Word(name: "in_progress", isOpen: true, ours: "open"),
    Word(name: "planned", isOpen: true, ours: "open"),
    Word(name: "action_scheduled", isOpen: true, ours: "basically closed"),
    Word(name: "internal_referral", isOpen: true, ours: "transferred"),
    Word(name: "fixed", isOpen: false, ours: "basically closed"),
    Word(name: "no_further_action", isOpen: false, ours: "basically closed"),
    Word(name: "not_councils_responsibility", isOpen: false, ours: "transferred"),
    Word(name: "duplicate", isOpen: false, ours: "duplicate"),
    Word(name: "cancelled", isOpen: false, ours: "withdrawn"),
  ]

  static func word(_ name: String) -> Word? { words.first { $0.name == name } }

  /// The status of a complaint that comes in.
  ///
  /// - Parameters:
  ///   - status: `open`, `closed`, or an extended word, as some servers write it there.
  ///   - extended: the extended word, if the document has one; a word that is not in the table says nothing.
  ///   - hasAgency: whether a responsible department is named: then an open request is accepted.
  static func ours(_ status: String, extended: String?, hasAgency: Bool) throws(RowFault) -> String {
    let status = status.lowercased()
    let word = extended.flatMap { Open311Status.word($0.lowercased()) } ?? Open311Status.word(status)
    let open = hasAgency || extended?.lowercased() == "open" ? "open" : "received"
    switch (status, word) {
    case ("open", nil): return open
    case ("closed", nil): return "basically closed"
    case ("open", let word?) where word.isOpen, ("closed", let word?) where !word.isOpen: return word.ours
    case (_, let word?) where word.name == status: return word.ours
    case ("open", let word?), ("closed", let word?):
      throw RowFault(
        "status-contradiction", "`status` is `\(status)` but `extended_status` is `\(word.name)`",
        "“status”为 `\(status)`，“extended_status”却为 `\(word.name)`")
    default:
      throw RowFault(
        "unknown-status", "`status`: `\(status.prefix(40))` is none of `open`, `closed` and the extended words",
        "“status”：`\(status.prefix(40))` 不是 `open`、`closed` 或扩展用词")
    }
  }

  /// How a complaint is told to others.
  ///
  /// - Parameters:
  ///   - sent: the extended word that the sender gave; it stands as long as the complaint stands where it put it.
  static func theirs(
    _ status: String, finding: String?, isAssigned: Bool, hasPreliminary: Bool, isPlanned: Bool, sent: String?
  ) -> (status: String, extended: String) {
    if let sent = sent.flatMap({ word($0) }), sent.ours == status { return (sent.isOpen ? "open" : "closed", sent.name) }
    switch status {
    case "received": return ("open", "for_triage")
    case "open" where hasPreliminary, "rework": return ("open", "in_progress")
    case "open": return ("open", isAssigned ? "investigating" : "open")
    case "basically closed" where isPlanned: return ("open", "action_scheduled")
    case "closed" where finding == "unsubstantiated": return ("closed", "no_further_action")
    case "withdrawn": return ("closed", "cancelled")
    case "duplicate": return ("closed", "duplicate")
    case "transferred": return ("open", "internal_referral")
    default: return ("closed", "fixed")
    }
  }
}
