internal import CityModel
internal import Columns

/// What may be shown of a row that was not taken in.
struct PersonalShield {
  let plan: PersonalPlan?
  let columnCount: Int
  /// Words that name nobody: of the schema's fields and enumerations.
  private let words: Set<String>

  init(plan: PersonalPlan?, columnCount: Int, schema: TableSchema) {
    self.plan = plan
    self.columnCount = columnCount
    var words: Set<String> = ["true", "false", "是", "否"]
    for field in schema.fields {
      words.formUnion([field.name, field.chinese])
      if case .enumeration(let enumeration) = field.type { words.formUnion(enumeration.values.flatMap { [$0.name, $0.chinese] }) }
    }
    words.formUnion(PersonalRecord.Part.allCases.flatMap { [$0.heading, $0.chinese] })
    self.words = words
  }

  /// The row as a listing shows it. Where no column of the file holds a person, telephone and identity numbers alone go.
  ///
  /// Where some do, a column may have slipped into its neighbour: then only dates, words of the model and codes stay.
  func shown(_ raw: [UInt8]) -> String {
    let text = String(decoding: raw, as: UTF8.self)
    guard let plan else { return PersonalText.recognised(text) }
    let cells = text.split(separator: ",", omittingEmptySubsequences: false)
    let hidden = cells.count == columnCount ? Set(plan.columns.values).union(plan.ignored).union([plan.content, plan.extras].compactMap(\.self)) : []
    return cells.enumerated().map { index, cell in hidden.contains(index) ? (cell.isEmpty ? "" : "…") : shown(cell: cell) }.joined(separator: ",")
  }

  /// A fault's message: what stands in backticks may be a person where a column slipped.
  func shown(_ fault: RowFault) -> RowFault {
    var fault = fault
    fault.message = Bilingual(zh: shown(message: fault.message.zh), en: shown(message: fault.message.en))
    return fault
  }

  private func shown(message: String) -> String {
    guard plan != nil else { return PersonalText.recognised(message) }
    // Quotes in a value would move the borders: an odd count hides everything behind the first.
    let parts = message.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return String(parts.first ?? "") + "`…`" }
    if parts.count > 41 { return String(parts[0]) + "`…`" }
    return parts.enumerated().map { index, part in
      index % 2 == 1 ? shown(cell: part) : PersonalText.recognised(String(part))
    }.joined(separator: "`")
  }

  private func shown(cell: Substring) -> String {
    let trimmed = cell.filter { $0 != "\"" && !$0.isWhitespace }
    if trimmed.isEmpty { return "" }
    return isPublic(cell) ? String(cell.prefix(80)) : "…"
  }

  private func isPublic(_ cell: Substring) -> Bool {
    let text = String(cell.drop { $0 == "\"" || $0 == " " }.reversed().drop { $0 == "\"" || $0 == " " || $0 == "\r" || $0 == "\n" }.reversed())
    if words.contains(text) { return true }
    let scalars = text.unicodeScalars
    guard scalars.allSatisfy({ $0.isASCII }), scalars.count <= 40, scalars.contains(where: { ("0"..."9").contains($0) }) else { return false }
    let isLetters = scalars.contains { $0.properties.isAlphabetic }
    let digits = scalars.filter { ("0"..."9").contains($0) }.count
    if isLetters {
      // A code: no spaces, few digits, or the sixteen of a token.
      guard !scalars.contains(" "), !scalars.contains("@"), !PersonalText.namesPerson(text) else { return false }
      return digits <= 6 || scalars.count == 16 && scalars.allSatisfy { $0.properties.isASCIIHexDigit } || (try? USCC(text)) != nil
    }
    // A project or division code of the city, or a date.
    if text.hasPrefix("1404"), [4, 6, 9, 12].contains(scalars.count), digits == scalars.count { return true }
    return digits >= 6 && PersonalText.published(text) == text && scalars.contains(where: { $0 == "-" || $0 == "/" || $0 == ":" })
  }
}

/// Names of files in messages and in the ledger: people name files after people.
enum FileLabel {
  private static let words = [
    "投诉", "举报", "热线", "工单", "台账", "导出", "明细", "汇总", "数据", "企业", "项目", "合同", "备案", "物业", "回访", "信访", "维修资金", "榜单", "红榜", "黑榜",
    "全市", "各县", "县区", "平台", "系统", "报表", "名单", "表格", "表", "月份", "年度", "季度", "月", "年", "日", "号", "第", "批", "份", "上半", "下半", "新",
    "省级", "市级", "区", "县", "市", "副本", "临时", "测试", "长治",
  ]

  /// The name with telephone and identity numbers taken out, and every Chinese word that is none of an office's.
  static func shown(_ path: String) -> String {
    guard path.utf8.contains(where: { $0 >= 0x80 }) || path.utf8.filter({ $0 >= 48 && $0 <= 57 }).count >= 10 else {
      return path.utf8.contains(UInt8(ascii: "@")) ? PersonalText.recognised(path) : path
    }
    return path.split(separator: "/", omittingEmptySubsequences: false).map { shown(component: String($0)) }.joined(separator: "/")
  }

  private static func shown(component: String) -> String {
    var out = ""
    var rest = PersonalText.recognised(component)[...]
    let names = Divisions.changzhi.counties.flatMap { [$0.name, String($0.name.dropLast())] } + words
    let known = names.sorted { $0.count == $1.count ? $0 < $1 : $0.count > $1.count }
    while let character = rest.first {
      let isHan = character.unicodeScalars.contains { $0.properties.isIdeographic }
      if !isHan {
        out.append(character)
        rest = rest.dropFirst()
      } else if let word = known.first(where: { rest.hasPrefix($0) }) {
        out += word
        rest = rest.dropFirst(word.count)
      } else {
        out += "*"
        rest = rest.dropFirst()
      }
    }
    return out
  }
}
