internal import Columns

/// Which complaints count as 投诉问题属实 (A8): substantiated ones, partly substantiated ones by a parameter, none that was withdrawn.
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

extension Enumeration {
  /// The column code of a word; one that no row holds when there is no such word.
  func code(_ word: String) -> UInt32 { index(of: word).map { UInt32(truncatingIfNeeded: $0) } ?? Missing.code &- 1 }
}
