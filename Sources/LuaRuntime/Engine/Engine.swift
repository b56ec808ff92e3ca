internal import CLua

/// A Lua interpreter in which somebody else's code may run.
///
/// An engine belongs to one thread at a time: it is not `Sendable`. Only its ``canceller`` may be used from elsewhere.
///
/// ```swift
/// let engine = try Engine(limits: .init(memory: 16 << 20, time: .milliseconds(200)))
/// let script = try engine.load("return 6 * 7", name: "answer", into: engine.makeEnvironment())
/// print(try engine.call(script))  // [.integer(42)]
/// ```
@safe public final class Engine {
  public let limits: Limits
  public let profile: Profile
  let state: OpaquePointer
  let releases = ReleaseQueue()
  private let context: Context

  /// Errors that host functions threw in this run, with the text they became in the script.
  var hostErrors: [(text: String, error: any Error)] = []
  /// What the fields' storage belongs to, and the functions that C knows by address.
  var boxes: [HostBox] = []
  var kept: [HostFunction] = []
  /// Boxes that others have replaced, perhaps while their function was running: let go of between runs.
  var retired: [HostBox] = []
  var boxOf: [ObjectIdentifier: HostBox] = [:]
  var records: [UInt8: RecordStore] = [:]
  /// By the kind's number: how its rows are counted, while nobody has.
  var uncounted = [(() throws -> Int)?](repeating: nil, count: 256)
  var dictionaries: [ObjectIdentifier: (TextDictionary, UInt32)] = [:]

  /// Receives what `print` writes, line feeds included. Without it, output is dropped.
  public var print: ((String) -> Void)? {
    get { context.print }
    set { context.print = newValue }
  }

  /// Makes an engine with no code in it (well under a millisecond).
  ///
  /// - Throws: `setup` when there is no memory for it.
  public init(limits: Limits = Limits(), killSwitch: KillSwitch = .signal, profile: Profile = .restricted) throws(LuaError) {
    self.limits = limits
    self.profile = profile
    let context = Context()
    var config = unsafe xl_config()
    unsafe config.memory = max(0, limits.memory)
    unsafe config.host_credit = max(0, limits.hostCredit)
    unsafe config.max_string = max(0, limits.string)
    unsafe config.time = limits.time?.nanoseconds ?? 0
    unsafe config.output = max(0, limits.output)
    unsafe config.unrestricted = profile == .unrestricted ? 1 : 0
    if case .polling(let instructions) = killSwitch {
      unsafe config.polling = Int32(clamping: max(1, instructions))
    }
    unsafe config.stack = Self.stackNeeded
    unsafe config.context = Unmanaged.passUnretained(context).toOpaque()
    unsafe config.resolve = { context, call, kind, member in
      guard let context = unsafe context, let call = unsafe call else { return -1 }
      return unsafe Unmanaged<Context>.fromOpaque(context)._withUnsafeGuaranteedRef {
        unsafe $0.engine?.resolve(call, kind: kind, member: member) ?? -1
      }
    }
    unsafe config.print = { context, bytes, length in
      guard let context = unsafe context, let bytes = unsafe bytes else { return }
      unsafe Unmanaged<Context>.fromOpaque(context)._withUnsafeGuaranteedRef {
        guard let print = $0.print else { return }
        print(unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self))
      }
    }
    guard let state = unsafe xl_engine_new(&config) else {
      throw LuaError(.setup, "no memory for an engine")
    }
    unsafe self.state = state
    self.context = context
    context.engine = self
  }

  deinit { unsafe xl_engine_free(state) }

  /// C stack that a run may need: 200 nested C calls and what host functions do in between. A caller with less below it is
  /// served on a thread of its own, with 8 MB.
  static let stackNeeded = 1 << 20

  /// Stops a run from another thread.
  public var canceller: Canceller { unsafe Canceller(retained: xl_canceller_of(state)) }

  /// Bytes that Lua holds now, the engine's own included.
  public var memoryUsed: Int { unsafe xl_memory_used(state) }

  /// A full collection of garbage.
  public func collectGarbage() {
    releaseWaiting()
    unsafe xl_collect(state)
  }

  /// True while a run is being stopped: a host function that takes long should look now and then, and return.
  public var isStopping: Bool { unsafe xl_kill_reason(state) != XL_RUNNING }

  func releaseWaiting() {
    for (reference, cost) in releases.drain() {
      unsafe xl_release(state, reference)
      if cost > 0 { unsafe xl_setup_undo(state, cost) }
    }
  }

  /// What C calls back with: it must not keep the engine alive.
  final class Context {
    weak var engine: Engine?
    var print: ((String) -> Void)?
  }
}
