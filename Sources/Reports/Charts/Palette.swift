/// The colours of charts. Their lightness differs as much as their hue, so that they are told apart in grey print and
/// by the colour-blind; no chart says anything by colour alone.
public enum Palette: String, Sendable, Hashable {
  case ink = "#1d2327"
  case muted = "#646b70"
  case line = "#d9d6cf"
  case track = "#e2dfd8"
  case paper = "#ffffff"
  /// The colour of a figure of now.
  case now = "#1f5f7a"
  /// The colour of what it is compared with.
  case before = "#b9cdd6"
  case gradeA = "#174a61"
  case gradeB = "#5a93ab"
  case gradeC = "#e3bb6b"
  case gradeD = "#a3261c"
  case unrated = "#d8d6d0"

  /// The colour in which text is read on this one.
  var contrast: Palette {
    switch self {
    case .ink, .muted, .now, .gradeA, .gradeD, .gradeB: .paper
    default: .ink
    }
  }
}
