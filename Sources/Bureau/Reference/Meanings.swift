internal import CityModel

/// What tables, fields, parameters and words mean, in Chinese: `Resources/meanings.zh.tsv` has a line for each English sentence.
enum Meanings {
  /// By the English sentence.
  static let chinese: [String: String] = {
    var known: [String: String] = [:]
    for line in PackageResources.meanings_zh_tsv.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      if parts.count == 2 { known[String(decoding: parts[0], as: UTF8.self)] = String(decoding: parts[1], as: UTF8.self) }
    }
    return known
  }()

  /// The sentence in both languages; English twice where it has no Chinese, which a test finds.
  static func of(_ english: String) -> Bilingual { Bilingual(zh: chinese[english] ?? english, en: english) }
}
