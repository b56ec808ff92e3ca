internal import Columns

/// What an officer is told when a command is done, and which stands in nobody's way: the text asks for it, and no sentence of it makes
/// the act void.
public struct CommandAdvice: Sendable {
  public let code: String
  public let article: String
  /// What it asks, in general.
  public let sentence: Bilingual
  /// The command at which it is said.
  public let command: String
  let check: @Sendable (CommandAttempt) -> Bilingual?

  init(_ code: String, _ article: String, at command: String, zh: String, en: String, check: @escaping @Sendable (CommandAttempt) -> Bilingual?) {
    self.code = code
    self.article = article
    self.command = command
    sentence = Bilingual(zh: zh, en: en)
    self.check = check
  }

  /// Every piece of advice, by article.
  public static let all: [CommandAdvice] = [.unknownUnit, .fewBidders, .expertsNotDrawn]

  /// What is to be said of a command.
  static func given(_ attempt: CommandAttempt) -> [Bilingual] {
    all.filter { $0.command == attempt.description.name }.compactMap { $0.check(attempt) }
  }
}
