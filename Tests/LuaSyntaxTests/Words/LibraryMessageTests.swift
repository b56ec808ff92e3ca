import LuaSyntax
import Testing

@Suite("Messages of the Lua library")
struct LibraryMessageTests {
  @Test(
    "Said so that the author of a script understands them",
    arguments: [
      ("attempt to index a nil value (local 'x')", "wrong-type", "`x` 是空值，没有字段", "`x` is nil and has no fields"),
      (
        "attempt to index a number value (field '数')", "wrong-type", "`数` 是数字，没有字段", "`数` is a number and has no fields"
      ),
      ("attempt to index a nil value", "wrong-type", "这个值是空值，没有字段", "this value is nil and has no fields"),
      ("attempt to call a nil value (method 'cuont')", "wrong-type", "没有方法 `cuont`", "there is no method `cuont`"),
      (
        "attempt to call a table value (global 'f')", "wrong-type", "`f` 是表，不能调用", "`f` is a table and cannot be called"
      ),
      (
        "attempt to call a nil value (for iterator 'for iterator')", "wrong-type", "`for … in` 的循环对象是空值，不能调用",
        "what the loop goes over is nil and cannot be called"
      ),
      (
        "attempt to perform arithmetic on a nil value (upvalue 'n')", "wrong-type", "`n` 是空值，不能计算",
        "`n` is nil and cannot be calculated with"
      ),
      (
        "attempt to concatenate a boolean value (local 'b')", "wrong-type", "`b` 是“是/否”，不能用 `..` 连接",
        "`b` is true or false and cannot be joined with `..`"
      ),
      ("attempt to compare two table values", "wrong-type", "两个表不能比较大小", "two values of type table have no order"),
      ("attempt to compare number with nil", "wrong-type", "数字与空值不能比较大小", "a number cannot be compared with nil"),
      (
        "attempt to compare money with number", "wrong-type", "`money`与数字不能比较大小",
        "`money` cannot be compared with a number"
      ),
      (
        "bad argument #1 to 'insert' (table expected, got nil)", "wrong-type", "`insert` 的第 1 个参数应为表，这里却是空值",
        "argument 1 of `insert` must be a table, not nil"
      ),
      (
        "bad argument #2 to 'rep' (number has no integer representation)", "wrong-type",
        "`rep` 的第 2 个参数不是整数",
        "argument 2 of `rep` is not a whole number"
      ),
      (
        "bad 'for' limit (number expected, got nil)", "wrong-type", "循环的终值应为数字，这里却是空值",
        "the last value of the loop must be a number, not nil"
      ),
      ("number has no integer representation", "bad-number", "这个数不是整数", "this number is not a whole number"),
      ("attempt to perform 'n//0'", "bad-number", "整除的除数是零", "division by zero"),
      (
        "stack overflow (message handler)", "out-of-bounds", "函数调用的层数太多", "too many functions call one another"
      ),
      ("not enough memory", "out-of-bounds", "脚本用的内存超过限额", "the script needs more memory than it may have"),
    ])
  func known(message: String, code: String, chinese: String, english: String) {
    let known = LibraryMessage(message)
    #expect(known?.code.rawValue == code)
    #expect(known?.wording == Wording(chinese: chinese, english: english))
  }

  @Test(
    "What a script says itself is left alone",
    arguments: [
      "", "no such estate", "attempt to index", "attempt to index a nil value (what is this", "bad argument #1 to",
    ])
  func unknown(message: String) { #expect(LibraryMessage(message) == nil) }
}
