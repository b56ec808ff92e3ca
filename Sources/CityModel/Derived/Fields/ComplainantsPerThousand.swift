internal import Columns

/// A9: 投诉率高
/// Reading 28: distinct complainants of the year for 1,000 households; nothing for an enterprise that serves none. Parameters: none.
extension EnterpriseColumns {
  static func perThousand(_ enterprises: Table) throws(ColumnError) -> Column {
    let persons = try enterprises.int64(Enterprise.complainants), households = try enterprises.int64(Enterprise.households)
    return Derivations.integers(enterprises.count) { row in
      let (scaled, overflow) = persons.base[row].multipliedReportingOverflow(by: 1000 * Rate.type.scale)
      return overflow || households.base[row] <= 0 ? nil : scaled / households.base[row]
    }
  }
}
