internal import CityModel
internal import Columns

/// What a condition lets through, as alternatives of field domains: enough to see that it lets nothing through, that two have
/// nothing in common, or that one is within another.
///
/// Every answer is certain; where certainty would need more, the answer is no.
struct ConditionSpace {
  /// Domains by path of fields; a path that is not there may have any value or none.
  typealias Box = [[String]: FieldDomain]

  private(set) var boxes: [Box]
  /// Whether the condition was too large to be taken apart.
  private(set) var isTooLarge = false
  private let schema: TableSchema

  private static let limit = 256

  init(_ condition: Condition, over schema: TableSchema) {
    self.schema = schema
    boxes = []
    boxes = ConditionSpace.boxes(condition, [], &isTooLarge).filter { !isEmpty($0) }
  }

  private static func boxes(_ condition: Condition, _ path: [String], _ tooLarge: inout Bool) -> [Box] {
    switch condition {
    case .field(let name, let test): return [[path + [name]: FieldDomain(test)]]
    case .months(let name, _, let test): return [[path + [name + " (months)"]: FieldDomain(test)]]
    case .related(let name, let inner): return boxes(inner, path + [name], &tooLarge)
    case .any(let parts): return parts.flatMap { boxes($0, path, &tooLarge) }
    case .all(let parts):
      var result: [Box] = [[:]]
      for part in parts {
        let alternatives = boxes(part, path, &tooLarge)
        guard result.count * max(1, alternatives.count) <= limit else {
          tooLarge = true
          continue
        }
        result = result.flatMap { box in alternatives.map { box.merging($0) { $0.intersection($1) } } }
      }
      return result
    }
  }

  private func isEmpty(_ box: Box) -> Bool { box.contains { path, domain in domain.isEmpty(of: values(path)) } }

  /// All values of a field, where they are few.
  private func values(_ path: [String]) -> [FieldValue]? {
    var schema = schema
    for (index, name) in path.enumerated() {
      guard let field = schema.field(name) else { return nil }
      switch field.type {
      case .enumeration(let enumeration) where index == path.count - 1: return enumeration.values.map { .text($0.name) }
      case .flag where index == path.count - 1: return [.flag(true), .flag(false)]
      case .reference(let target):
        guard let next = CitySchema.table(target) else { return nil }
        schema = next
      default: return nil
      }
    }
    return nil
  }

  /// Certain: no row can meet the condition.
  var isEmpty: Bool { boxes.isEmpty && !isTooLarge }

  /// Certain: no row can meet both.
  func isDisjoint(from other: ConditionSpace) -> Bool {
    guard !isTooLarge, !other.isTooLarge else { return false }
    return boxes.allSatisfy { a in other.boxes.allSatisfy { b in isEmpty(a.merging(b) { $0.intersection($1) }) } }
  }

  /// Certain: whatever meets this condition meets the other.
  func isSubset(of other: ConditionSpace) -> Bool {
    guard !isTooLarge, !other.isTooLarge, !boxes.isEmpty else { return false }
    return boxes.allSatisfy { a in
      other.boxes.contains { b in b.allSatisfy { path, domain in (a[path] ?? FieldDomain()).isSubset(of: domain) } }
    }
  }
}
