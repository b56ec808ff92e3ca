import CityModel
import Testing

@Suite("Free text without the persons in it")
struct PersonalTextTests {
  @Test(
    "telephone, identity and other long numbers leave a published text however they are written",
    arguments: [
      ("电话13800138000。", "电话***。"),
      ("电话138 0013 8000", "电话***"),
      ("电话138-0013-8000", "电话***"),
      ("电话１３８００１３８０００", "电话***"),
      ("电话１３８－００１３－８０００", "电话***"),
      ("打一三八零零一三八零零零找我", "打***找我"),
      ("打幺三八 〇〇幺三 八〇〇〇", "打***"),
      ("①③⑧00138000", "***"),
      ("1\u{200B}3\u{200B}8\u{200B}0\u{200B}0\u{200B}1\u{200B}3\u{200B}8\u{200B}0\u{200B}0\u{200B}0", "***"),
      ("(0355) 202-1234", "(***"),
      ("单位2021234", "单位***"),
      ("+86 138 0013 8000", "+***"),
      ("身份证14040319800101123X到", "身份证***到"),
      ("身份证 140403 19800101 1234", "身份证 ***"),
      ("老证140403800101123", "老证***"),
      ("卡号6222 0211 0101 0112 345", "卡号***"),
      ("写信zhang.san@example.com谢谢", "写信***谢谢"),
      ("写信ｚｓ＠ｑｑ．ｃｏｍ", "写信***"),
      ("3号楼2单元501室漏水", "3号楼2单元***室漏水"),
      ("3-2-501漏水", "3-***漏水"),
      ("501室", "***室"),
      ("138，0013，8000", "***"),
      ("138\n0013\n8000", "***"),
    ])
  func scrubbed(_ text: String, _ expected: String) {
    #expect(PersonalText.published(text) == expected)
    #expect(PersonalText.published(expected) == expected, "scrubbing what is clean changes nothing")
  }

  @Test(
    "dates, times, amounts and what is short stay",
    arguments: [
      "2026年5月3日8时停水", "2026-05-03 08:30停电", "2026-05-03 至 2026-05-09", "20260503", "收费1200.50元", "收费10000.00元", "共12栋680户", "电梯3天坏2次",
      "一二三单元", "第13条", "3号楼", "12345热线",
    ])
  func kept(_ text: String) { #expect(PersonalText.published(text) == text) }

  @Test("a name that the record holds keeps its surname alone, however it is spaced")
  func names() {
    #expect(PersonalText.published("我是张三丰，张 三 丰 住这", names: ["张三丰"]) == "我是张*，张* 住这")
    #expect(PersonalText.published("欧阳娜娜说", names: ["欧阳娜娜"]) == "欧阳*说")
    #expect(PersonalText.published("Call John Smith or JOHN SMITH", names: ["John Smith"]) == "Call J* or J*")
    #expect(PersonalText.published("李四", names: ["张三"]) == "李四")
  }

  @Test("a message keeps codes, dates and amounts, and loses numbers of persons")
  func recognised() {
    for clean in ["140403001001", "91140403YYYY00020N", "914403001922038216", "2026-13-45", "1994,150,12000", "000000000000004d", "1234567.89"] {
      #expect(PersonalText.recognised(clean) == clean)
    }
    #expect(PersonalText.recognised("`13800138000` is no day") == "`***` is no day")
    #expect(PersonalText.recognised("138 0013 8000, 139-0013-9000") == "***, ***")
    #expect(PersonalText.recognised("14040319800101123x") == "***")
    #expect(PersonalText.recognised("0355-2021234") == "***")
  }

  @Test(
    "masks",
    arguments: [
      ("张三", "张*"), ("欧阳娜娜", "欧阳*"), ("John Smith", "J*"), ("张*", "张*"), ("１３８", "*"),
    ])
  func nameMasks(_ name: String, _ expected: String) {
    #expect(PersonMask.name(name) == expected)
    #expect(PersonMask.name(expected) == expected)
  }

  @Test(
    "masked telephone numbers",
    arguments: [
      ("13800138000", "138****8000"), ("+86 138 0013 8000", "138****8000"), ("１３８００１３８０００", "138****8000"), ("0355-2021234", "****1234"),
      ("2021234", "****1234"), ("110", "****"), ("138****8000", "138****8000"), ("13800138***", "****"),
    ])
  func phoneMasks(_ phone: String, _ expected: String) {
    #expect(PersonMask.phone(phone) == expected)
    if let masked = PersonMask.phone(phone) { #expect(PersonMask.phone(masked) == masked) }
  }
}
