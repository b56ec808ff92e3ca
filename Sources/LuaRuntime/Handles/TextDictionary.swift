/// The texts that a column's codes stand for. A text becomes a Lua string when a script first sees it, and stays one.
///
/// Fields that share a dictionary share the strings.
@safe public final class TextDictionary {
  /// Text `i` is `bytes[offsets[i]..<offsets[i + 1]]`.
  let bytes: UnsafePointer<CChar>
  let offsets: UnsafePointer<UInt32>
  public let count: Int
  private let owner: AnyObject?
  private let ownsStorage: Bool

  /// Copies the texts.
  ///
  /// - Precondition: none; texts beyond 4 GB in sum are left empty.
  public init(_ texts: some Collection<String>) {
    let total = texts.reduce(0) { $0 + $1.utf8.count }
    let bytes = UnsafeMutablePointer<CChar>.allocate(capacity: max(1, total))
    let offsets = UnsafeMutablePointer<UInt32>.allocate(capacity: texts.count + 1)
    var at = 0
    var index = 0
    unsafe offsets[0] = 0
    for text in texts {
      if at + text.utf8.count <= Int(UInt32.max) {
        for byte in text.utf8 {
          unsafe bytes[at] = CChar(bitPattern: byte)
          at += 1
        }
      }
      index += 1
      unsafe offsets[index] = UInt32(at)
    }
    unsafe self.bytes = UnsafePointer(bytes)
    unsafe self.offsets = UnsafePointer(offsets)
    count = texts.count
    owner = nil
    ownsStorage = true
  }

  /// Uses storage that `owner` keeps alive and unchanged.
  ///
  /// - Parameter offsets: `count + 1` ascending places in `bytes`.
  @unsafe public init(bytes: UnsafePointer<CChar>, offsets: UnsafePointer<UInt32>, count: Int, owner: AnyObject) {
    unsafe self.bytes = bytes
    unsafe self.offsets = offsets
    self.count = count
    self.owner = owner
    ownsStorage = false
  }

  deinit {
    guard ownsStorage else { return }
    unsafe bytes.deallocate()
    unsafe offsets.deallocate()
  }
}
