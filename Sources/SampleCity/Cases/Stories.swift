extension Story {
  /// In the order of their serials. New cases go to the end: the serial is in the enterprise's code.
  static let all: [Story] = [
    redCandidate, exitAt21, exitAt20, exitAtHalf, exitBelowHalf, exitOnePersonTwice, blackApplicant, blackUser,
    outsideFirm, outsideHalfFiled, unfiled, fourUrgings, fundDiversion, redBlocked, scoreAt90, scoreBelow90, newcomer,
    blackMonths, blackRemoved, threeUrgings, exitAnonymous, exitPartly, exitNoDetermination, exitWindow,
    exitTwoCounties,
  ]

  static let complaintCount = all.reduce(0) { $0 + $1.complaints.count }
  static let estateCount = all.reduce(0) { $0 + $1.estates.count }

  /// The county in which it works first.
  var county: String { estates.first.map { String($0.street.prefix(6)) } ?? "" }

  func publicCase(_ number: Int) -> SampleCase {
    SampleCase(
      number: number, chinese: chinese, english: english, uscc: Names.uscc(number, division: registration),
      county: county,
      expectedChinese: expectedChinese, expectedEnglish: expectedEnglish, outcomes: outcomes, day: day)
  }
}
