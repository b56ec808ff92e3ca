internal import CityModel

/// Why a file cannot be verified at all.
enum PacketError {
  static func unreadable(_ path: String, _ why: Bilingual) -> OfficeError {
    OfficeError(
      "packet-unreadable",
      Bilingual(
        zh: "`\(path)` 不是证据包：\(why.zh)\n提示：证据包由 `xize packet` 写出", en: "`\(path)` is no evidence packet: \(why.en)\nhelp: `xize packet` writes them"))
  }

  static func version(_ found: String) -> OfficeError {
    OfficeError(
      "packet-version",
      Bilingual(
        zh: "不认识证据包的版本 `\(found)`，本程序读第 \(Packet.version) 版\n提示：请用写出它的版本核对",
        en: "unknown packet version `\(found)`; this program reads version \(Packet.version)\nhelp: verify it with the release that wrote it"))
  }

  static func tooLarge(_ bytes: Int) -> OfficeError {
    OfficeError(
      "packet-too-large",
      Bilingual(
        zh: "证据包 \(bytes) 字节，超过 \(Packet.limit) 字节的上限", en: "the packet has \(bytes) bytes, more than the limit of \(Packet.limit)"))
  }

  static func shape(_ place: String) -> OfficeError {
    OfficeError(
      "packet-shape",
      Bilingual(zh: "证据包的 `\(place)` 不合格式，无法核对", en: "`\(place)` of the packet is not as it should be: it cannot be verified"))
  }
}
