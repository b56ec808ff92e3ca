public import CityModel
public import LuaRuntime

/// Processes that carry out counties' orders, each on that county's rows alone.
public protocol DistrictWorkers: Sendable {
  /// - Parameter city: the period whose city-wide scores are wanted.
  func carryOut(
    _ orders: [DistrictOrder], city: String?, limits: Engine.Limits, progress: (Division) -> Void
  ) throws(OfficeError) -> WorkerAnswers
}

/// What the workers brought, in the order of the orders.
public struct WorkerAnswers: Sendable {
  public var districts: [DistrictRun] = []
  public var city: [DistrictRun.ScoreFacts] = []
  /// Orders that came to nothing: a script that does not load, a worker that was killed.
  public var failed: [FailedDistrict] = []
  /// Why there are no city-wide scores although they were wanted.
  public var cityFailure: WorkerFailure?

  public init() {}
}

/// Why a worker brought nothing.
///
/// `worker-late`, `worker-killed`, `worker-garbled` and `worker-not-started` are the worker's own; other codes are those of the
/// order that it could not carry out.
public struct WorkerFailure: Error, Sendable, Hashable {
  public var code: String
  public var message: Bilingual
}

/// A county whose run failed as a whole.
public struct FailedDistrict: Sendable, Hashable {
  public var order: DistrictOrder
  public var code: String
  public var message: Bilingual

  public init(order: DistrictOrder, code: String, message: Bilingual) {
    self.order = order
    self.code = code
    self.message = message
  }

  init(order: DistrictOrder, failure: WorkerFailure) {
    self.init(order: order, code: failure.code, message: failure.message)
  }
}
