internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Columns
internal import Reports

struct ArticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "The policy's text, sentence by sentence: how it is read, what carries it, and whose duty it is.",
    discussion: """
      Examples:
        xize articles                  the eighteen articles
        xize articles 8                article 8 with readings and carriers beside it
        xize articles 13 --format csv
      """)

  @Argument(help: ArgumentHelp("The number of an article, 1 to 18.", valueName: "article")) var number: Int?
  @OptionGroup var format: FormatOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      let policy: Policy
      do throws(PolicyError) {
        policy = try Policy.standard()
      } catch {
        throw OfficeError(error.code, error.message)
      }
      guard let number else { return try format.write(overview(policy), lang.language) }
      guard let article = policy.article(number) else {
        throw OfficeError(
          "unknown-article",
          Bilingual(
            zh: "没有第 \(number) 条\n提示：实施意见共 \(policy.articles.count - 1) 条",
            en: "there is no article \(number)\nhelp: the policy has \(policy.articles.count - 1) articles"))
      }
      if try format.tableFormat() == .table {
        show(article, of: policy)
      } else {
        try format.write(table(article, of: policy), lang.language)
      }
    }
  }

  private func overview(_ policy: Policy) -> ResultTable {
    ResultTable(
      columns: [
        .init("article", title: "条"), .init("title", title: "标题"), .init("passages", title: "条文段"), .init("carriers", title: "承载处"),
        .init("owners", title: "责任单位"),
      ],
      rows: policy.articles.filter { $0.number > 0 }.map { article in
        let spans = policy.spans(of: article.number).filter { $0.none == nil }
        return [
          .integer(Int64(article.number)), .text(lang(article.title, article.english)), .integer(Int64(spans.count)),
          .integer(Int64(Set(spans.flatMap(\.carriers)).count)), .text(article.owners.joined(separator: "、")),
        ]
      })
  }

  private func table(_ article: Policy.Article, of policy: Policy) -> ResultTable {
    ResultTable(
      columns: [
        .init("text", title: "条文"), .init("reading", title: "读法"), .init("carriers", title: "承载处"), .init("owners", title: "责任单位"),
      ],
      rows: policy.spans(of: article.number).map { span in
        [
          .text(span.text), .text(span.reading.map { lang($0) } ?? ""),
          span.none.map { .text(lang($0)) } ?? .word(
            span.carriers.map(\.description).joined(separator: "; "), chinese: span.carriers.map { $0.said.zh }.joined(separator: "；")),
          .text(span.none == nil ? article.owners.joined(separator: "、") : ""),
        ]
      })
  }

  /// Text, reading and carriers side by side.
  private func show(_ article: Policy.Article, of policy: Policy) {
    let layout = SideBySide(width: min(160, max(72, Terminal.width ?? 120)), shares: [9, 8, 6])
    Terminal.print(lang("第\(article.number)条 \(article.title)", "Article \(article.number): \(article.english)"))
    if !article.owners.isEmpty { Terminal.print(lang("责任单位：", "Responsible: ") + article.owners.joined(separator: "；")) }
    Terminal.print("")
    for line in layout.lines([lang("条文", "text"), lang("读法", "reading"), lang("承载处", "carried by")]) { Terminal.print(line) }
    for line in layout.lines(layout.widths.map { String(repeating: "─", count: $0) }) { Terminal.print(line) }
    for span in policy.spans(of: article.number) where span.none == nil {
      let carriers = span.carriers.map { lang($0.said) }.joined(separator: "\n")
      for line in layout.lines([span.text, span.reading.map { lang($0) } ?? "", carriers]) { Terminal.print(line) }
      Terminal.print("")
    }
  }
}
