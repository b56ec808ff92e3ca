/// How well an enterprise works: what decides how many complaints it has and what becomes of them.
///
/// A long tail: four in five are good, a handful is so bad that fewer than half of those asked are satisfied.
enum Quality: Int, CaseIterable, Comparable {
  case excellent, good, middling, poor, awful

  /// Enterprises in a thousand.
  static let shares = [210, 595, 140, 43, 12]

  /// Complaints by a household, against others'.
  var intensity: Int { [2, 5, 13, 26, 40][rawValue] }
  /// Satisfied answers in a thousand.
  var satisfied: Int { [940, 865, 745, 655, 415][rawValue] }
  /// Findings in a thousand: substantiated, partly, unsubstantiated, undetermined.
  var findings: [Int] {
    [[430, 155, 360, 55], [520, 155, 275, 50], [590, 155, 205, 50], [640, 155, 160, 45], [690, 150, 115, 45]][rawValue]
  }
  /// Delays in a thousand whose recorded cause is the enterprise.
  var blamed: Int { [120, 200, 420, 600, 760][rawValue] }
  /// Revisits in a thousand that find a false closure.
  var falseClosures: Int { [0, 2, 8, 20, 45][rawValue] }
  /// Dissatisfied answers in a thousand after which the complaint is dealt with again.
  var reworks: Int { [300, 350, 450, 550, 650][rawValue] }
  /// In a thousand kept: thirty minutes, three hours, three days.
  var kept: (assign: Int, preliminary: Int, close: Int) {
    [(974, 974, 976), (964, 962, 960), (955, 948, 938), (945, 935, 918), (938, 928, 895)][rawValue]
  }
  /// The lowest of its scores in 2025, in points.
  var lowestScore: Int { [86, 73, 62, 60, 47][rawValue] }
  /// How far above that they reach.
  var scoreRange: Int { [11, 18, 15, 11, 12][rawValue] }

  static func < (a: Quality, b: Quality) -> Bool { a.rawValue < b.rawValue }
}
