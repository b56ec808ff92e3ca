internal import LuaRuntime

/// Error objects, and errors in places of every kind.
extension Attack {
  package static let errors: [Attack] = [
    .init("error with nil", "error()", .refused(.runtime, "the error value is nil")),
    .init("error with a table", "error({code = 'C1', message = 'm'})", .refused(.runtime, "m")),
    .init("error with a table that is a cycle", "local t = {} t.t = t t.message = t error(t)", .refused(.runtime, "is a table")),
    .init("error with a function", "error(print)", .refused(.runtime, "a function")),
    .init("error with a boolean", "error(false)", .refused(.runtime, "a boolean")),
    .init("error with a number", "error(42)", .refused(.runtime, "a number")),
    .init("error with a huge string", "error(('x'):rep(250000))", .refused(.runtime, "xxx")),
    .init("error with invalid UTF-8", "error('\\xff\\xfe')", .refused(.runtime, "\u{FFFD}")),
    .init("error with zeros", "error('a\\0b')", .refused(.runtime, "a\0b")),
    .init("error at a level that is not there", "error('x', 100000)", .refused(.runtime, "x")),
    .init("error at a negative level", "error('x', -5)", .refused(.runtime, "x")),
    .init("error at the largest level", "error('x', math.maxinteger)", .refused(.runtime, "x")),
    .init("assert without a value", "assert()", .refused(.runtime, "value expected")),
    .init("assert with a table", "assert(false, {message = 'gone'})", .refused(.runtime, "gone")),
    .init("error in a comparator", "table.sort({1, 2}, function() error('deep') end)", .refused(.runtime, "deep")),
    .init("error in a replacement", "('a'):gsub('a', function() error('deep') end)", .refused(.runtime, "deep")),
    .init("error in an error handler", "local _, e = xpcall(error, function() error('x') end) return e ~= nil"),
    .init("calling nil", "local f f()", .refused(.runtime, "attempt to call a nil value")),
    .init("indexing nil", "local t t.x = 1", .refused(.runtime, "attempt to index a nil value")),
    .init("comparing unlike values", "return 1 < 'x'", .refused(.runtime, "attempt to compare")),
    .init("adding a table", "return 1 + {}", .refused(.runtime, "attempt to perform arithmetic")),
    .init("concatenating a function", "return 'a' .. print", .refused(.runtime, "attempt to concatenate")),
    .init("nil as a key", "local t = {} t[nil] = 1", .refused(.runtime, "index is nil")),
    .init("NaN as a key", "local t = {} t[0/0] = 1", .refused(.runtime, "index is NaN")),
    .init("next with a strange key", "return next({}, {})", .refused(.runtime, "cannot put keys in order")),
    .init("error message with format characters", "error('%s%n%d')", .refused(.runtime, "%s%n%d")),
  ]
}
