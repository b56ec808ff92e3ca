extension FundAttempt {
  /// The entry of a party that is in effect on the day of the command: at the submission, at every step, at each payment. A
  /// refusal of the request is always possible.
  func blackEntry(of enterprise: String?) throws(Refusal) -> FundSlice.BlackEntry? {
    guard let enterprise, !enterprise.isEmpty, !isRefusal else { return nil }
    let scope = try read(ListParameters.blackScope)
    return slice.blackEntries.first {
      $0.enterprise == enterprise && $0.isInEffect(on: day) && (scope == .city || $0.county == submission.county)
    }
  }
}
