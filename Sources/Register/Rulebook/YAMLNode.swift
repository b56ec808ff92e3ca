internal import CityModel
internal import Yams

extension ParameterNode {
  /// Reads one YAML document; scalars stay the text they are, so that `0.5` never becomes a floating-point number.
  ///
  /// - Throws: ``ParameterError`` `parameter-shape` where the text is not YAML.
  init(yaml text: String) throws(ParameterError) {
    do {
      // Without rules for kinds of scalar: nobody asks, and they run regular expressions over every key.
      guard let node = try Yams.compose(yaml: text, .basic) else {
        throw ParameterError(.shape, key: "file", detail: "the file is empty")
      }
      self.init(node)
    } catch let error as ParameterError {
      throw error
    } catch let error as YamlError {
      switch error {
      case .duplicatedKeysInMapping(let duplicates, let context):
        throw ParameterError(
          .duplicate, key: duplicates.sorted().first ?? "a name", line: context.mark.line, column: context.mark.column,
          help: "put all values of a parameter into one list")
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw ParameterError(
          .shape, key: "file", detail: problem, line: mark.line, column: mark.column,
          help: "check the indentation and the quotes")
      default:
        throw ParameterError(.shape, key: "file", detail: "\(error)")
      }
    } catch {
      throw ParameterError(.shape, key: "file", detail: "\(error)")
    }
  }

  private init(_ node: Node) {
    let line = node.mark?.line ?? 0
    let column = node.mark?.column ?? 0
    switch node {
    case .scalar(let scalar): self.init(.scalar(scalar.string), line: line, column: column)
    case .sequence(let sequence): self.init(.list(sequence.map { ParameterNode($0) }), line: line, column: column)
    case .mapping(let mapping):
      let entries = mapping.map { key, value in
        Entry(
          key.scalar?.string ?? "", line: key.mark?.line ?? 0, column: key.mark?.column ?? 0, ParameterNode(value))
      }
      self.init(.map(entries), line: line, column: column)
    case .alias: self.init(.scalar(""), line: line, column: column)
    }
  }
}
