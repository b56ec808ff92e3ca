/// 民法典 278: 业主共同决定事项，应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决。
/// Reading 28: in whole numbers, no share is ever rounded; 以上 includes the number, more than half does not (民法典 1259). Parameters: none.
///
/// A joint decision of the owners (A9). Areas in hundredths of a square metre.
public struct OwnersDecision: Sendable, Hashable {
  public var totalArea: Int64
  public var totalOwners: Int64
  public var votingArea: Int64
  public var votingOwners: Int64
  public var yesArea: Int64
  public var yesOwners: Int64

  public init(
    totalArea: Int64, totalOwners: Int64, votingArea: Int64, votingOwners: Int64, yesArea: Int64, yesOwners: Int64
  ) {
    self.totalArea = totalArea
    self.totalOwners = totalOwners
    self.votingArea = votingArea
    self.votingOwners = votingOwners
    self.yesArea = yesArea
    self.yesOwners = yesOwners
  }

  /// Whether no part is larger than its whole: votes beyond the register of owners are no votes.
  public var isSound: Bool {
    0 <= yesArea && yesArea <= votingArea && votingArea <= totalArea && 0 < totalArea && totalArea < 1 << 60
      && 0 <= yesOwners && yesOwners <= votingOwners && votingOwners <= totalOwners && 0 < totalOwners
      && totalOwners < 1 << 60
  }

  /// 应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决.
  public var hasQuorum: Bool {
    isSound && 3 * votingArea >= 2 * totalArea && 3 * votingOwners >= 2 * totalOwners
  }

  /// Quorum, and more than half of area and owners that took part; for raising the fund, rebuilding and a change of use
  /// (`special`) three quarters of both.
  public func passes(special: Bool) -> Bool {
    guard hasQuorum else { return false }
    return special
      ? 4 * yesArea >= 3 * votingArea && 4 * yesOwners >= 3 * votingOwners
      : 2 * yesArea > votingArea && 2 * yesOwners > votingOwners
  }
}
