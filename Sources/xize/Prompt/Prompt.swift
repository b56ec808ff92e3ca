internal import Bureau
internal import CEdit
internal import CityModel
internal import Columns
internal import DistrictRules
internal import Glibc
internal import LuaSyntax

/// The prompt: lines are gathered until they make sense, run, and shown.
final class Prompt {
  private let desk: ScriptDesk
  private let environment: PromptEnvironment
  private let format: FormatOptions
  private let lang: LanguageOptions
  private let completion: Completion
  /// What the last expression was, for a line that begins with `:`.
  private var last: String?

  init(_ desk: ScriptDesk, _ format: FormatOptions, _ lang: LanguageOptions) throws {
    self.desk = desk
    self.format = format
    self.lang = lang
    environment = try desk.session.makePrompt(name: lang("输入", "input"))
    completion = Completion(names: desk.session.names(in: environment))
  }

  func run() throws {
    guard Terminal.inputIsTerminal else { return try runPiped() }
    guard let editor = unsafe xe_open("xize", Prompt.historyPath) else {
      throw OfficeError("no-terminal", Bilingual(zh: "无法使用终端", en: "the terminal cannot be used"))
    }
    defer { unsafe xe_close(editor) }
    unsafe xe_set_completer(
      editor,
      { context, line, cursor, insert, size in
        guard let context = unsafe context, let line = unsafe line, let insert = unsafe insert, size > 1 else { return }
        let completion = unsafe Unmanaged<Completion>.fromOpaque(context).takeUnretainedValue()
        let addition = completion.addition(to: unsafe String(cString: line), cursor: cursor)
        let bytes = Array(addition.utf8.prefix(size - 1))
        for (index, byte) in bytes.enumerated() { unsafe insert[index] = CChar(bitPattern: byte) }
        unsafe insert[bytes.count] = 0
      }, Unmanaged.passUnretained(completion).toOpaque())
    try greet()
    var gathered = ""
    while true {
      var raw: UnsafePointer<CChar>?
      switch unsafe xe_read(editor, gathered.isEmpty ? "xize> " : "   … ", &raw) {
      case Int32(XE_LINE):
        guard let text = unsafe raw.map({ unsafe String(cString: $0) }) else { continue }
        if gathered.isEmpty, text.allSatisfy({ $0 == " " }) { continue }
        gathered += gathered.isEmpty ? text : "\n" + text
        if [".exit", ".quit", "exit", "quit"].contains(gathered) { return }
        if [".help", "help", "帮助"].contains(gathered) {
          help()
          gathered = ""
        } else if try take(gathered) {
          unsafe xe_remember(editor, gathered)
          gathered = ""
        }
      case Int32(XE_INTERRUPTED):
        Terminal.print("")
        gathered = ""
      default:
        Terminal.print("")
        return
      }
    }
  }

  /// Without a terminal: one question a line, results only; the first error ends the run.
  private func runPiped() throws {
    var gathered = ""
    while let line = readLine() {
      gathered += gathered.isEmpty ? line : "\n" + line
      do {
        for value in try desk.evaluate(expanded(gathered), environment) { try format.show(value, lang.language) }
        last = expanded(gathered)
        gathered = ""
      } catch let error as ScriptError where error.isIncomplete {
        continue
      }
    }
    if !gathered.isEmpty { _ = try desk.evaluate(expanded(gathered), environment) }
  }

  /// A line that begins with `:` goes on from the last result.
  private func expanded(_ text: String) -> String {
    guard text.hasPrefix(":"), !text.hasPrefix("::"), let last else { return text }
    return "(\(last))" + text
  }

  /// Runs what was typed.
  ///
  /// - Returns: false when another line is needed.
  private func take(_ text: String) throws -> Bool {
    let line = expanded(text)
    do {
      let values = try desk.evaluate(line, environment)
      for value in values { try format.show(value, lang.language) }
      if !values.isEmpty { last = line }
      return true
    } catch let error as ScriptError where error.isIncomplete && !text.hasSuffix("\n") {
      return false
    } catch {
      lang.report(error)
      return true
    }
  }

  private func greet() throws {
    let snapshot = desk.session.snapshot
    let complaints = try snapshot.table(Complaint.schema).counted()
    let enterprises = try snapshot.table(Enterprise.schema).counted()
    let place = Divisions.changzhi[snapshot.scope.description]?.name ?? ""
    Terminal.print(
      lang(
        "\(place)，数据截至 \(snapshot.cut)：企业 \(enterprises) 家，投诉 \(complaints) 件。输入 帮助 看例子，Ctrl-D 退出。",
        "\(place), as of \(snapshot.cut): \(enterprises) enterprises, \(complaints) complaints. Type help for examples, Ctrl-D to leave."))
  }

  private func help() {
    Terminal.print(
      lang(
        """
          投诉:范围{ 类别 = "电梯困人", 认定 = "属实" }:计数()
          投诉:范围{ 超期 = 是 }:分组("企业"):计数():排序("-count"):前几行(10)
          企业 "91140403YYYY00020N"                      一家企业的各项
          为什么(企业 "91140403YYYY00020N")              它的得分由哪些项组成
          假如 "scripts/140403-luzhou/lift-entrapment.lua"   这条规则会改动什么；看别的月份：假如("…", "2026-08")
          :排序("-count")                                接着上一个结果
        """,
        """
          complaints:where{ category = "lift entrapment", finding = "substantiated" }:count()
          complaints:where{ overdue = true }:group("enterprise"):count():sort("-count"):limit(10)
          enterprise "91140403YYYY00020N"                an enterprise's fields
          why(enterprise "91140403YYYY00020N")           the lines of its score
          what_if "scripts/140403-luzhou/lift-entrapment.lua"   what that rule would change; of another month: what_if("…", "2026-08")
          :sort("-count")                                go on from the last result
        """))
  }

  private static var historyPath: String? {
    guard let home = Terminal.environment("HOME") else { return nil }
    return home + "/.xize_history"
  }
}
