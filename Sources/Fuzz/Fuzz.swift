internal import Fuzzing
internal import Glibc

/// libFuzzer's entry. The target is named by the environment: `FUZZ=loader`.
private let target = getenv("FUZZ").flatMap { unsafe FuzzTarget(rawValue: String(cString: $0)) } ?? .loader

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  let bytes = data.map { Array(UnsafeBufferPointer(start: $0, count: size)) } ?? []
  if let failure = target.check(bytes) {
    let text = "\(target.rawValue): \(failure)\ninput: \(String(decoding: bytes, as: UTF8.self))\n"
    _ = unsafe Array(text.utf8).withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
    abort()
  }
  return 0
}
