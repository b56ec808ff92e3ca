public import CityModel
public import Columns
internal import GRDB

extension Register {
  /// Writes complaints as Open311 service requests (GeoReport v2), without persons: the public text, the estate and no door.
  ///
  /// - Parameter write: is given the text piece by piece, in UTF-8.
  /// - Returns: how many requests were written.
  @discardableResult
  public func exportOpen311(
    form: Open311Form = .json, filter: Open311Filter = .init(), scope: Scope = .city, asOf: Moment, rulebook: Rulebook,
    to write: @escaping (String) -> Void
  ) throws(RegisterError) -> Int {
    let snapshot = try snapshot(scope: scope, asOf: asOf, rulebook: rulebook)
    let (kept, ambiguous) = try read { database in
      var kept: [String: [String: JSONValue]] = [:]
      let rows = try Row.fetchCursor(
        database, sql: "SELECT c.number, c.source, e.fields FROM complaint_extras e JOIN complaints c ON c.id = e.complaint WHERE e.form = 'open311'")
      while let row = try rows.next() {
        kept[Layout.complaintKey(number: row[0], source: row[1])] = JSONValue(parsing: row[2], literals: true)?.members
      }
      let numbers = try String.fetchAll(database, sql: "SELECT number FROM complaints GROUP BY number HAVING count(*) > 1")
      return (kept, Set(numbers))
    }
    do throws(ColumnError) {
      let records = try Open311Complaints(snapshot, kept: kept, ambiguous: ambiguous).records(filter)
      var writer = Open311Writer(list: "service_requests", item: "request", form: form, write: write)
      for record in records { writer.append(record.fields) }
      writer.finish()
      return records.count
    } catch {
      throw RegisterError(
        .database, path: path, .init("the complaints cannot be read: \(error.detail)", "无法读取投诉：\(error.detail)"), underlying: error)
    }
  }
}

/// The services that complaints can be about: the city's categories (GeoReport v2, GET services).
public enum Open311Services {
  public static func write(form: Open311Form = .json, to write: @escaping (String) -> Void) {
    var writer = Open311Writer(list: "services", item: "service", form: form, write: write)
    for category in Complaint.categories.values {
      writer.append([
        ("service_code", .text(Open311Fields.code(ofCategory: category.name))), ("service_name", .text(category.chinese)),
        ("description", .text(category.name)), ("metadata", .text("false")), ("type", .text("batch")),
        ("keywords", .text("\(category.chinese),\(category.name)")), ("group", .text("物业服务投诉")),
      ])
    }
    writer.finish()
  }
}
