internal import CLua

/// A function of Swift's that scripts can call.
///
/// ```swift
/// HostFunction("add") { call in try call.return(call.integer(1) + call.integer(2)) }
/// ```
/// What the body throws becomes an error in the script, with the script's file and line; if nothing catches it there, the
/// caller of the run gets it back as ``LuaError/underlying``.
public final class HostFunction {
  public typealias Body = (inout Call) throws -> Void

  /// What messages call it.
  public let name: String
  let body: Body

  public init(_ name: String, body: @escaping Body) {
    self.name = name
    self.body = body
  }
}

/// A body and the engine it is registered with: what C holds as its context. It lives as long as the engine.
@safe final class HostBox {
  let body: HostFunction.Body
  unowned(unsafe) let engine: Engine
  var raw: OpaquePointer?

  init(body: @escaping HostFunction.Body, engine: Engine) {
    self.body = body
    unsafe self.engine = engine
    unsafe raw = nil
  }
}

extension Engine {
  /// The function as a value: for globals, tables, results. It lives as long as the engine, so register a function once;
  /// for a function with values of its own see ``Call/return(_:bound:)``.
  public func function(_ function: HostFunction) throws(LuaError) -> LuaValue {
    let top = unsafe xl_top(state)
    defer { unsafe xl_set_top(state, top) }
    guard unsafe xl_push_host(state, box(for: function).raw, 0) else { throw memoryError() }
    return .function(try takeFunction())
  }

  public func function(_ name: String, body: @escaping HostFunction.Body) throws(LuaError) -> LuaValue {
    try function(HostFunction(name, body: body))
  }

  func box(for function: HostFunction) -> HostBox {
    let key = ObjectIdentifier(function)
    if let box = boxOf[key] { return box }
    let box = box(function.name, receiver: 0, function.body)
    boxOf[key] = box
    kept.append(function)
    return box
  }

  func box(_ name: String, receiver: UInt8, _ body: @escaping HostFunction.Body) -> HostBox {
    let box = newBox(name, receiver: receiver, body)
    boxes.append(box)
    return box
  }

  /// One that takes the place of another, which C then no longer knows. The caller keeps it.
  func box(_ name: String, replacing old: HostBox?, _ body: @escaping HostFunction.Body) -> HostBox {
    guard let old else { return newBox(name, receiver: 0, body) }
    let box = HostBox(body: body, engine: self)
    unsafe box.raw = unsafe old.raw
    unsafe xl_host_rebind(box.raw, Unmanaged.passUnretained(box).toOpaque())
    retired.append(old)
    return box
  }

  private func newBox(_ name: String, receiver: UInt8, _ body: @escaping HostFunction.Body) -> HostBox {
    let box = HostBox(body: body, engine: self)
    unsafe box.raw = unsafe xl_host_new(
      state, name, UInt32(receiver), { unsafe invoke($0, $1) }, Unmanaged.passUnretained(box).toOpaque())
    return box
  }

  /// Bytes: with a position before it, the text still fits where C keeps it.
  private static let longestError = 3900

  /// Leaves an error for the trampoline to raise, and remembers which Swift error it was.
  func fail(_ call: UnsafeMutablePointer<xl_call>, with error: any Error) {
    var text: String
    var positioned = true
    if let error = error as? LuaError {
      positioned = error.chunk == nil
      text = error.description
    } else {
      text = String(describing: error)
    }
    // An error without words would be found again in every other one; a long one is cut where the message will be cut.
    if text.isEmpty { text = "an error of the host's without a text" }
    if text.utf8.count > Self.longestError { text = String(text.prefix(Self.longestError / 4)) }
    while text.utf8.count > Self.longestError { text.removeLast() }
    if hostErrors.count >= 64 { hostErrors.removeFirst(32) }
    hostErrors.append((text, error))
    unsafe withBytes(text) { unsafe xl_call_fail(call, $0, $1, positioned) }
  }
}

/// What C calls.
private func invoke(_ context: UnsafeMutableRawPointer?, _ raw: UnsafeMutablePointer<xl_call>?) -> Int32 {
  guard let context = unsafe context, let raw = unsafe raw else { return -1 }
  return unsafe Unmanaged<HostBox>.fromOpaque(context)._withUnsafeGuaranteedRef { box in
    var call = unsafe Call(raw: raw, engine: box.engine)
    do {
      try box.body(&call)
      return unsafe raw.pointee.results
    } catch {
      unsafe box.engine.fail(raw, with: error)
      return -1
    }
  }
}
