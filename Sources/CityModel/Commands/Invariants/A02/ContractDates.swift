internal import Columns

/// A2: 落实合同和项目负责人备案制度
/// Reading: nothing ends before it begins. Parameters: none.
extension CityInvariant {
  static let contractDates = CityInvariant(
    "contract-dates", "A2", on: Contract.schema, ManagerAssignment.schema, StaffAssignment.schema, zh: "止日不得早于起日", en: "nothing ends before it begins"
  ) { (changed: ChangedRow) throws(Refusal) in
    guard let from = changed.row["starts_on"]?.day else { return nil }
    for name in ["expires_on", "ended_on"] {
      if let until = changed.row[name]?.day, until < from {
        return Bilingual(zh: "止日 \(until) 早于起日 \(from)", en: "it ends on \(until), before it begins on \(from)")
      }
    }
    return nil
  }
}
