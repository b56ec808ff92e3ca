public import CityModel

extension Policy {
  /// The policy's text with a map of it in YAML.
  ///
  /// - Parameter digest: the SHA-256 of a text, in hexadecimal.
  /// - Throws: ``PolicyError`` with the line of the map.
  public init(text: String, yaml: String, digest: (String) -> String) throws(PolicyError) {
    let map: ParameterNode
    do throws(ParameterError) {
      map = try ParameterNode(yaml: yaml)
    } catch {
      throw PolicyError(code: "policy-shape", line: error.line, message: error.message)
    }
    try self.init(text: text, map: map, digest: digest)
  }
}
