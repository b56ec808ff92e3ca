public import LuaSyntax

/// A script as it was read: its path, its text, and the folder that it stands in.
public struct Script: Sendable {
  /// As messages show it: `scripts/140403-luzhou/lift-entrapment.lua`.
  public var name: String
  public var source: SourceText

  public init(name: String, text: String) {
    self.name = name
    source = SourceText(name: name, text)
  }

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    source = SourceText(name: name, bytes: bytes)
  }

  /// The six digits (four for the city) that the script's folder begins with: whose rule it is.
  public var division: String? {
    let folders = name.split(separator: "/").dropLast()
    guard let folder = folders.last else { return nil }
    let digits = folder.prefix { $0.isASCII && $0.isNumber }
    return digits.count == 6 || digits.count == 4 ? String(digits) : nil
  }
}
