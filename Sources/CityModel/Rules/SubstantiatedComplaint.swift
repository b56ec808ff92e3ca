internal import Columns

/// A8: 投诉问题属实
/// Reading 3: what was found substantiated, and by parameter what was found partly so; nothing that was withdrawn. Parameters: `exit.countPartly`.
struct SubstantiatedComplaint {
  private let finding: ColumnBuffer<UInt32>
  private let status: ColumnBuffer<UInt32>
  private let substantiated: UInt32
  private let partly: UInt32
  private let withdrawn: UInt32

  init(_ complaints: Table, countPartly: Bool) throws(ColumnError) {
    finding = try complaints.codes(Complaint.finding)
    status = try complaints.codes(Complaint.status)
    substantiated = Complaint.findings.code("substantiated")
    partly = countPartly ? Complaint.findings.code("partly") : Complaint.findings.code("substantiated")
    withdrawn = Complaint.statuses.code("withdrawn")
  }

  @inline(__always)
  func holds(_ row: Int) -> Bool {
    let found = finding.base[row]
    return (found == substantiated || found == partly) && status.base[row] != withdrawn
  }
}
