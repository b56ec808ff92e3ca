/// The distinct texts of a column, in order of first appearance; rows hold positions in it.
public final class TextDictionary: Sendable {
  public let values: [String]
  private let positions: [String: UInt32]

  public init(_ values: [String]) {
    self.values = values
    var positions = [String: UInt32](minimumCapacity: values.count)
    for (position, value) in values.enumerated() where positions[value] == nil { positions[value] = UInt32(position) }
    self.positions = positions
  }

  /// The code of a text, or `nil` when no row holds it.
  public func code(of text: String) -> UInt32? { positions[text] }
}
