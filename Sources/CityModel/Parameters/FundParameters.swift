/// Use of the maintenance fund, A14.
public enum FundParameters {
  public static let smallMax = ParameterKey<Money>(
    "fund.smallMax", "小额单项限额", "Largest amount of a small request", unit: "yuan", source: "A14")
  public static let smallYearMax = ParameterKey<Money>(
    "fund.smallYearMax", "小额年度限额", "Largest sum of small requests of an estate in a calendar year", unit: "yuan",
    source: "A14")
  public static let emergencyAdvance = ParameterKey<Ratio>(
    "fund.emergencyAdvance", "应急预拨比例", "Largest share of the approved amount paid before acceptance of emergency works",
    source: "A14")
  public static let generalAdvance = ParameterKey<Ratio>(
    "fund.generalAdvance", "一般预拨比例", "Largest share paid before acceptance of other works", source: "A14")
  public static let auditFreeMax = ParameterKey<Money>(
    "fund.auditFreeMax", "免审计限额", "Largest amount settled without an audit", unit: "yuan", source: "A14")
  public static let overrunRatio = ParameterKey<Ratio>(
    "fund.overrunRatio", "超支比例", "Overrun that needs a new request, together with the amount", source: "A14")
  public static let overrunMin = ParameterKey<Money>(
    "fund.overrunMin", "超支金额", "Overrun amount that needs a new request, together with the share", unit: "yuan",
    source: "A14")
  public static let emergencyReserve = ParameterKey<Ratio>(
    "fund.emergencyReserve", "应急储备比例", "Reserve for emergencies as a share of first deposits", source: "A14")
  public static let topUpBelow = ParameterKey<Ratio>(
    "fund.topUpBelow", "续交线", "Balance as a share of the first deposit below which it is topped up", source: "A14")
  public static let publicityDays = ParameterKey<Int>(
    "fund.publicityDays", "公示天数", "Days of publicity", unit: "days", source: "A14")
  public static let streetReviewWorkdays = ParameterKey<Int>(
    "fund.streetReviewWorkdays", "街道审查期限（应急）", "Working days for the street's review of an emergency",
    unit: "working days", source: "A14")
  public static let smallReviewWorkdays = ParameterKey<Int>(
    "fund.smallReviewWorkdays", "街道审查期限（小额）", "Working days for the combined review of a small request",
    unit: "working days", source: "A14")
  public static let generalReviewWorkdays = ParameterKey<Int>(
    "fund.generalReviewWorkdays", "街道审查期限（一般）", "Working days for the review of a general request",
    unit: "working days", source: "A14")
  public static let decisionWorkdays = ParameterKey<Int>(
    "fund.decisionWorkdays", "审批期限", "Working days from the review to the decision", unit: "working days", source: "A14"
  )
  public static let payWorkdays = ParameterKey<Int>(
    "fund.payWorkdays", "拨付期限", "Working days from the approval to the first payment", unit: "working days",
    source: "A14")
  public static let substituteApplicants = ParameterKey<Bool>(
    "fund.substituteApplicants", "可由业委会等代为申请",
    "Whether the owners' committee, interim committee or community may apply instead of an enterprise", source: "A14")
  public static let waterproofWarrantyYears = ParameterKey<Int>(
    "fund.waterproofWarrantyYears", "防渗漏保修年限", "Years of warranty of what keeps water out: roofs and outer walls", unit: "years",
    source: "165号令 18, 25")
  public static let otherWarrantyYears = ParameterKey<Int>(
    "fund.otherWarrantyYears", "其他保修年限", "Years of warranty of other common parts and facilities", unit: "years",
    source: "165号令 18, 25")

  static var all: [ParameterDescription] {
    [
      smallMax.description, smallYearMax.description, emergencyAdvance.description, generalAdvance.description,
      auditFreeMax.description, overrunRatio.description, overrunMin.description, emergencyReserve.description,
      topUpBelow.description, publicityDays.description, streetReviewWorkdays.description,
      smallReviewWorkdays.description, generalReviewWorkdays.description, decisionWorkdays.description,
      payWorkdays.description, substituteApplicants.description,
      waterproofWarrantyYears.description, otherWarrantyYears.description,
    ]
  }
}
