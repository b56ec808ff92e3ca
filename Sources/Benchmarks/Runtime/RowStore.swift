internal import LuaRuntime

/// Columns of made-up complaints: what a field's storage points to.
final class RowStore {
  let rows: Int
  let projects: Int
  let integers: [UnsafeMutablePointer<Int32>]
  let moments: [UnsafeMutablePointer<Int64>]
  let codes: [UnsafeMutablePointer<UInt32>]
  let bits: UnsafeMutablePointer<UInt64>
  let references: UnsafeMutablePointer<UInt32>
  let texts = TextDictionary(["lift", "water", "noise", "parking", "fees", "open", "closed", "substantiated"])

  init(rows: Int) {
    self.rows = rows
    projects = max(1, rows / 100)
    var state: UInt64 = 1
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func column<T>(_ value: () -> T) -> UnsafeMutablePointer<T> {
      let column = UnsafeMutablePointer<T>.allocate(capacity: rows)
      for row in 0..<rows { column[row] = value() }
      return column
    }
    integers = (0..<4).map { _ in column { Int32(next(below: 1000)) } }
    moments = (0..<3).map { _ in column { Int64(1_700_000_000 + next(below: 100_000_000)) } }
    codes = (0..<3).map { _ in column { UInt32(next(below: 8)) } }
    bits = .allocate(capacity: rows / 64 + 1)
    for word in 0...rows / 64 { bits[word] = UInt64(next(below: 1 << 30)) << 32 | UInt64(next(below: 1 << 30)) }
    let projects = projects
    references = column { UInt32(next(below: projects)) }
  }

  deinit {
    for column in integers { column.deallocate() }
    for column in moments { column.deallocate() }
    for column in codes { column.deallocate() }
    bits.deallocate()
    references.deallocate()
  }
}
