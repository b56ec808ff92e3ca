internal import CLua

extension Engine {
  func memoryError() -> LuaError {
    LuaError(.memoryLimit, "more than \(limits.memory) bytes of memory, or a string of more than \(limits.string)")
  }

  /// The error C has kept, as Swift sees it.
  func failure(_ status: Int32, chunk: String?) -> LuaError {
    var length = 0
    let bytes = unsafe xl_error_message(state, &length)
    var text = unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
    let raised = text
    let frames = self.frames()
    var chunkName = frames.first?.chunk
    var line = frames.first?.line
    let candidates = frames.map(\.chunk) + (chunk.map { [shortened($0)] } ?? [])
    if let (name, number, rest) = position(in: text, among: candidates) {
      (chunkName, line, text) = (name, number, rest)
    }
    var error: LuaError
    var within: [LuaError.Frame] = []
    switch Int(status) {
    case XL_ERROR_SYNTAX:
      error = LuaError(.syntax, text)
      error.isIncomplete = text.hasSuffix("near <eof>")
    case XL_ERROR_REFUSED: error = LuaError(.sourceRefused, text)
    case XL_ERROR_TIME: error = LuaError(.timeLimit, "the run took longer than \(limits.time?.plainText ?? "allowed")")
    case XL_ERROR_CANCEL: error = LuaError(.cancelled, "the run was cancelled")
    case XL_ERROR_MEMORY: error = memoryError()
    default:
      if let original = hostErrors.last(where: { raised.hasSuffix($0.text) })?.error {
        if let inner = original as? LuaError {
          error = LuaError(inner.code, inner.message)
          error.underlying = inner.underlying
          // A script's function that the host had called: its frames come first. (In the same engine, these are among them.)
          within = inner.traceback
          if let place = inner.chunk { (chunkName, line) = (place, inner.line) }
        } else {
          error = LuaError(.host, text)
          error.underlying = original
        }
      } else {
        error = LuaError(.runtime, text)
      }
      let code = unsafe xl_error_code(state, &length)
      if length > 0 {
        error.scriptCode = unsafe String(decoding: UnsafeRawBufferPointer(start: code, count: length), as: UTF8.self)
      }
    }
    error.chunk = chunkName
    error.line = line
    if status != XL_ERROR_SYNTAX { error.traceback = within.suffix(frames.count) == frames[...] ? within : within + frames }
    return error
  }

  private func frames() -> [LuaError.Frame] {
    var pointer: UnsafePointer<xl_frame>?
    let count = unsafe xl_error_frames(state, &pointer)
    return unsafe UnsafeBufferPointer(start: pointer, count: Int(count)).map { frame in
      var frame = frame
      let name = text(&frame.name)
      return LuaError.Frame(
        chunk: text(&frame.source), line: Int(frame.line), function: name.isEmpty || name == "?" ? nil : name)
    }
  }

  private func text<Tuple>(_ field: inout Tuple) -> String {
    unsafe withUnsafeBytes(of: &field) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// Lua shortens a long chunk name to its last 56 bytes with dots before them.
  private func shortened(_ name: String) -> String {
    let bytes = Array(name.utf8)
    return bytes.count < 60 ? name : "..." + String(decoding: bytes.suffix(56), as: UTF8.self)
  }

  /// Takes "chunk:12: " off the front of a message.
  private func position(in text: String, among chunks: [String]) -> (String, Int, String)? {
    for chunk in chunks where text.hasPrefix(chunk + ":") {
      let rest = text.dropFirst(chunk.count + 1)
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let line = Int(digits), rest.dropFirst(digits.count).hasPrefix(": ") else { continue }
      return (chunk, line, String(rest.dropFirst(digits.count + 2)))
    }
    return nil
  }
}
