/// What the environment asks for.
struct Settings: Sendable {
  /// Complaints of the large city.
  let rows: Int
  let json: String?
  let only: String?
  let withPeers: Bool
  /// Whether a register of a province's size is made and scored too: minutes, and several gigabytes.
  let withProvince: Bool

  init(environment: [String: String]) {
    rows = max(10_000, environment["BENCH_ROWS"].flatMap { Int($0) } ?? 1_000_000)
    json = environment["BENCH_JSON"].flatMap { $0.isEmpty ? nil : $0 }
    only = environment["BENCH_ONLY"].flatMap { $0.isEmpty ? nil : $0 }
    withPeers = environment["BENCH_PEERS"] == "1"
    withProvince = environment["BENCH_PROVINCE"] == "1"
  }
}
