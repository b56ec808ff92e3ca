/// The globals of one script: its own copies of the library tables, and what the host gave it.
///
/// Reading a name that is not there is an error with a suggestion, and globals cannot be made: what one script does never
/// reaches another.
public final class Environment {
  let reference: Int32
  let engine: Engine

  init(reference: Int32, engine: Engine) {
    self.reference = reference
    self.engine = engine
  }

  deinit { engine.releases.add(reference) }
}
