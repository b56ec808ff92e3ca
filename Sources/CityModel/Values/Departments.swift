public import Columns

/// The departments that the policy text names, by the short words that records use.
public enum Departments {
  public static let words = Enumeration(
    "department",
    [
      .init("housing", "住建"), .init("urban management", "城管"), .init("police", "公安"),
      .init("market regulation", "市场监管"), .init("planning", "规划和自然资源"), .init("fire rescue", "消防救援"),
      .init("development and reform", "发改"), .init("approval", "行政审批"), .init("tax", "税务"),
      .init("street", "街道（乡镇）"), .init("other", "其他"),
    ])

  /// The departments that a text names, which separates them by `、`, `,` or `;`, in the order of ``words`` and each once.
  public static func named(in text: some StringProtocol) -> [String] {
    let parts = text.split { "、，,;； ".contains($0) }.compactMap { words.index(of: $0) }
    return Set(parts).sorted().map { words.values[$0].name }
  }
}
