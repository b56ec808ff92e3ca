/// Free text without the persons in it (PIPL 6, 25, 51; 政府信息公开条例 15).
///
/// What it finds: telephone and identity numbers in half and full width, spaced, dashed, with invisible marks between, in
/// Chinese numerals; e-mail addresses; the names that it is given; room numbers. What it cannot find: the name of a person
/// that nobody told it of.
public enum PersonalText {
  /// What stands for what was taken out.
  public static let mark = "***"

  /// A text as it may be published: every run of seven or more digits goes that is no date and no amount, and the number of
  /// the room.
  ///
  /// - Parameters:
  ///   - names: persons whose names are known: of each the surname stays.
  ///   - room: the complainant's room, in the words of the record.
  public static func published(_ text: String, names: [String] = [], room: String? = nil) -> String {
    var scrub = Scrub(text)
    for cluster in DigitCluster.all(in: scrub.scalars, published: true) where !cluster.mayBePublished(scrub.scalars) {
      scrub.hide(cluster.range)
      scrub.hideCheckLetter(behind: cluster.range)
    }
    scrub.hideRooms()
    if let room, room.unicodeScalars.count >= 3 { scrub.hide(everywhere: room) }
    scrub.hideAddresses()
    for name in names { scrub.mask(name: name) }
    return scrub.text
  }

  /// A text of which only telephone and identity numbers and e-mail addresses are taken out: for messages, in which codes,
  /// dates and amounts must stay legible.
  public static func recognised(_ text: String, names: [String] = []) -> String {
    // Nearly every text holds no person: look before work.
    var digits = 0
    var suspicious = !names.isEmpty
    for scalar in text.unicodeScalars where !suspicious {
      if DigitScalar.value(scalar) != nil { digits += 1 }
      suspicious = digits >= 10 || scalar == "@" || scalar == "＠"
    }
    guard suspicious else { return text }
    var scrub = Scrub(text)
    for cluster in DigitCluster.all(in: scrub.scalars, published: false) {
      guard !scrub.isCreditCode(around: cluster.range) else { continue }
      for range in cluster.persons(followedBy: scrub.checkLetter(behind: cluster.range).map { scrub.scalars[$0] }) {
        scrub.hide(range)
        scrub.hideCheckLetter(behind: range)
      }
    }
    scrub.hideAddresses()
    for name in names { scrub.mask(name: name) }
    return scrub.text
  }

  /// Whether a telephone number, an identity number or an e-mail address stands in a text.
  public static func namesPerson(_ text: String) -> Bool { recognised(text) != text }
}
