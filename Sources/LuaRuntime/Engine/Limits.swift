extension Engine {
  /// What a script may use. The defaults suit rules of a few hundred lines; every kill is then felt within milliseconds.
  public struct Limits: Sendable {
    /// Bytes that scripts may hold at a time, beyond what the engine and its libraries need themselves.
    public var memory: Int
    /// Bytes that a host function may go beyond `memory` while it runs.
    public var hostCredit: Int
    /// Bytes of the longest string. Copying one, or reading it as a number, cannot be interrupted.
    public var string: Int
    /// How long one call from Swift may take, nested calls included. `nil`: for ever.
    public var time: Duration?
    /// Bytes of the longest source.
    public var sourceBytes: Int
    /// Bytes that `print` may write in one call from Swift.
    public var output: Int
    /// Levels of tables within tables that are carried between Swift and Lua.
    public var depth: Int
    /// Values, counted through all levels, that are carried between Swift and Lua at a time; of a string, 64 bytes count as
    /// one.
    public var elements: Int

    public init(
      memory: Int = 64 << 20, hostCredit: Int = 64 << 20, string: Int = 256 << 10, time: Duration? = .seconds(10),
      sourceBytes: Int = 64 << 10, output: Int = 1 << 20, depth: Int = 64, elements: Int = 1 << 20
    ) {
      self.memory = memory
      self.hostCredit = hostCredit
      self.string = string
      self.time = time
      self.sourceBytes = sourceBytes
      self.output = output
      self.depth = depth
      self.elements = elements
    }
  }

  /// How a run is stopped.
  public enum KillSwitch: Sendable {
    /// A timer of the kernel signals the thread that runs the script. Costs nothing until it fires. Takes the last real-time
    /// signal that nobody in the process uses.
    case signal
    /// The interpreter looks at the clock after so many instructions. Costs from 2 % (at 10,000) to 90 % (at 1).
    case polling(instructions: Int)
  }

  /// Which language scripts get.
  public enum Profile: Sendable {
    /// The small language: allow-listed functions, bounded and deterministic.
    case restricted
    /// Lua's own libraries, `os` and `io` included. For measurements and for the official tests; never for somebody else's code.
    case unrestricted
  }
}

extension Duration {
  /// Whole nanoseconds, clamped to what 63 bits hold.
  var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    guard seconds < 9_000_000_000 else { return 9_000_000_000_000_000_000 }
    guard seconds >= 0 else { return 1 }
    return max(1, seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }

  var plainText: String {
    let milliseconds = nanoseconds / 1_000_000
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    let tenths = milliseconds / 100
    return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }
}
