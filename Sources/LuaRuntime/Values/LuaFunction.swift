/// A function that lives in an engine; Swift holds it by reference.
///
/// It may die on any thread: the engine lets go of it when it next runs. It does not keep the engine alive.
public final class LuaFunction {
  let reference: Int32
  private let releases: ReleaseQueue

  init(reference: Int32, releases: ReleaseQueue) {
    self.reference = reference
    self.releases = releases
  }

  deinit { releases.add(reference) }

  func belongs(to engine: Engine) -> Bool { releases === engine.releases }
}
