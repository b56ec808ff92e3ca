public import CityModel
internal import Columns
internal import Foundation
internal import Glibc
public import LuaRuntime
internal import Register
internal import Synchronization

/// Workers that are processes of the program itself: each is given one county's order, loads that county's rows only, lives
/// within limits of its own, and is killed from outside after a grace period (D6).
public struct ProcessWorkers: DistrictWorkers {
  /// The program, and the arguments under which it becomes a worker.
  public let program: String
  public let arguments: [String]
  /// How many run at once.
  public let count: Int
  /// Seconds that a worker may take beyond its script's time.
  public let grace: Double

  public init(program: String, arguments: [String], count: Int, grace: Double = 60) {
    self.program = program
    self.arguments = arguments
    self.count = max(1, min(64, count))
    self.grace = grace
  }

  public func carryOut(
    _ orders: [DistrictOrder], city: String?, limits: Engine.Limits, progress: (Division) -> Void
  ) throws(OfficeError) -> WorkerAnswers {
    // The city's scores are as long as several counties' together: they go first.
    let messages = (city.map { [JSONValue.object(["city": .text($0)])] } ?? []) + orders.map(\.json)
    let time = Double(limits.time?.components.seconds ?? 60)
    let board = Board(messages.map(\.description))
    let threads = (0..<min(count, messages.count)).map { _ in
      let thread = Thread { work(board, deadline: time * 4 + grace) }
      thread.stackSize = 1 << 20
      thread.start()
      return thread
    }
    var told = 0
    while !board.isDone {
      board.waitForProgress()
      let done = min(board.finished, orders.count)
      while told < done {
        if let county = Divisions.changzhi[orders[told].county] { progress(county) }
        told += 1
      }
    }
    _ = threads
    return answers(board.answers, orders, city)
  }

  private func answers(_ texts: [Answer], _ orders: [DistrictOrder], _ city: String?) -> WorkerAnswers {
    var answers = WorkerAnswers()
    var texts = texts[...]
    if city != nil, let first = texts.popFirst(), case .text(let text) = first {
      answers.city = JSONValue(parsing: text)?.elements.compactMap(DistrictRun.ScoreFacts.init) ?? []
    }
    for (order, answer) in zip(orders, texts) {
      switch answer {
      case .text(let text):
        guard let json = JSONValue(parsing: text) else {
          answers.failed.append(.init(order: order, code: "worker-garbled", message: Bilingual(zh: "子进程的结果无法读取", en: "the worker's result cannot be read")))
          continue
        }
        if let error = json["error"] {
          answers.failed.append(
            .init(
              order: order, code: error["code"]?.text ?? "unexpected",
              message: Bilingual(zh: error["zh"]?.text ?? "", en: error["en"]?.text ?? "")))
        } else if let run = DistrictRun(json) {
          answers.districts.append(run)
        }
      case .killed(let signal):
        answers.failed.append(
          .init(
            order: order, code: "worker-killed",
            message: Bilingual(zh: "子进程被信号 \(signal) 终止：超出时间或内存限制", en: "the worker was ended by signal \(signal): beyond its time or memory")))
      case .notStarted(let reason):
        answers.failed.append(
          .init(order: order, code: "worker-not-started", message: Bilingual(zh: "无法启动子进程：\(reason)", en: "the worker cannot be started: \(reason)")))
      }
    }
    return answers
  }

  enum Answer: Sendable {
    case text(String)
    case killed(Int32)
    case notStarted(String)
  }

  private func work(_ board: Board, deadline: Double) {
    while let (position, message) = board.take() {
      board.finish(position, ChildProcess.run(program, arguments, input: message, deadline: deadline))
    }
  }

  /// What is to be done, and what came of it.
  private final class Board: Sendable {
    private struct State {
      var next = 0
      var answers: [Answer?]
      var finished = 0
    }

    private let messages: [String]
    private let state: Mutex<State>
    private let ticks = DispatchSemaphore(value: 0)

    init(_ messages: [String]) {
      self.messages = messages
      state = Mutex(State(answers: Array(repeating: nil, count: messages.count)))
    }

    func take() -> (Int, String)? {
      state.withLock { state in
        guard state.next < messages.count else { return nil }
        state.next += 1
        return (state.next - 1, messages[state.next - 1])
      }
    }

    func finish(_ position: Int, _ answer: Answer) {
      state.withLock { state in
        state.answers[position] = answer
        state.finished += 1
      }
      ticks.signal()
    }

    var finished: Int { state.withLock { $0.finished } }
    var isDone: Bool { finished == messages.count }
    func waitForProgress() { if !isDone { ticks.wait() } }
    var answers: [Answer] { state.withLock { $0.answers.compactMap { $0 } } }
  }
}

/// One child process: input in, output out, an end in any case.
enum ChildProcess {
  private static let spawning = Mutex(())

  static func run(_ program: String, _ arguments: [String], input: String, deadline: Double) -> ProcessWorkers.Answer {
    var toChild: [Int32] = [0, 0], fromChild: [Int32] = [0, 0]
    var process: pid_t = 0
    // One at a time: between a pipe and its mark no sibling may be born, which would hold an end of it.
    let failure: String? = spawning.withLock { _ in
      guard pipe(&toChild) == 0 else { return reason(errno) }
      guard pipe(&fromChild) == 0 else {
        close(toChild[0])
        close(toChild[1])
        return reason(errno)
      }
      for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
      posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
      var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
      words.append(nil)
      defer { for word in words { free(word) } }
      let code = posix_spawn(&process, program, &actions, nil, words, environ)
      close(toChild[0])
      close(fromChild[1])
      guard code != 0 else { return nil }
      close(toChild[1])
      close(fromChild[0])
      return reason(code)
    }
    if let failure { return .notStarted(failure) }
    write(input, to: toChild[1])
    close(toChild[1])
    let output = read(fromChild[0], of: process, until: now() + deadline)
    close(fromChild[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7f
    return signal == 0 ? .text(String(decoding: output, as: UTF8.self)) : .killed(signal)
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let sent = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if sent < 0 {
        if errno == EINTR { continue }
        return
      }
      bytes = bytes.dropFirst(sent)
    }
  }

  /// Reads to the end; a child that has not ended by then is killed, which ends it.
  private static func read(_ descriptor: Int32, of process: pid_t, until deadline: Double) -> [UInt8] {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let left = deadline - now()
      if left <= 0 { kill(process, SIGKILL) }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, left <= 0 ? 1000 : Int32(min(left, 3600) * 1000) + 1)
      if ready == 0 { if left <= 0 { return output } else { continue } }
      if ready < 0 { if errno == EINTR { continue } else { return output } }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return output }
      output += buffer[0..<count]
    }
  }
}
