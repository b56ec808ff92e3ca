/// The two forms of an Open311 document.
public enum Open311Form: String, Sendable, CaseIterable {
  case json, xml

  /// The form by the first byte that is no space.
  init(of bytes: [UInt8]) {
    let spaces: Set<UInt8> = [0x20, 0x0A, 0x0D, 0x09, 0xEF, 0xBB, 0xBF]
    self = bytes.first { !spaces.contains($0) } == UInt8(ascii: "<") ? .xml : .json
  }
}

/// Is given one request after the other, with its place in the document.
typealias Open311Sink = (_ request: Open311Value, _ range: Range<Int>) throws(Open311Fault) -> Void

/// A document of service requests (GeoReport v2, GET requests).
enum Open311Document {
  /// Names under which servers list requests.
  static let lists: Set<String> = ["service_requests", "requests"]
  static let items: Set<String> = ["request", "service_request"]

  /// Reads a list of requests, or one request that stands alone.
  static func read(_ bytes: [UInt8], form: Open311Form, sink: Open311Sink) throws(Open311Fault) {
    try withoutActuallyEscaping(sink) { (sink) throws(Open311Fault) in
      switch form {
      case .json:
        let value = try Open311JSON.read(bytes, sink: sink)
        if value["service_request_id"] != nil { return try sink(value, 0..<bytes.count) }
        switch value {
        case .list: return
        case .fields(let fields) where fields.contains(where: { lists.contains($0.name) }): return
        default: throw noRequests
        }
      case .xml:
        let (name, value) = try Open311XML.read(bytes, sink: sink)
        if lists.contains(name) {
          if case .fields = value { throw noRequests }
          return
        }
        guard items.contains(name) else { throw noRequests }
        try sink(value, 0..<bytes.count)
      }
    }
  }

  private static var noRequests: Open311Fault {
    Open311Fault("open311-no-requests", "no list of service requests", "不是工单列表", at: 0)
  }
}
