import CityModel
import Columns
import Testing

@testable import Register

@Suite("Open311: every status, in and out") struct Open311StatusTests {
  @Test(
    "what another office says is this to us, and nothing it says closes a complaint here",
    arguments: [
      ("open", nil, false, "received"), ("open", nil, true, "open"), ("closed", nil, false, "basically closed"), ("CLOSED", nil, true, "basically closed"),
      ("open", "for_triage", true, "received"), ("open", "open", false, "open"), ("open", "investigating", false, "open"),
      ("open", "in_progress", false, "open"), ("open", "planned", false, "open"), ("open", "action_scheduled", false, "basically closed"),
      ("open", "internal_referral", false, "transferred"), ("closed", "fixed", false, "basically closed"),
      ("closed", "no_further_action", false, "basically closed"), ("closed", "not_councils_responsibility", false, "transferred"),
      ("closed", "duplicate", false, "duplicate"), ("closed", "cancelled", false, "withdrawn"), ("closed", "closed", false, "basically closed"),
      ("investigating", nil, false, "open"), ("fixed", nil, false, "basically closed"), ("open", "some_word_of_theirs", false, "received"),
    ] as [(String, String?, Bool, String)])
  func comesIn(_ status: String, _ extended: String?, _ agency: Bool, _ expected: String) throws {
    let office = try Open311City()
    let summary = try office.add(
      Open311City.request([
        "status": "\"\(status)\"", "extended_status": extended.map { "\"\($0)\"" }, "agency_responsible": agency ? "\"城管局\"" : nil,
      ]))
    #expect(summary.stored == 1, "\(summary.firstFaults)")
    #expect(try office.stored(Complaint.status) == expected)
    #expect(try office.stored(Complaint.status) != "closed")
    #expect(try office.stored(Complaint.closedAt) == nil)
    #expect(try office.stored(Complaint.basicallyClosedAt) == (expected == "basically closed" ? "2026-09-02 08:00" : nil))
  }

  @Test("two words that contradict each other, and a word that nobody knows, are refused with the reason")
  func refused() throws {
    for (status, extended, code) in [
      ("open", "fixed", "status-contradiction"), ("closed", "planned", "status-contradiction"), ("solved", "", "unknown-status"),
      ("", "", "missing-value"),
    ] {
      let office = try Open311City()
      let summary = try office.add(Open311City.request(["status": "\"\(status)\"", "extended_status": "\"\(extended)\""]))
      #expect(summary.quarantined == 1)
      #expect(summary.firstFaults.map(\.code) == [code])
    }
  }

  @Test("every status of ours goes out as the standard's and the extended word")
  func goesOut() throws {
    let rows: [(row: String, status: String, extended: String)] = [
      (",,,received,", "open", "for_triage"), (",,,open,", "open", "open"), ("2026-05-03 08:10,,,open,", "open", "investigating"),
      ("2026-05-03 08:10,2026-05-03 09:00,,open,", "open", "in_progress"), (",,2026-05-03 10:00,rework,", "open", "in_progress"),
      (",,2026-05-03 10:00,basically closed,", "closed", "fixed"), (",,2026-05-03 10:00,closed,substantiated", "closed", "fixed"),
      (",,2026-05-03 10:00,closed,unsubstantiated", "closed", "no_further_action"), (",,,withdrawn,", "closed", "cancelled"),
      (",,,duplicate,", "closed", "duplicate"), (",,,transferred,", "open", "internal_referral"),
    ]
    var file = "number,source,project,category,accepted_at,assigned_at,preliminary_at,basically_closed_at,status,finding\n"
    for (index, row) in rows.enumerated() { file += "S-\(index),12345,140403001001,cleaning,2026-05-03 08:00,\(row.row)\n" }
    let requests = try Open311City(complaints: file).exported()
    #expect(requests.count == rows.count)
    for (index, row) in rows.enumerated() {
      #expect(requests["S-\(index)"]?["status"]?.text == row.status, "\(row.row)")
      #expect(requests["S-\(index)"]?["extended_status"]?.text == row.extended, "\(row.row)")
    }
    #expect(Set(rows.map { $0.row.split(separator: ",", omittingEmptySubsequences: false)[3] }) == Set(Complaint.statuses.values.map { Substring($0.name) }))
  }

  @Test("a plan that remains goes out as scheduled, with its day and what was decided")
  func planned() throws {
    let office = try Open311City(complaints: SmallCity.complaints)
    try office.city.add(
      Disposition.schema,
      """
      number,complaint,disposition,result,planned_until,informed_at,person,recorded_at
      D-1,T-3 12345,planned,下月更换,2026-11-01,2026-07-02 07:00,p-1,2026-07-02 07:00

      """)
    let request = try #require(try office.exported()["T-3"])
    #expect(request["status"]?.text == "open")
    #expect(request["extended_status"]?.text == "action_scheduled")
    #expect(request["status_notes"]?.text == "下月更换")
    #expect(request["expected_datetime"]?.text == "2026-11-01T23:59:59+08:00")
  }
}
