internal import CityModel

/// Names that read like a firm's or an estate's and can be nobody's: words for what does not exist, from the classics.
enum Names {
  static let words = [
    "子虚", "乌有", "南柯", "黄粱", "华胥", "槐安", "桃源", "蓬莱", "瀛洲", "方丈", "蜃楼", "海市", "镜花", "水月", "太虚", "大荒",
    "无稽", "青埂", "缥缈", "虚舟", "鲲鹏", "北冥", "藐姑", "建木", "扶桑", "若木", "昆仑", "赤水", "弱水", "玄圃", "阆苑", "瑶池",
    "烂柯", "武陵", "醉乡", "无何", "广漠", "梦蝶", "画饼", "望梅", "朝三", "暮四", "守株", "刻舟", "郑履", "楚戈", "杞天", "夸父",
  ]
  private static let forms = ["物业服务有限公司", "物业管理有限公司", "城市服务有限公司", "物业服务集团有限公司", "家园服务有限公司", "生活服务有限公司"]
  private static let newEstates = ["花园", "家园", "雅苑", "华府", "名城", "新城", "嘉园", "公馆", "小镇", "水岸"]
  private static let oldEstates = ["小区", "家属院", "新村", "东院", "西院", "住宅楼", "北院", "里"]

  /// A different name for each number, whatever the place: word, form, and from the 289th on a second word.
  static func enterprise(_ number: Int, place: String) -> String {
    let word = words[number % words.count]
    let form = forms[number / words.count % forms.count]
    let round = number / (words.count * forms.count)
    let second = round == 0 ? "" : words[(round - 1) % words.count]
    let third = round <= words.count ? "" : "\(round / words.count)号"
    return place + word + second + third + form
  }

  static func estate(_ draws: inout Draws, old: Bool) -> String {
    let word = draws.pick(words)
    if old { return word + draws.pick(oldEstates) }
    let phase = draws.chance(250) ? ["一期", "二期", "三期"][draws.below(3)] : ""
    return word + draws.pick(newEstates) + phase
  }

  /// A code whose check digits are right and whose organisation part begins with YYYY, which no issued code does.
  static func uscc(_ number: Int, division: String) -> String {
    let digits = number < 10_000 ? padded(number, 4) : beyond(number - 10_000)
    return USCC.making(prefix: "91", division: division, organisation: "YYYY" + digits) ?? ""
  }

  /// Four characters of the code's alphabet of which the first is a letter.
  private static func beyond(_ number: Int) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let letters = alphabet.count - 10
    let characters = [
      alphabet[10 + number / 29_791 % letters], alphabet[number / 961 % 31], alphabet[number / 31 % 31],
      alphabet[number % 31],
    ]
    return String(characters)
  }
}
