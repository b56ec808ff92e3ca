internal import CityModel
public import Register

/// The evidence packet of a decision: notice, defence, rules, parameters, rows and figure in one file whose bytes are canonical,
/// and which holds all that the figure is computed from (D9, D11).
public struct Packet: Sendable, Hashable {
  /// The version of the format.
  public static let version: Int64 = 1
  /// Bytes beyond which a file is not read.
  public static let limit = 64 << 20

  /// Everything but the digest.
  public private(set) var members: [String: JSONValue]

  init(_ members: [String: JSONValue]) { self.members = members }

  /// Of all the rest, in canonical form.
  public var sha256: String { ScriptFolder.hash(Array(JSONValue.object(members).description.utf8)) }

  /// The file.
  public var text: String {
    var all = members
    all["sha256"] = .text(sha256)
    return JSONValue.object(all).description + "\n"
  }

  /// Reads a file.
  ///
  /// - Parameter path: for messages.
  /// - Returns: the packet, and whether it is as it was written, to the byte.
  /// - Throws: ``OfficeError``: `packet-unreadable`, `packet-version`, `packet-too-large`.
  public static func read(_ bytes: [UInt8], path: String) throws(OfficeError) -> (packet: Packet, isIntact: Bool) {
    guard bytes.count <= limit else { throw PacketError.tooLarge(bytes.count) }
    guard let text = String(validating: bytes, as: UTF8.self), case .object(var members)? = JSONValue(parsing: text) else {
      throw PacketError.unreadable(path, .init(zh: "不是完整的 JSON", en: "not a whole JSON value"))
    }
    guard members["format"]?.text == "xize-packet" else {
      throw PacketError.unreadable(path, .init(zh: "没有证据包的标记", en: "it does not say that it is one"))
    }
    guard members["version"]?.number == version else { throw PacketError.version(members["version"].map { "\($0)" } ?? "") }
    let said = members.removeValue(forKey: "sha256")?.text
    let packet = Packet(members)
    return (packet, said == packet.sha256 && Array(packet.text.utf8) == bytes)
  }
}
