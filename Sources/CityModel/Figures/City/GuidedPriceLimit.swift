/// A4: 制定相应等级的基准价和浮动幅度
/// Reading 28: a price is above the guided one when it is more than base × (1 + float), compared exactly. Parameters: none.
///
/// In fen and hundredths of a percent.
struct GuidedPriceLimit {
  /// The limit in ten-thousandths of a fen, exact.
  private let scaled: Int64

  init?(base: Int64?, float: Int64?) {
    guard let base, let float, base >= 0, float >= 0, float <= 1_000_000 else { return nil }
    let (scaled, overflow) = base.multipliedReportingOverflow(by: 10_000 + float)
    guard !overflow else { return nil }
    self.scaled = scaled
  }

  func isExceeded(by price: Int64) -> Bool {
    let (fee, overflow) = price.multipliedReportingOverflow(by: 10_000)
    return overflow ? price > 0 : fee > scaled
  }

  /// The highest price in whole fen that is not above the limit.
  var ceiling: Int64 { scaled / 10_000 }
}
