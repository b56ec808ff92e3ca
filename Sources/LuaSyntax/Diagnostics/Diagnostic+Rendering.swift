extension Diagnostic {
  /// The diagnostic as people read it, without a line end behind it:
  ///
  /// ```
  /// lift.lua:7:10: error[unknown-name]: `compliants` is not known here
  ///    7 |   each = compliants,
  ///      |          ^^^^^^^^^^
  ///      = help: did you mean `complaints`?
  /// ```
  ///
  /// The carets stand right under Chinese text on a terminal that gives it two cells. Nothing in the source reaches the
  /// terminal as a control character. `color` adds ANSI colours.
  public func rendered(in source: SourceText, _ language: Language, color: Bool = false) -> String {
    let paint = Paint(enabled: color)
    var place = source.name
    if let span { place += ":\(source.position(at: span.start))" }
    let colon = language == .chinese ? "：" : ": "
    let title = paint.severity(severity, "\(severity.word(language))[\(code)]")
    var lines = [
      paint.bold(Printable.text(place) + ": ") + title + paint.bold(colon + Printable.text(message[language]))
    ]

    let spans = [span, related?.span].compactMap { $0 }
    let numbers = spans.map { source.lineNumber(at: source.clamped($0).start) }
    let gutter = Gutter(width: max(4, numbers.map { String($0).count }.max() ?? 0), paint: paint)
    if let span {
      lines += gutter.excerpt(of: source, span) { paint.severity(severity, $0) }
    }
    if let related {
      lines.append(
        gutter.bare("=", Printable.text("\(Severity.note.word(language))\(colon)\(related.message[language])")))
      lines += gutter.excerpt(of: source, related.span) { paint.severity(.note, $0) }
    }
    if let help {
      let word = language == .chinese ? "提示" : "help"
      lines.append(gutter.bare("=", paint.help(word) + Printable.text("\(colon)\(help[language])")))
    }
    return lines.joined(separator: "\n")
  }
}

extension Diagnostic.Severity {
  /// `error`, `错误`.
  public func word(_ language: Language) -> String {
    switch (self, language) {
    case (.error, .chinese): "错误"
    case (.warning, .chinese): "警告"
    case (.note, .chinese): "说明"
    case (_, .english): rawValue
    }
  }
}

/// The left margin of an excerpt: line numbers and bars.
private struct Gutter {
  var width: Int
  var paint: Paint

  func bare(_ mark: String, _ text: String) -> String {
    paint.gutter(String(repeating: " ", count: width + 1) + mark) + " " + text
  }

  /// The line of a span and the carets below it. A span of several lines is marked to the end of its first.
  func excerpt(of source: SourceText, _ span: SourceSpan, _ mark: (String) -> String) -> [String] {
    let span = source.clamped(span)
    let number = source.lineNumber(at: span.start)
    let line = ExcerptLine(source, line: number, span)
    let label = String(number)
    let margin = String(repeating: " ", count: max(0, width - label.count)) + label + " |"
    return [
      paint.gutter(margin) + (line.text.isEmpty ? "" : " " + line.text),
      bare("|", String(repeating: " ", count: line.indent) + mark(String(repeating: "^", count: line.carets))),
    ]
  }
}

/// ANSI colours, or none.
private struct Paint {
  var enabled: Bool

  func bold(_ text: String) -> String { sgr("1", text) }
  func gutter(_ text: String) -> String { sgr("1;34", text) }
  func help(_ text: String) -> String { sgr("1;36", text) }
  func severity(_ severity: Diagnostic.Severity, _ text: String) -> String {
    switch severity {
    case .error: sgr("1;31", text)
    case .warning: sgr("1;33", text)
    case .note: sgr("1;36", text)
    }
  }

  private func sgr(_ code: String, _ text: String) -> String { enabled ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
