/// The city's dated parameters.
public struct Parameters: Sendable {
  public init() {}
}
