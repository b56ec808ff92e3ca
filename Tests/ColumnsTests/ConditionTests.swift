import Columns
import Testing

@Suite("conditions over columns")
struct ConditionTests {
  /// The same logic once more, a row at a time, from the definition of Kleene's tables.
  static func judge(_ condition: Condition, _ row: Int, _ table: Table, _ data: Shops) throws -> Bool? {
    switch condition {
    case .all(let parts):
      let values = try parts.map { try judge($0, row, table, data) }
      if values.contains(false) { return false }
      return values.contains(nil) ? nil : true
    case .any(let parts):
      let values = try parts.map { try judge($0, row, table, data) }
      if values.contains(true) { return true }
      return values.contains(nil) ? nil : false
    case .related(let name, let inner):
      guard let at = try table.column(name).reference(row) else { return nil }
      return try judge(inner, at, data.shops, data)
    case .months:
      // The months of a duty are tested where duties are.
      return nil
    case .field(let name, let test):
      let column = try table.column(name)
      if case .exists(let wanted) = test { return column.isMissing(row) != wanted }
      if column.isMissing(row) { return nil }
      let value: FieldValue =
        if let text = column.text(row) { .text(text) } else if let flag = column.flag(row) { .flag(flag) }
        else if let at = column.reference(row) { .row(UInt32(at)) } else { .number(column.integer(row) ?? 0) }
      func number() -> Int64 { if case .number(let n) = value { n } else { 0 } }
      switch test {
      case .equals(let other): return value == other
      case .differs(let other): return value != other
      case .lessThan(let bound): return number() < bound
      case .atMost(let bound): return number() <= bound
      case .moreThan(let bound): return number() > bound
      case .atLeast(let bound): return number() >= bound
      case .between(let low, let high): return (low...high).contains(number())
      case .withinLast(_, let from, let to): return (from...to).contains(number())
      case .oneOf(let values): return values.contains(value)
      case .notOneOf(let values): return !values.contains(value)
      case .exists: return nil
      }
    }
  }

  static func random(_ dice: inout Dice, depth: Int) -> Condition {
    switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &dice) {
    case 0:
      let n = Int64.random(in: -9...9, using: &dice)
      return .field("amount", [.lessThan(n), .atMost(n), .moreThan(n), .atLeast(n), .equals(.number(n)), .between(-3, max(-3, n)), .withinLast(TimeSpan(9, .seconds), from: -5, to: max(-5, n))].randomElement(using: &dice) ?? .exists(true))
    case 1: return .field("colour", [.equals(.text("red")), .differs(.text("green")), .equals(.text("no such"))].randomElement(using: &dice) ?? .exists(true))
    case 2: return .field("colour", [.oneOf([.text("red"), .text("blue")]), .notOneOf([.text("blue"), .text("nowhere")])].randomElement(using: &dice) ?? .exists(true))
    case 3: return .field("paid", Bool.random(using: &dice) ? .equals(.flag(true)) : .differs(.flag(true)))
    case 4: return .field(["shop", "amount", "colour", "paid", "on"].randomElement(using: &dice) ?? "on", .exists(Bool.random(using: &dice)))
    case 5: return .field("on", [.oneOf([.number(3), .number(700)]), .lessThan(10), .moreThan(.max), .atLeast(.min)].randomElement(using: &dice) ?? .exists(true))
    case 6: return .all((0..<Int.random(in: 0...3, using: &dice)).map { _ in random(&dice, depth: depth - 1) })
    case 7: return .any((0..<Int.random(in: 0...3, using: &dice)).map { _ in random(&dice, depth: depth - 1) })
    default: return .related("shop", .field("large", .equals(.flag(Bool.random(using: &dice)))))
    }
  }

  @Test("column passes agree with the logic a row at a time, on 400 random conditions", arguments: [UInt64(1), 2, 3, 4])
  func agreesWithRows(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let data = Shops(orders: 131, seed: seed)
    for _ in 0..<100 {
      let condition = Self.random(&dice, depth: 3)
      let verdicts = try condition.verdicts(over: data.orders, in: data)
      for row in 0..<data.orders.count {
        let expected = try Self.judge(condition, row, data.orders, data)
        #expect(verdicts[row] == (expected.map(Verdict.init) ?? .unknown), "\(condition), row \(row)")
      }
      #expect(verdicts.rows(.yes).count == verdicts.count(of: .yes))
      #expect(verdicts.count(of: .yes) + verdicts.count(of: .no) + verdicts.count(of: .unknown) == data.orders.count)
    }
  }

  @Test("an unknown field, a relation that leads nowhere and a wrong type are errors that name the field")
  func errors() throws {
    let data = Shops(orders: 3, seed: 1)
    func code(_ condition: Condition) -> (ColumnError.Code, String)? {
      do throws(ColumnError) { _ = try condition.verdicts(over: data.orders, in: data) } catch { return (error.code, error.field) }
      return nil
    }
    #expect(try #require(code(.field("colr", .exists(true)))) == (.unknownField, "colr"))
    #expect(try #require(code(.related("amount", .always))) == (.wrongType, "amount"))
    #expect(try #require(code(.related("shop", .field("size", .exists(true))))) == (.unknownField, "size"))
    #expect(try #require(code(.field("amount", .equals(.text("7"))))) == (.wrongType, "amount"))
    #expect(try #require(code(.field("colour", .lessThan(1)))) == (.wrongType, "colour"))
  }
}
