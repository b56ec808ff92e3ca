public import CityModel
public import Columns
public import Register

/// A desk with a register, the city's rulebook and the scripts of the districts: what commands, the prompt and an embedding
/// program work with.
public struct Office: Sendable {
  public let register: Register
  public let rulebook: Rulebook
  public let scripts: ScriptFolder
  let rulebookTexts = RulebookTexts.standard

  public init(register: Register, rulebook: Rulebook, scripts: ScriptFolder) {
    self.register = register
    self.rulebook = rulebook
    self.scripts = scripts
  }

  /// Opens a register with the city's standard rulebook.
  ///
  /// - Parameter clock: the machine's time, with which what is written is stamped.
  /// - Throws: ``OfficeError``.
  public init(
    register path: String, scripts folder: String, readOnly: Bool = true, clock: RecordingClock = .none
  ) throws(OfficeError) {
    do {
      self.init(
        register: try Register.open(at: path, readOnly: readOnly, clock: clock), rulebook: try Rulebook.standard(),
        scripts: ScriptFolder(path: folder))
    } catch {
      throw OfficeError(error)
    }
  }

  /// The city's facts, or a county's, as of a moment.
  public func snapshot(
    _ scope: Scope, asOf cut: Moment, preload: [TableSchema: [Field]] = [:]
  ) throws(OfficeError) -> Snapshot {
    do {
      return try register.snapshot(scope: scope, asOf: cut, rulebook: rulebook, preload: preload)
    } catch {
      throw OfficeError(error)
    }
  }
}
