extension Verdicts {
  /// Yes for these rows, and no for every other; a row beyond the count is none.
  public init(yes rows: some Sequence<UInt32>, count: Int) {
    self.init(count: max(0, count)) { out in
      for row in 0..<max(0, count) { out[row] = Verdict.no.rawValue }
      for row in rows where row < count { out[Int(row)] = Verdict.yes.rawValue }
    }
  }
}
