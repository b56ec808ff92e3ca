public import CityModel
internal import Register

extension Policy {
  /// The policy of this city: its text and the map that ships with the model.
  public static func standard() throws(PolicyError) -> Policy {
    try Policy(text: textFile, yaml: mapFile, digest: digest)
  }

  /// The SHA-256 of a text, by which the map knows it.
  static func digest(_ text: String) -> String {
    var digest = SHA256()
    digest.update(Array(text.utf8))
    return digest.hexadecimal
  }
}
