/// How long a command takes that has next to nothing to do.
struct CommandStart: Benchmark {
  let name = "start"

  func run(on stage: Stage, into report: Report) throws {
    let xize = try Spawn.sibling("xize")
    let register = try stage.register(2000)
    var commands = [[xize, "--version"], [xize, "eval", "-c", "1", "--register", register]]
    var peers: [String] = []
    for (program, option) in [("lua5.4", "-e"), ("python3", "-c")] {
      guard let path = Spawn.find(program) else {
        report.note("\(name): \(program) is not installed")
        continue
      }
      peers.append(program)
      commands.append([path, option, ""])
    }
    let times = try turns(20, commands.map { command in { try Spawn.run(command) } }).map { $0 * 1e3 }
    for (place, ours) in ["--version", "eval -c 1"].enumerated() {
      for (peer, theirs) in zip(peers, times.dropFirst(2)) {
        report.figure("\(name), \(ours), \(peer)", ours: times[place], unit: "ms", against: peer, theirs, target: .oursAtMost(15, "ms"))
      }
    }
  }
}
