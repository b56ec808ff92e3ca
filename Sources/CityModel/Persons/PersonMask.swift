/// What may be shown of a person: a surname, three and four digits of a telephone number (PIPL 6, 51, 73).
///
/// Masking what is masked already changes nothing.
public enum PersonMask {
  private static let compoundSurnames: Set<String> = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "夏侯", "端木", "南宫", "独孤", "百里", "呼延", "申屠",
  ]

  /// `张三` → `张*`, `欧阳娜娜` → `欧阳*`; the length of the rest does not show.
  public static func name(_ text: String) -> String? {
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.isIdeographic }
    guard let first = letters.first else { return text.isEmpty ? nil : "*" }
    let pair = String(String.UnicodeScalarView(letters.prefix(2)))
    return (letters.count > 2 || text.contains("*") && letters.count == 2) && compoundSurnames.contains(pair) ? pair + "*" : String(first) + "*"
  }

  /// `138 0013 8000` → `138****8000`; of a shorter number the last four digits, of anything else nothing.
  public static func phone(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    if scalars.contains("*") { return isMasked(scalars) ? text : "****" }
    var digits = scalars.compactMap(DigitScalar.value)
    guard !digits.isEmpty else { return text.isEmpty ? nil : "****" }
    if digits.count > 11, digits.starts(with: [0, 0, 8, 6]) { digits.removeFirst(4) }
    if digits.count > 11, digits.starts(with: [8, 6]) { digits.removeFirst(2) }
    if digits.count == 12, digits.first == 0 { digits.removeFirst() }
    func shown(_ part: some Sequence<Int>) -> String { part.map(String.init).joined() }
    if digits.count == 11, digits[0] == 1 { return shown(digits.prefix(3)) + "****" + shown(digits.suffix(4)) }
    return digits.count >= 7 ? "****" + shown(digits.suffix(4)) : "****"
  }

  /// At most three digits, stars, at most four digits.
  private static func isMasked(_ scalars: [Unicode.Scalar]) -> Bool {
    let parts = scalars.split(separator: "*", omittingEmptySubsequences: false)
    guard scalars.allSatisfy({ $0 == "*" || ("0"..."9").contains($0) }), let head = parts.first, let tail = parts.last else { return false }
    return head.count <= 3 && tail.count <= 4 && parts.dropFirst().dropLast().allSatisfy(\.isEmpty) && parts.count >= 5
  }
}
