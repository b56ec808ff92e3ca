internal import Columns

/// A6: 业主共有部分经营收益收支情况
/// Reading: 如实 means that income less cost is the surplus, to the fen. Parameters: none.
extension CityInvariant {
  static let statementDoesNotBalance = CityInvariant(
    "statement-does-not-balance", "A6, Civil Code 282", on: CommonRevenueStatement.schema, zh: "收入减支出须等于结余", en: "income less cost is the surplus"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let income = changed.row.money(CommonRevenueStatement.income), let cost = changed.row.money(CommonRevenueStatement.cost),
      let surplus = changed.row.money(CommonRevenueStatement.surplus)
    else { return nil }
    guard income >= .zero, cost >= .zero, income.subtracting(cost) == surplus else {
      return Bilingual(zh: "收入\(income)元减支出\(cost)元不等于结余\(surplus)元", en: "\(income) less \(cost) is not \(surplus)")
    }
    return nil
  }
}
