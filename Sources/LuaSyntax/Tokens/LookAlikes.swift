/// Characters that Chinese input methods and word processors put where Lua wants an ASCII one.
enum LookAlikes {
  /// What to type instead of `scalar`, or `nil` when it stands for nothing in ASCII.
  static func ascii(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    // Full-width forms, in the order of ASCII.
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { String(Character($0)) }
    // Spaces of all widths.
    case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    default: table[scalar]
    }
  }

  /// Whether `scalar` is a full-width letter or digit, which come in runs.
  static func isFullWidthAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF3F: true
    default: false
    }
  }

  /// The closing partner of an opening quotation mark.
  static func closingQuote(for scalar: Unicode.Scalar) -> Unicode.Scalar? { closingQuotes[scalar] }

  private static let closingQuotes: [Unicode.Scalar: Unicode.Scalar] = [
    "“": "”", "‘": "’", "「": "」", "『": "』", "„": "“", "«": "»", "＂": "＂", "＇": "＇", "〝": "〞",
  ]

  private static let table: [Unicode.Scalar: String] = [
    // Points, commas, colons.
    "。": ".", "｡": ".", "·": ".", "・": ".", "﹒": ".", "、": ",", "､": ",", "﹐": ",", "﹑": ",", "︐": ",",
    "﹔": ";", "﹕": ":", "∶": ":", "…": "...", "‥": "..",
    // Quotation marks.
    "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "〝": "\"", "〞": "\"", "「": "\"", "」": "\"", "『": "\"", "』": "\"",
    "«": "\"", "»": "\"", "″": "\"", "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "´": "'",
    // Brackets.
    "【": "[", "】": "]", "〖": "[", "〗": "]", "〔": "(", "〕": ")", "﹝": "(", "﹞": ")", "﹙": "(", "﹚": ")",
    "﹛": "{", "﹜": "}", "《": "<", "》": ">", "〈": "<", "〉": ">", "‹": "<", "›": ">", "﹤": "<", "﹥": ">",
    // Dashes and signs of arithmetic.
    "—": "-", "–": "-", "―": "-", "−": "-", "‐": "-", "‑": "-", "﹣": "-", "﹘": "-", "─": "-",
    "﹢": "+", "×": "*", "∗": "*", "﹡": "*", "÷": "/", "∕": "/", "⁄": "/", "﹪": "%", "﹟": "#",
    // Comparison and logic.
    "≤": "<=", "≦": "<=", "≥": ">=", "≧": ">=", "≠": "~=", "﹦": "=", "∼": "~", "〜": "~", "﹠": "&", "￤": "|",
    "∧": "and", "∨": "or", "¬": "not", "￢": "not",
  ]
}
