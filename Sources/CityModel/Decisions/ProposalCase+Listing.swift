extension ProposalCase {
  /// Number of the case that its notice opens, of its entry, and of any other row that its acceptance makes.
  public var listing: String { "TQ-\(number)" }

  /// The proposal of such a number, `TQ-2`; `nil` for a case of another origin.
  public static func number(ofListing key: String) -> Int64? { key.hasPrefix("TQ-") ? Int64(key.dropFirst(3)) : nil }
}
