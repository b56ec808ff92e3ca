import Columns

/// A small deterministic generator (SplitMix64), so that a failing case can be run again.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Orders that refer to shops: enough of every type of column.
struct Shops: Dataset {
  static let colours = Enumeration("colour", [.init("red", "红"), .init("green", "绿"), .init("blue", "蓝")])
  static let shopSchema = TableSchema(
    name: "shop", plural: "shops", chinese: "店", meaning: "", source: "", key: "name",
    fields: [Field("name", "名", .text, ""), Field("large", "大", .flag, "")])
  static let orderSchema = TableSchema(
    name: "order", plural: "orders", chinese: "单", meaning: "", source: "", key: "amount",
    fields: [
      Field("shop", "店", .reference("shop"), ""), Field("amount", "额", .integer, ""), Field("colour", "色", .enumeration(colours), ""),
      Field("paid", "付", .flag, ""), Field("on", "日", .day, ""),
    ])

  let shops: Table
  let orders: Table

  func table(_ name: String) -> Table? { name == "shop" ? shops : name == "order" ? orders : nil }

  init(orders count: Int, seed: UInt64) {
    var dice = Dice(state: seed)
    let shopCount = 7
    shops = Table(
      Shops.shopSchema, count: shopCount,
      columns: [
        .codes(ColumnBuffer((0..<UInt32(shopCount)).map { $0 }), TextDictionary((0..<shopCount).map { "shop\($0)" })),
        .flags(ColumnBuffer((0..<shopCount).map { _ in UInt8.random(in: 0...2, using: &dice) })),
      ])
    func maybe<T>(_ value: T, _ missing: T) -> T { UInt8.random(in: 0..<5, using: &dice) == 0 ? missing : value }
    orders = Table(
      Shops.orderSchema, count: count,
      columns: [
        .rows(ColumnBuffer((0..<count).map { _ in maybe(UInt32.random(in: 0..<UInt32(shopCount), using: &dice), Missing.code) })),
        .int64(ColumnBuffer((0..<count).map { _ in maybe(Int64.random(in: -9...9, using: &dice), Missing.int64) })),
        .codes(
          ColumnBuffer((0..<count).map { _ in maybe(UInt32.random(in: 0..<3, using: &dice), Missing.code) }),
          TextDictionary(Shops.colours.dictionary)),
        .flags(ColumnBuffer((0..<count).map { _ in UInt8.random(in: 0...2, using: &dice) })),
        .int32(ColumnBuffer((0..<count).map { _ in maybe(Int32.random(in: 0...20, using: &dice), Missing.int32) })),
      ])
  }
}
