import Foundation

/// A system call that writes in a folder: which call, the how-manieth of its kind in the main thread, and to which file.
struct WritingPlace: Hashable, CustomStringConvertible {
  static let calls = "pwrite64,pwritev,write,writev,fdatasync,fsync,ftruncate,unlink,unlinkat,rename,renameat2,link,mkdir"

  var call: String
  var number: Int
  /// As one names it: the report's temporary file has another name each time.
  var file: String
  /// Places of one kind do the same to the same file.
  var kind: String { "\(call) \(file)" }
  var description: String { "\(call) \(number) of \(file)" }

  /// Those that `strace -qq -y` saw, without `-f`: the counts are the main thread's, which does all the writing.
  static func places(in trace: String, folder: String) -> [WritingPlace] {
    var counts: [Substring: Int] = [:]
    var places: [WritingPlace] = []
    for line in trace.split(separator: "\n") {
      guard let open = line.firstIndex(of: "("), line.first?.isLetter == true else { continue }
      let call = line[..<open]
      counts[call, default: 0] += 1
      guard let at = line.range(of: folder) else { continue }
      let name = line[at.upperBound...].drop { $0 == "/" }.prefix { !"<>\",)".contains($0) }
      let file = name.hasPrefix(".xize-part-") ? ".xize-part-…" : name.isEmpty ? "the folder" : String(name)
      places.append(WritingPlace(call: String(call), number: counts[call] ?? 0, file: file))
    }
    return places
  }

  /// The last of every kind, and others evenly between them up to `count`; in order. What is mapped into memory and thrown away
  /// (`-shm`) is left out.
  static func chosen(_ count: Int, of places: [WritingPlace]) -> [WritingPlace] {
    let places = places.filter { !$0.file.hasSuffix("-shm") }
    var chosen = Set(Dictionary(places.map { ($0.kind, $0) }, uniquingKeysWith: { $1 }).values)
    let others = places.filter { !chosen.contains($0) }
    let free = min(max(0, count - chosen.count), others.count)
    for index in 0..<free { chosen.insert(others[index * others.count / free]) }
    return places.filter(chosen.contains)
  }
}
