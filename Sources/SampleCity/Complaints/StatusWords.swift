internal import CityModel
internal import Columns

/// Positions of the words that the generator uses, looked up once in the schema's enumerations.
struct StatusWords {
  let received, open, basicallyClosed, rework, closed, withdrawn, duplicate, transferred: Int
  let undetermined: Int
  /// Delay causes: none, the enterprise, the department, a third party.
  let none, enterprise, department, thirdParty: Int

  /// Channels by which a person speaks to the department itself, and the unnamed one.
  let phone, visit, other: Int

  init() {
    func status(_ word: String) -> Int { Complaint.statuses.index(of: word) ?? 0 }
    func cause(_ word: String) -> Int { Complaint.delayCauses.index(of: word) ?? 0 }
    (received, open, basicallyClosed) = (status("received"), status("open"), status("basically closed"))
    (rework, closed, withdrawn) = (status("rework"), status("closed"), status("withdrawn"))
    (duplicate, transferred) = (status("duplicate"), status("transferred"))
    undetermined = Complaint.findings.index(of: "undetermined") ?? 0
    phone = Complaint.channels.index(of: "phone") ?? 0
    visit = Complaint.channels.index(of: "visit") ?? 0
    other = Complaint.channels.index(of: "other") ?? 0
    (none, enterprise) = (cause("none"), cause("enterprise"))
    (department, thirdParty) = (cause("department"), cause("third party"))
  }
}
