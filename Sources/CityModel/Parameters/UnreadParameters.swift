internal import Synchronization

/// Parameters whose text is read when the first of them is asked for, and at most once.
final class UnreadParameters: Sendable {
  private let read: @Sendable () throws(ParameterError) -> Parameters
  private let known = Mutex<Result<[String: [Parameters.Entry]], ParameterError>?>(nil)

  init(_ read: @escaping @Sendable () throws(ParameterError) -> Parameters) { self.read = read }

  func entries() throws(ParameterError) -> [String: [Parameters.Entry]] {
    let result = known.withLock { known in
      let result = known ?? outcome()
      known = result
      return result
    }
    return try result.get()
  }

  private func outcome() -> Result<[String: [Parameters.Entry]], ParameterError> {
    do throws(ParameterError) { return .success(try read().entries()) } catch { return .failure(error) }
  }
}
