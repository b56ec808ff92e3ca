internal import CityModel
internal import Glibc
internal import Register
internal import Synchronization

/// One child process: input in, output out, an end in any case.
enum ChildProcess {
  /// What became of it.
  enum Answer: Sendable, Hashable {
    case text(String)
    case killed(Int32)
    /// It had not ended in so many seconds, and was killed from outside.
    case late(Double)
    case notStarted(String)
  }

  /// Bytes beyond which an answer is none: no county's facts are as long.
  static let longestAnswer = 256 << 20

  private static let spawning = Mutex(())

  /// - Parameter deadline: seconds after which it is killed, whether it reads, writes, or does neither.
  static func run(
    _ program: String, _ arguments: [String], input: String, deadline: Double, longestAnswer: Int = ChildProcess.longestAnswer
  ) -> Answer {
    let started = spawning.withLock { _ in start(program, arguments) }
    switch started {
    case .failure(let reason): return .notStarted(reason.text)
    case .success(let child):
      let end = now() + deadline
      let output = child.exchange(input, until: end, longestAnswer)
      close(child.input)
      close(child.output)
      let (status, isLate) = child.wait(until: output == nil ? 0 : end)
      let signal = status & 0x7f
      if isLate { return output == nil && now() < end ? .text("") : .late(deadline) }
      return signal == 0 ? .text(String(decoding: output ?? [], as: UTF8.self)) : .killed(signal)
    }
  }

  private struct Reason: Error {
    let text: String
    init(_ code: Int32) { text = String(cString: strerror(code)) }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// One at a time: between a pipe and its mark no sibling may be born, which would hold an end of it.
  private static func start(_ program: String, _ arguments: [String]) -> Result<Child, Reason> {
    // A socket, because writing to a pipe whose reader has died ends the writer too.
    var toChild: [Int32] = [0, 0], fromChild: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &toChild) == 0 else { return .failure(Reason(errno)) }
    guard pipe(&fromChild) == 0 else {
      let code = errno
      for end in toChild { close(end) }
      return .failure(Reason(code))
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
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, nil, words, environ)
    close(toChild[0])
    close(fromChild[1])
    guard code == 0 else {
      close(toChild[1])
      close(fromChild[0])
      return .failure(Reason(code))
    }
    return .success(Child(process: process, input: toChild[1], output: fromChild[0]))
  }

  private struct Child {
    let process: pid_t
    /// Where its input is written, and its output read.
    let input: Int32
    let output: Int32

    /// Writes the input and reads the output to its end, both as the child is ready for them.
    ///
    /// - Returns: `nil` when it is to be killed: it is late, or says too much.
    func exchange(_ text: String, until end: Double, _ longest: Int) -> [UInt8]? {
      var left = Array(text.utf8)[...]
      var answer: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65_536)
      if left.isEmpty { shutdown(input, Int32(SHUT_WR)) }
      while true {
        let time = end - now()
        guard time > 0, answer.count <= longest else { return nil }
        var waiting = [
          pollfd(fd: output, events: Int16(POLLIN), revents: 0),
          pollfd(fd: left.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0),
        ]
        guard poll(&waiting, 2, Int32(min(time, 3600) * 1000) + 1) > 0 else { continue }
        if waiting[1].revents != 0 {
          let sent = left.withUnsafeBytes { send(input, $0.baseAddress, $0.count, Int32(Int(MSG_NOSIGNAL) | Int(MSG_DONTWAIT))) }
          if sent > 0 { left = left.dropFirst(sent) } else if errno != EINTR, errno != EAGAIN { left = [] }
          if left.isEmpty { shutdown(input, Int32(SHUT_WR)) }
        }
        if waiting[0].revents != 0 {
          let count = read(output, &buffer, buffer.count)
          if count > 0 { answer += buffer[0..<count] } else if count == 0 || errno != EINTR { return answer }
        }
      }
    }

    /// Its end: what has closed its output may still be at work, so it is watched until the time is up, and then killed.
    func wait(until end: Double) -> (status: Int32, isLate: Bool) {
      var status: Int32 = 0
      var pause: UInt32 = 100
      while true {
        let done = waitpid(process, &status, WNOHANG)
        if done == process || done < 0 && errno != EINTR { return (status, false) }
        if now() >= end { break }
        usleep(pause)
        pause = min(pause * 2, 20_000)
      }
      kill(process, SIGKILL)
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      return (status, true)
    }
  }
}

extension ChildProcess.Answer {
  /// What was answered, where it was one whole JSON value that is no error.
  var result: Result<JSONValue, WorkerFailure> {
    switch self {
    case .text(let text):
      guard let json = JSONValue(parsing: text) else { return .failure(.garbled) }
      guard let error = json["error"] else { return .success(json) }
      return .failure(
        WorkerFailure(
          code: error["code"]?.text ?? "unexpected", message: Bilingual(zh: error["zh"]?.text ?? "", en: error["en"]?.text ?? "")))
    case .killed(let signal):
      return .failure(
        WorkerFailure(
          code: "worker-killed",
          message: Bilingual(
            zh: "子进程被信号 \(signal) 终止：崩溃，或超出内存限制\n提示：排除原因后用 --resume 补跑",
            en: "the worker was ended by signal \(signal): it crashed, or went beyond its memory\nhelp: mend the cause, then --resume")))
    case .late(let seconds):
      let seconds = Int(seconds.rounded(.up))
      return .failure(
        WorkerFailure(
          code: "worker-late",
          message: Bilingual(
            zh: "子进程 \(seconds) 秒内没有结束，已被终止\n提示：用 --time-limit 放宽时限，再用 --resume 补跑",
            en: "the worker did not end within \(seconds) seconds and was killed\nhelp: allow more with --time-limit, then --resume")))
    case .notStarted(let reason):
      return .failure(
        WorkerFailure(code: "worker-not-started", message: Bilingual(zh: "无法启动子进程：\(reason)", en: "the worker cannot be started: \(reason)")))
    }
  }
}

extension WorkerFailure {
  static let garbled = WorkerFailure(
    code: "worker-garbled",
    message: Bilingual(
      zh: "子进程的结果无法读取\n提示：排除原因后用 --resume 补跑", en: "the worker's result cannot be read\nhelp: mend the cause, then --resume"))
}
