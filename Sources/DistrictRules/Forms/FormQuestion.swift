public import CityModel

/// A question that somebody who starts a rule is asked.
public struct FormQuestion: Sendable, Hashable {
  /// The column of the form: `title`.
  public var key: String
  public var question: Bilingual
  /// What an answer looks like.
  public var example: Bilingual
  /// What an empty answer means; `nil`: an answer is needed.
  public var standard: Bilingual?
}

extension FormQuestion {
  private init(_ key: String, _ zh: String, _ en: String, _ exampleZh: String, _ exampleEn: String, standard: (String, String)? = nil) {
    self.init(
      key: key, question: Bilingual(zh: zh, en: en), example: Bilingual(zh: exampleZh, en: exampleEn),
      standard: standard.map { Bilingual(zh: $0.0, en: $0.1) })
  }

  /// The first five questions, which every kind of rule asks.
  private static func common(_ name: (String, String), _ title: (String, String)) -> [FormQuestion] {
    [
      FormQuestion("name", "给这条规则起个短名（也作文件名）", "a short name for the rule, which names its file, too", name.0, name.1),
      FormQuestion("title", "标题，报表里这样称呼它", "its title, as reports call it", title.0, title.1),
      FormQuestion("document", "依据文件的文号", "the number of the document that it rests on", "潞州住建〔2026〕12号", "潞州住建〔2026〕12号"),
      FormQuestion("article", "文件的第几条", "the article of the document", "第四条", "第四条"),
      FormQuestion("from", "从哪一天起施行", "the first day on which it applies", "2026-07-01", "2026-07-01"),
    ]
  }

  /// The eight questions for a kind of declaration: `adjustment`, `tighten`, `procedure`, `criterion`, `job`, `report`.
  public static func questions(for kind: String) -> [FormQuestion]? {
    switch kind {
    case "adjustment":
      common(("电梯困人加扣", "lift-entrapment"), ("高层住宅电梯困人投诉加扣", "One more point for lift entrapment")) + [
        FormQuestion("each", "逐条看哪一类记录", "which records are looked at", "投诉", "complaint", standard: ("投诉", "complaint")),
        conditions("类别=电梯困人；认定=属实；项目.高层=是", "category=lift entrapment; finding=substantiated; project.high_rise=yes"),
        FormQuestion("points", "每条扣（或加）几分，一年最多几分", "how many points each deducts (or adds), and how many a year at most", "扣 1 封顶 5", "deduct 1 cap 5"),
      ]
    case "tighten":
      common(("供暖期办结", "heating"), ("供暖期供暖投诉二十四小时办结", "Heating complaints closed in a day")) + [
        FormQuestion("deadline", "收紧哪个时限：责任到人、初步结果、基本办结", "which time is shortened: assign, preliminary, close", "基本办结", "close", standard: ("基本办结", "close")),
        conditions("类别=供暖", "category=heating"),
        FormQuestion("within", "收紧到多久", "to how long", "24小时", "24 hours"),
      ]
    case "procedure":
      common(("电梯应急", "lift-emergency"), ("电梯应急使用维修资金另附停用通知", "Emergency lift repairs need the stop notice")) + [
        FormQuestion("amends", "修订哪个市级程序：一般、小额、应急", "which procedure of the city is amended: general, small, emergency", "应急", "emergency"),
        conditions("类别=电梯维修", "category=lift failure"),
        FormQuestion("change", "哪一步另须附什么材料", "which step needs which paper besides", "申请：检验机构停用通知", "submit: stop notice"),
      ]
    case "criterion":
      common(("红榜取舍", "red-tie-break"), ("红榜候选按重办次数排列", "Red candidates by reworks")) + [
        FormQuestion("list", "用于哪个榜", "for which list", "红榜", "red", standard: ("红榜", "red")),
        FormQuestion("where", "哪些企业（条件用分号隔开；红榜可不写）", "which enterprises (conditions, with semicolons; may be empty for red)", "员工数>=10", "staff>=10", standard: ("", "")),
        FormQuestion("rank", "红榜：按什么排（前面加 - 表示由高到低）；黑榜：告知企业的理由", "red: ordered by what (- for highest first); black: the reason", "重办次数；-三日办结率", "reworks; -close_rate"),
      ]
    case "job":
      common(("逾期未整改", "unmet-orders"), ("尚未完成整改的提请约谈", "Interview for unmet orders")) + [
        FormQuestion("each", "逐条看哪一类记录", "which records are looked at", "整改通知", "order"),
        conditions("整改完成日期=无值；下达日期>=2026-07-01", "rectified_on=missing; issued_on>=2026-07-01"),
        FormQuestion("propose", "每月提请什么：约谈、通报、整改、交办、建议业主：降低收费标准（或：解聘）", "what is proposed each month: interview, circular, rectification, task, advice_to_owners: lower fee (or: dismiss)", "约谈", "interview"),
      ]
    case "report":
      common(("电梯困人清单", "lift-list"), ("属实的电梯困人投诉", "Substantiated lift entrapments")) + [
        FormQuestion("each", "逐条看哪一类记录", "which records are looked at", "投诉", "complaint", standard: ("投诉", "complaint")),
        conditions("类别=电梯困人；认定=属实", "category=lift entrapment; finding=substantiated"),
        FormQuestion("columns", "要哪些列（用分号隔开）", "which columns (with semicolons)", "编号；项目；受理时间", "number; project; accepted_at"),
      ]
    default: nil
    }
  }

  private static func conditions(_ zh: String, _ en: String) -> FormQuestion {
    FormQuestion(
      "where", "限于哪些（条件用分号隔开，可不写）", "which of them (conditions, with semicolons; may be empty)", zh, en, standard: ("", ""))
  }

  /// The kinds of declaration that can be begun with a form.
  public static let kinds = ["adjustment", "tighten", "procedure", "criterion", "job", "report"]

  /// A kind by its English or Chinese word.
  public static func kind(_ word: String) -> String? {
    let english = CityVocabulary.english(word)
    return kinds.contains(english) ? english : nil
  }
}
