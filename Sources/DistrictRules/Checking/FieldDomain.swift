internal import Columns

/// The values that a field may have where a condition is met.
struct FieldDomain: Hashable {
  enum Values: Hashable {
    case any
    /// Both ends included.
    case range(Int64, Int64)
    case among(Set<FieldValue>)
    case allBut(Set<FieldValue>)
  }

  var values: Values = .any
  /// Whether there may be no value, and whether there may be one.
  var mayBeMissing = false
  var mayHaveValue = true

  /// The domain of a test; a test for a value is not met where there is none.
  init(_ test: Test) {
    switch test {
    case .equals(.number(let value)): values = .range(value, value)
    case .equals(let value): values = .among([value])
    case .differs(let value): values = .allBut([value])
    case .lessThan(let bound): values = bound == .min ? .range(1, 0) : .range(.min, bound - 1)
    case .atMost(let bound): values = .range(.min, bound)
    case .moreThan(let bound): values = bound == .max ? .range(1, 0) : .range(bound + 1, .max)
    case .atLeast(let bound): values = .range(bound, .max)
    case .between(let low, let high), .withinLast(_, let low, let high): values = .range(low, high)
    case .oneOf(let list): values = .among(Set(list))
    case .notOneOf(let list): values = .allBut(Set(list))
    case .exists(let wanted): (mayBeMissing, mayHaveValue) = (!wanted, wanted)
    }
  }

  /// Every value, and none.
  init() { mayBeMissing = true }

  /// Whether nothing is left, for a field that has so many values at most.
  func isEmpty(of known: [FieldValue]?) -> Bool {
    if mayBeMissing { return false }
    guard mayHaveValue else { return true }
    switch values {
    case .any: return false
    case .range(let low, let high): return low > high
    case .among(let set): return set.isEmpty
    case .allBut(let set): return known.map { $0.allSatisfy(set.contains) } ?? false
    }
  }

  func intersection(_ other: FieldDomain) -> FieldDomain {
    var result = self
    result.mayBeMissing = mayBeMissing && other.mayBeMissing
    result.mayHaveValue = mayHaveValue && other.mayHaveValue
    switch (values, other.values) {
    case (.any, let known), (let known, .any): result.values = known
    case (.range(let a, let b), .range(let c, let d)): result.values = .range(max(a, c), min(b, d))
    case (.among(let a), .among(let b)): result.values = .among(a.intersection(b))
    case (.among(let a), .allBut(let b)), (.allBut(let b), .among(let a)): result.values = .among(a.subtracting(b))
    case (.allBut(let a), .allBut(let b)): result.values = .allBut(a.union(b))
    case (.range, .among(let set)): result.values = .among(set.filter { FieldDomain.contains(values, $0) })
    case (.among(let set), .range): result.values = .among(set.filter { FieldDomain.contains(other.values, $0) })
    // A hole in a range is kept as the range: too wide, never too narrow.
    case (.range, .allBut): result.values = values
    case (.allBut, .range): result.values = other.values
    }
    return result
  }

  private static func contains(_ range: Values, _ value: FieldValue) -> Bool {
    guard case .range(let low, let high) = range, case .number(let number) = value else { return true }
    return low <= number && number <= high
  }

  /// Whether every value of this domain is certainly one of the other's.
  func isSubset(of other: FieldDomain) -> Bool {
    if mayBeMissing, !other.mayBeMissing { return false }
    guard mayHaveValue else { return true }
    guard other.mayHaveValue else { return false }
    return switch (values, other.values) {
    case (_, .any): true
    case (.any, _): false
    case (.range(let a, let b), .range(let c, let d)): c <= a && b <= d
    case (.among(let a), .among(let b)): a.isSubset(of: b)
    case (.among(let a), .allBut(let b)): a.isDisjoint(with: b)
    case (.allBut(let a), .allBut(let b)): b.isSubset(of: a)
    case (.among(let a), .range): a.allSatisfy { FieldDomain.contains(other.values, $0) }
    case (.range(let a, let b), .among(let set)): a == b && set.contains(.number(a))
    case (.range(let a, let b), .allBut(let set)): !set.contains { if case .number(let n) = $0 { a <= n && n <= b } else { true } }
    case (.allBut, _): false
    }
  }
}
