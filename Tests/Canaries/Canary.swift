import Foundation

/// A made-up person: what a file says, and the strings that must not be found again.
public struct Canary: Sendable {
  public var number: Int
  public var name: String
  public var phone: String
  public var identity: String
  public var room: String
  /// Digits as the file writes them.
  public var phoneWritten: String
  public var identityWritten: String
  public var text: String

  /// A thousand of them.
  public static let all = (0..<1000).map(Canary.init)

  private static let surnames = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏")
  private static let given = Array("霁翀珩璟彧曦翯骞旻瑀琮珺沄溱滢潆煊烨熠焱犇猗玥珈珞玹")

  public init(_ number: Int) {
    self.number = number
    // Names that occur nowhere else: three characters, the last two a pair of their own.
    name = String(Canary.surnames[number % Canary.surnames.count])
      + String(Canary.given[number / Canary.given.count % Canary.given.count]) + String(Canary.given[number % Canary.given.count])
    phone = "1" + String(30 + number % 70) + String(10_000_000 + number * 7919 % 89_999_999)
    let born = String(1960 + number % 45) + String(101 + number % 12).suffix(2) + String(101 + number % 28).suffix(2)
    identity = "140403" + born + String(100 + number % 900) + (number % 4 == 0 ? "X" : String(number % 10))
    room = "\(number % 6 + 1)单元\(1000 + number)"
    phoneWritten = Canary.written(phone, number)
    identityWritten = Canary.written(identity, number / 3)
    let spacedName = number % 5 == 0 ? name.map(String.init).joined(separator: number % 2 == 0 ? " " : "　") : name
    let numerals = Canary.numerals(phone)
    let forms = [
      "我叫\(spacedName)，电话\(phoneWritten)，家住\(room)室，电梯坏了", "联系人:\(spacedName) tel \(phone) 身份证\(identityWritten)", "请打\(numerals)找\(name)",
      "邮箱c\(phone)@example.com，\(spacedName)", "\(spacedName)\n\(phoneWritten)\n\(identityWritten)",
    ]
    text = forms[number % forms.count]
  }

  /// Digits as people write them: plain, spaced, dashed, full width, one by one, with invisible marks between.
  public static func written(_ digits: String, _ form: Int) -> String {
    switch form % 6 {
    case 1: return String(digits.prefix(3)) + " " + digits.dropFirst(3).prefix(4) + " " + digits.dropFirst(7)
    case 2: return String(digits.prefix(3)) + "-" + digits.dropFirst(3).prefix(4) + "-" + digits.dropFirst(7)
    case 3: return String(String.UnicodeScalarView(digits.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
    case 4: return digits.map(String.init).joined(separator: " ")
    case 5: return digits.map(String.init).joined(separator: "\u{200B}")
    default: return digits
    }
  }

  public static func numerals(_ digits: String) -> String {
    let words = Array("零一二三四五六七八九")
    return String(digits.map { digit in digit.wholeNumberValue.map { words[$0] } ?? digit })
  }

  /// A text as a field of a CSV file.
  public static func quoted(_ text: String) -> String { "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
}
