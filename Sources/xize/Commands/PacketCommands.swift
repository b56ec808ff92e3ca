internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import Foundation

struct PacketCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packet",
    abstract: "Write the evidence packet of a decision: one file from which anybody can compute its figure again.",
    discussion: """
      In it are notice and defence, the texts of the rules with their hashes, the parameters that were read, the rows without
      persons, the lines of the score and the run that proposed it. What is written has been computed again from the file.

      A decision by command (a listing, a measure, an order or its refusal, a restriction, the start of an exit) has the
      enterprise's score and exit test as of the end of that day, with the case and all that was done to it; before the city's
      first parameters there is the case alone.

      Examples:
        xize packet 12 --out decision-12.json
        xize packet LB-1 --out listing.json
        xize packet TC-00001 --out exit.json
      """)

  @Argument(
    help: ArgumentHelp("Number of the decided proposal, or of a listing, a measure, an order, a restriction or an exit.", valueName: "decision"))
  var decision: String
  @Option(help: ArgumentHelp("Where the packet goes.", valueName: "file")) var out: String
  @OptionGroup var office: OfficeOptions
  @OptionGroup var limit: LimitOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    try lang.reporting {
      let packet = try office.office().packet(decision, limits: try limit.limits())
      let text = packet.text
      try Files.write(text, to: out, lang)
      Terminal.say(out)
      Terminal.print("sha256 \(packet.sha256)")
    }
  }
}

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compute the figure of an evidence packet again, from the file alone, and compare.",
    discussion: """
      No register and no scripts are read. Exit code 0 when the figure agrees, 1 when it does not or a byte of the file was
      changed, 2 when the file cannot be used. The digest is printed: compare it with the one that the office gave out.

      Examples:
        xize verify decision-12.json
      """)

  @Argument(help: ArgumentHelp("The packet.", valueName: "file")) var file: String
  @OptionGroup var limit: LimitOptions
  @OptionGroup var lang: LanguageOptions

  func run() throws {
    do {
      let limits = try limit.limits()
      let (packet, isIntact) = try Packet.read(try bytes(), path: file)
      guard isIntact else {
        Terminal.say(
          lang("\(file)：内容被改动过，与摘要不符", "\(file): it was changed, it is not what its digest says"))
        throw Exit.failed
      }
      let verdict = try packet.verdict(limits: limits)
      guard verdict.agrees else {
        Terminal.say(lang("\(file)：重算结果不一致", "\(file): the figure does not agree"))
        for one in verdict.differences { Terminal.print(lang(one.what) + "\n- \(one.stated)\n+ \(one.now)") }
        throw Exit.failed
      }
      Terminal.say(lang("\(file)：重算结果一致", "\(file): the figure agrees"))
      Terminal.print("sha256 \(packet.sha256)")
    } catch let code as ExitCode {
      throw code
    } catch {
      lang.report(error)
      throw ExitCode(2)
    }
  }

  private func bytes() throws -> [UInt8] {
    do {
      let size = (try FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber)?.intValue ?? 0
      // Looked at before it is read.
      guard size <= Packet.limit else { return try tooLarge(size) }
      return Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    } catch let error as OfficeError {
      throw error
    } catch {
      var isFolder: ObjCBool = false
      let isThere = unsafe FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
      let zh = !isThere ? "没有这个文件" : isFolder.boolValue ? "这是文件夹，不是文件" : "请检查其权限"
      let en = !isThere ? "there is no such file" : isFolder.boolValue ? "it is a folder, not a file" : "check its permissions"
      throw OfficeError(
        "packet-unreadable",
        Bilingual(
          zh: "无法读取 `\(file)`：\(zh)", en: "cannot read `\(file)`: \(en)"))
    }
  }

  private func tooLarge(_ size: Int) throws -> [UInt8] {
    throw OfficeError(
      "packet-too-large",
      Bilingual(
        zh: "证据包 \(size) 字节，超过 \(Packet.limit) 字节的上限", en: "the packet has \(size) bytes, more than the limit of \(Packet.limit)"))
  }
}
