public import Columns

extension Cell {
  /// A text in two languages.
  public init(_ text: Bilingual) { self = text.zh == text.en ? .text(text.en) : .word(text.en, chinese: text.zh) }

  /// Several words in one cell.
  public static func list(_ words: [Cell]) -> Cell {
    let texts = words.filter { $0 != .empty }
    guard !texts.isEmpty else { return .empty }
    let (plain, chinese) = (texts.map(\.plain).joined(separator: ", "), texts.map(\.chinese).joined(separator: "、"))
    return plain == chinese ? .text(plain) : .word(plain, chinese: chinese)
  }

  /// The last moment of a time limit: one that ends with a day is written with that day's 24:00, as an office says it.
  public static func lastMoment(_ moment: Moment) -> Cell {
    moment.secondOfDay == 0 ? .text(moment.saidAsLast) : .moment(moment)
  }
}

extension Moment {
  /// As the last moment of a time limit: the end of a day is that day's 24:00, not the next day's 00:00.
  public var saidAsLast: String { secondOfDay == 0 ? "\(Moment(seconds: seconds - 1).day) 24:00" : description }
}
