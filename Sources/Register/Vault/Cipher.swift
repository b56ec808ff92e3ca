internal import CCrypto

/// OpenSSL's ciphers as this module uses them.
enum Cipher {
  /// Nonce and tag.
  static let overhead = xize_nonce_size + xize_tag_size

  /// AES-256-GCM under a random nonce: nonce, ciphertext, tag. `nil` when the library refuses, or the text passes 2 GB.
  ///
  /// - Parameter context: what the text belongs to; it must be the same when it is opened.
  static func seal(_ plain: [UInt8], key: [UInt8], context: String) -> [UInt8]? {
    guard key.count == xize_key_size, let length = Int32(exactly: plain.count), plain.count < 1 << 30 else { return nil }
    let context = Array(context.utf8)
    var out = [UInt8](repeating: 0, count: plain.count + overhead)
    let done = unsafe xize_seal(key, context, Int32(clamping: context.count), plain, length, &out)
    return done == 1 ? out : nil
  }

  /// `nil` for another key, another context, or a changed byte.
  static func open(_ sealed: [UInt8], key: [UInt8], context: String) -> [UInt8]? {
    guard key.count == xize_key_size, sealed.count >= overhead, let length = Int32(exactly: sealed.count) else { return nil }
    let context = Array(context.utf8)
    // One byte more: an empty array has no address.
    var out = [UInt8](repeating: 0, count: sealed.count - overhead + 1)
    guard unsafe xize_open(key, context, Int32(clamping: context.count), sealed, length, &out) == 1 else { return nil }
    out.removeLast()
    return out
  }

  /// HMAC-SHA-256; empty when the library refuses.
  static func fingerprint(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    guard key.count == xize_key_size, let length = Int32(exactly: bytes.count) else { return [] }
    var out = [UInt8](repeating: 0, count: xize_digest_size)
    return unsafe xize_hmac(key, bytes, length, &out) == 1 ? out : []
  }

  static func random(_ count: Int) -> [UInt8]? {
    var out = [UInt8](repeating: 0, count: count)
    return unsafe xize_random(&out, Int32(clamping: count)) == 1 ? out : nil
  }
}

/// SHA-256 of OpenSSL, for digests that others check.
public enum Digest {
  /// In hexadecimal; empty when the library refuses, which equals no digest.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var out = [UInt8](repeating: 0, count: xize_digest_size)
    guard unsafe xize_sha256(bytes, bytes.count, &out) == 1 else { return "" }
    return out.hexadecimal
  }
}

extension [UInt8] {
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(count * 2)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  init?(hexadecimal text: some StringProtocol) {
    let digits = text.utf8.map { byte -> UInt8? in
      switch byte {
      case 48...57: byte - 48
      case 97...102: byte - 87
      case 65...70: byte - 55
      default: nil
      }
    }
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for at in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[at], let low = digits[at + 1] else { return nil }
      bytes.append(high << 4 | low)
    }
    self = bytes
  }
}
