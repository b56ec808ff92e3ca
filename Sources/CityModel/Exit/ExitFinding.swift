public import Columns

/// The outcome of the exit test for one enterprise in one county, A8.
public struct ExitFinding: Sendable, Hashable {
  /// One condition of the sentence.
  public struct Limb: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// 投诉问题属实且投诉举报超过20次（同一投诉举报人不重复计算）.
      case complainants
      /// 拒不整改.
      case refusal
      /// 客户满意度不足50%.
      case satisfaction
    }

    public var kind: Kind
    /// `unknown` where too few people answered; such a limb is not met.
    public var verdict: Verdict
    /// Complainants; orders refused; satisfied answers.
    public var part: Int
    /// The threshold to exceed; the orders looked at; all answers.
    public var whole: Int
    public var readings: [Reading]
    public var evidence: [Evidence]
    public var sentence: Bilingual
  }

  /// Row of the enterprise.
  public var enterprise: Int
  /// Row of the county; `nil` when the parameter asks for the whole city.
  public var county: Int?
  /// The days whose complaints are counted, by acceptance.
  public var window: ClosedRange<Day>
  /// Substantiated complaints by nobody known, which are shown and by default not counted.
  public var anonymous: Int
  public var limbs: [Limb]
  /// Whether the county department and the street together are to start the exit procedure.
  public var isTriggered: Bool
  /// What joined the limbs.
  public var readings: [Reading]

  public func limb(_ kind: Limb.Kind) -> Limb? { limbs.first { $0.kind == kind } }

  /// Different complainants with substantiated complaints.
  public var complainants: Int { limb(.complainants)?.part ?? 0 }
}
