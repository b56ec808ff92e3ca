internal import CityModel

extension FindingPage {
  /// What is wrong with a declaration beside the city and its neighbours.
  static let rules: [FindingPage] = [
    .init(
      "deadline-above-city",
      zh: "时限比市级的长。", "写得更短；工作日可能跨假期，不能用来缩短自然日的时限。",
      en: "The deadline is longer than the city's.", "Make it shorter; working days may reach over a holiday and cannot shorten calendar days."),
    .init(
      "loosens",
      zh: "比市级规定宽。县区只能收紧。", "写得更严，或删去。",
      en: "It is looser than the city's rule. A district may only tighten.", "Make it stricter, or leave it out."),
    .init(
      "same-as-city",
      zh: "与市级规定相同，没有收紧。", "删去，或写得更严。",
      en: "It is the city's own rule: nothing is tightened.", "Leave it out, or make it stricter."),
    .init(
      "not-tightenable",
      zh: "这个参数由市级统一规定。", "只能收紧提示中列出的参数。",
      en: "This parameter is the city's alone.", "Tighten one of those that the help line lists."),
    .init(
      "adjustment-beyond-bound",
      zh: "分值或封顶超出县区调整幅度（±10 分）。", "写在幅度以内。",
      en: "Points or cap are beyond what a district may adjust (10 up or down).", "Keep within it."),
    .init(
      "offset-not-allowed",
      zh: "这个评分项不能抵回：只有按项目计算的扣分项可以，否决和处罚不可以。", "去掉它。",
      en: "This item cannot be given back: only deductions computed for an estate can, no veto and no penalty.", "Leave it out."),
    .init(
      "step-after-end",
      zh: "插入的步骤排在最后拨付之后。", "排到前面某一步之后。",
      en: "The inserted step comes after the last payment.", "Put it after an earlier step."),
    .init(
      "basis-expired",
      zh: "依据的文件已经失效，规则没有效力。", "换用现行文件，或废止这条规则。",
      en: "The document has expired: the rule has no basis.", "Name the document in force, or repeal the rule."),
    .init(
      "basis-expires-soon",
      zh: "依据的文件 60 天内失效。", "及时办理延期或换文。",
      en: "The document expires within 60 days.", "Have it renewed in time."),
    .init(
      "other-document",
      zh: "颁布用的文件不是规则所依据的文件。", "核对 `--document` 和 `依据` 里的文号。",
      en: "The document that enacts the rule is not the one that it rests on.", "Compare `--document` with the number in `basis`."),
    .init(
      "never-matches",
      zh: "条件互相矛盾，没有记录会符合。", "逐项核对 `范围`、`条件`、`季节`；“或”写作 `任一{ … }`。",
      en: "The conditions contradict each other: no row can meet them.", "Look at `where`, `when` and `season` together; alternatives are written any_of{ … }."),
    .init(
      "implied-alternative",
      zh: "`任一` 里的一项已包含在另一项里，写不写都一样。", "删去较窄的一项，或改正数。",
      en: "One alternative of any_of is within another: it says nothing.", "Leave the narrower one out, or correct it."),
    .init(
      "changes-nothing",
      zh: "规则没有改变任何事。", "写明改变什么，或删去。",
      en: "The rule changes nothing.", "Say what it changes, or leave it out."),
    .init(
      "repeated-name",
      zh: "同一县区已有同名同类的规则。", "换一个名称。",
      en: "The district has a rule of this kind and name already.", "Give one of them another name."),
    .init(
      "changes-same-thing",
      zh: "两条规则对同一事实改动同一件事：算两次，或不知以哪条为准。两处都已标出。", "把两条的 `范围` 分开，或合成一条。",
      en: "Two rules change the same thing for the same facts: it would count twice, or neither would prevail. Both places are shown.", "Keep their `where` apart, or make one rule of them."),
    .init(
      "implied-by-another",
      zh: "凡符合这条的，都已符合另一条。两处都已标出。", "删去一条，或把 `范围` 分开。",
      en: "Whatever this rule is about, another is about already. Both places are shown.", "Leave one of them out, or keep their `where` apart."),
  ]
}
