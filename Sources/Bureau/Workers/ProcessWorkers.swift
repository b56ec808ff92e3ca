public import CityModel
internal import Columns
internal import Foundation
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

  /// Every order comes back: carried out, or failed with what became of its worker.
  private func answers(_ texts: [ChildProcess.Answer], _ orders: [DistrictOrder], _ city: String?) -> WorkerAnswers {
    var answers = WorkerAnswers()
    var texts = texts[...]
    if city != nil, let first = texts.popFirst() {
      switch first.result {
      case .success(.array(let scores)): answers.city = scores.compactMap(DistrictRun.ScoreFacts.init)
      case .success: answers.cityFailure = .garbled
      case .failure(let failure): answers.cityFailure = failure
      }
    }
    for (order, answer) in zip(orders, texts) {
      switch answer.result {
      case .success(let json):
        if let run = DistrictRun(json), run.county.code == order.county {
          answers.districts.append(run)
        } else {
          answers.failed.append(.init(order: order, failure: .garbled))
        }
      case .failure(let failure): answers.failed.append(.init(order: order, failure: failure))
      }
    }
    return answers
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
      var answers: [ChildProcess.Answer?]
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

    func finish(_ position: Int, _ answer: ChildProcess.Answer) {
      state.withLock { state in
        state.answers[position] = answer
        state.finished += 1
      }
      ticks.signal()
    }

    var finished: Int { state.withLock { $0.finished } }
    var isDone: Bool { finished == messages.count }
    func waitForProgress() { if !isDone { ticks.wait() } }
    var answers: [ChildProcess.Answer] { state.withLock { $0.answers.compactMap { $0 } } }
  }
}
