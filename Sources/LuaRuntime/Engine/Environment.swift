/// The globals of one script: its own copies of the library tables, and what the host gave it.
///
/// Reading a name that is not there is an error with a suggestion, and globals cannot be made: what one script does never
/// reaches another.
public final class Environment {
  let reference: Int32
  let engine: Engine
  /// By how many bytes the script's limit was raised for what is set up here; given back when the environment goes.
  var cost = 0

  init(reference: Int32, engine: Engine) {
    self.reference = reference
    self.engine = engine
  }

  deinit { engine.releases.add(reference, cost: cost) }
}
