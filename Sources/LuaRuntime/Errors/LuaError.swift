/// Anything that goes wrong in or around a script.
///
/// The text is for a person: `message` has no position in it, `description` puts the place before it.
public struct LuaError: Error, Sendable {
  /// What kind of failure this is; the raw value is stable and meant for programs.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The source is not Lua, or is incomplete (see ``LuaError/isIncomplete``).
    public static let syntax = Code(rawValue: "syntax")
    /// The source is Lua, but not accepted: too long, `_ENV`, too deeply nested.
    public static let sourceRefused = Code(rawValue: "source-refused")
    /// The script raised an error, or the interpreter did on its behalf.
    public static let runtime = Code(rawValue: "runtime")
    /// The run took longer than ``Engine/Limits/time``.
    public static let timeLimit = Code(rawValue: "time-limit")
    /// The run needed more than ``Engine/Limits/memory``, or one string more than ``Engine/Limits/string``.
    public static let memoryLimit = Code(rawValue: "memory-limit")
    /// ``Canceller/cancel()`` was called.
    public static let cancelled = Code(rawValue: "cancelled")
    /// A host function failed; ``LuaError/underlying`` is its error.
    public static let host = Code(rawValue: "host")
    /// A host function was called with the wrong arguments.
    public static let argument = Code(rawValue: "argument")
    /// A value cannot be carried between Swift and Lua.
    public static let conversion = Code(rawValue: "conversion")
    /// The program uses the engine in a way it cannot be used.
    public static let misuse = Code(rawValue: "misuse")
    /// No engine, environment or function could be made.
    public static let setup = Code(rawValue: "setup")
  }

  /// A Lua function that was running.
  public struct Frame: Hashable, Sendable {
    public let chunk: String
    public let line: Int
    /// The function's name where the interpreter knows one.
    public let function: String?
  }

  public let code: Code
  /// Lower case, no full stop, help on a line of its own.
  public let message: String
  /// The chunk's name as given to `load`, shortened in front where it is long.
  public internal(set) var chunk: String?
  /// Counted from 1.
  public internal(set) var line: Int?
  /// Innermost first; functions of the host are left out.
  public internal(set) var traceback: [Frame] = []
  /// The error a host function threw, when nothing in the script caught it.
  public internal(set) var underlying: (any Error)?
  /// The string under `code` when the script raised a table.
  public internal(set) var scriptCode: String?
  /// The source ended where more was expected: a prompt asks for another line.
  public internal(set) var isIncomplete = false

  init(_ code: Code, _ message: String, underlying: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.underlying = underlying
  }
}

extension LuaError: CustomStringConvertible {
  public var description: String {
    guard let chunk, let line else { return message }
    return "\(chunk):\(line): \(message)"
  }
}
