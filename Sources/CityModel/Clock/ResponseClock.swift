public import Columns

/// A13: 主管部门受理物业投诉实行“三三三”快速响应机制（30分钟责任到人，3小时联系相关物业服务企业拿出初步结果，3天内基本办结）
/// Reading 10, 11, 12: from acceptance by the department, day and night; calendar days that end at 24:00 of the third, the day of acceptance not counted, holidays no excuse. Parameters: `sla.assign`, `sla.preliminary`, `sla.closeDays`, `sla.closeBasis`, `sla.rollHoliday`.
///
/// The clocks bind the department. The parameters are those of the day of acceptance, so that a later change never moves a due
/// time that has been set.
public struct ResponseClock: Sendable, Hashable {
  /// The three duties.
  public enum Step: String, Sendable, Hashable, CaseIterable {
    case assign, preliminary, close
  }

  /// Where a duty stands at the data cut.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Done by its due time.
    case inTime
    /// Done after it.
    case late
    /// Not done, and the due time has not passed.
    case running
    /// Not done, and the due time has passed.
    case overdue
    /// Withdrawn, a duplicate or transferred before it was done: no duty remains.
    case lapsed
    /// A fact is missing: no clock ran on the day of acceptance, or a closed complaint has no times.
    case unknown
  }

  public var assignDue: Moment
  public var preliminaryDue: Moment
  public var closeDue: Moment

  /// The due times of a complaint accepted at a moment.
  ///
  /// - Throws: ``ParameterError`` where no parameters hold on that day, or where working days of an unknown year count.
  public init(acceptedAt: Moment, rulebook: Rulebook) throws(ParameterError) {
    let terms = try Terms(on: acceptedAt.day, rulebook: rulebook)
    assignDue = acceptedAt.adding(seconds: terms.assign)
    preliminaryDue = acceptedAt.adding(seconds: terms.preliminary)
    closeDue = terms.closeEnd ?? acceptedAt.adding(seconds: terms.closeElapsed)
  }

  public func due(_ step: Step) -> Moment {
    switch step {
    case .assign: assignDue
    case .preliminary: preliminaryDue
    case .close: closeDue
    }
  }

  /// A duty done at `done`, or not done, seen from the data cut. The due moment itself is still in time.
  public static func state(due: Moment, done: Moment?, cut: Moment) -> State {
    if let done { return done <= due ? .inTime : .late }
    return cut <= due ? .running : .overdue
  }

  /// What the clocks read, for explanations.
  public static func readings(on day: Day, _ parameters: Parameters) throws(ParameterError) -> [Reading] {
    [
      try parameters.read(ClockParameters.assign, on: day).reading,
      try parameters.read(ClockParameters.preliminary, on: day).reading,
      try parameters.read(ClockParameters.closeDays, on: day).reading,
      try parameters.read(ClockParameters.closeBasis, on: day).reading,
      try parameters.read(ClockParameters.rollHoliday, on: day).reading,
    ]
  }

  /// The three terms for complaints accepted on one day.
  struct Terms {
    var assign: Int64
    var preliminary: Int64
    /// The fixed end, where days count and not hours.
    var closeEnd: Moment?
    var closeElapsed: Int64

    init(on day: Day, rulebook: Rulebook) throws(ParameterError) {
      let parameters = rulebook.parameters
      assign = try parameters.value(ClockParameters.assign, on: day).seconds
      preliminary = try parameters.value(ClockParameters.preliminary, on: day).seconds
      let days = try parameters.value(ClockParameters.closeDays, on: day)
      closeElapsed = Int64(days) * 86_400
      switch try parameters.value(ClockParameters.closeBasis, on: day) {
      case .elapsed: closeEnd = nil
      case .working: closeEnd = try rulebook.calendar.adding(workingDays: days, to: day).end
      case .calendar:
        let last = day.adding(days: days)
        let rolls = try parameters.value(ClockParameters.rollHoliday, on: day)
        closeEnd = rolls ? try rulebook.calendar.rolled(last).end : last.end
      }
    }
  }
}
