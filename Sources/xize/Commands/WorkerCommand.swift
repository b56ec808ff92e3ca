internal import ArgumentParser
internal import Bureau
internal import CityModel
internal import DistrictRules
internal import Foundation
internal import Glibc
internal import Register

/// The other end of ``ProcessWorkers``: reads one order, answers with one line of JSON, writes nothing else.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "district-worker", abstract: "Carry out one county's order, given as JSON on standard input.", shouldDisplay: false)

  @OptionGroup var office: OfficeOptions
  @OptionGroup var limit: LimitOptions
  @Option(help: "Megabytes of address space.") var memory: Int = 8192

  func run() throws {
    setLimits()
    do {
      Terminal.print(try answer().description)
    } catch {
      let error = OfficeError(error)
      Terminal.print(
        JSONValue.object(["error": .object(["code": .text(error.code), "zh": .text(error.message.zh), "en": .text(error.message.en)])])
          .description)
    }
  }

  private func answer() throws -> JSONValue {
    let text = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
    let desk = try office.office()
    guard let json = JSONValue(parsing: text) else { throw badOrder() }
    if let period = json["city"]?.text.flatMap(Period.init) {
      return .array(try desk.cityScores(period).map(\.json))
    }
    guard let order = DistrictOrder(json) else { throw badOrder() }
    return try desk.carryOut(order, limits: try limit.limits()).json
  }

  private func badOrder() -> OfficeError {
    OfficeError("bad-order", Bilingual(zh: "任务单无法读取", en: "the order cannot be read"))
  }

  /// Held by the kernel, whatever a script manages to do to this process.
  private func setLimits() {
    func limit(_ resource: __rlimit_resource, _ value: UInt) {
      var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
      _ = unsafe setrlimit(Int32(resource.rawValue), &limit)
    }
    limit(RLIMIT_AS, UInt(max(memory, 256)) << 20)
    limit(RLIMIT_CORE, 0)
    // What is no time is refused later; here it must not stand in the way of the limits.
    let seconds = self.limit.timeLimit
    limit(RLIMIT_CPU, (seconds > 0 && seconds < 1e6 ? UInt(seconds * 4) : 0) + 120)
  }
}
