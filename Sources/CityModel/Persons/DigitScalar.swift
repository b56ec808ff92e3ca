/// Digits as people write them: half and full width, of any script, in circles, and as Chinese numerals.
enum DigitScalar {
  private static let chinese: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "幺": 1, "壹": 1, "贰": 2, "叁": 3,
    "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
  ]

  static func value(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCII { return scalar.value >= 48 && scalar.value <= 57 ? Int(scalar.value) - 48 : nil }
    if let value = chinese[scalar] { return value }
    // Circled, superscript and full-width digits, and those of other scripts; not fractions, not 十.
    guard scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit,
      let value = scalar.properties.numericValue, value >= 0, value <= 9
    else { return nil }
    return Int(value)
  }

  /// What cannot be seen and may stand between two digits.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0xFEFF || scalar.properties.generalCategory == .format
      || scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
  }

  /// What people put between the groups of a number.
  static func isJoiner(_ scalar: Unicode.Scalar, published: Bool) -> Bool {
    if scalar.properties.generalCategory == .spaceSeparator || scalar == "\t" { return true }
    if scalar.properties.generalCategory == .dashPunctuation || scalar == "－" || scalar == "−" { return true }
    if published, ["\n", "\r", "\u{2028}", ",", "，", "、", "/", "／", ":", "：", "+", "|", "~", "～"].contains(scalar) { return true }
    return [".", "．", "·", "•", "。", "_", "＿", "(", ")", "（", "）", "'", "‘", "’"].contains(scalar)
  }
}
