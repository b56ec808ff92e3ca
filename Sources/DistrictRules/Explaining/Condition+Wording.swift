public import CityModel
public import Columns

extension Condition {
  /// The condition as a sentence in both languages: `项目的高层为是，且类别为电梯困人`.
  ///
  /// - Parameter snapshot: where names of rows come from; without it they read `#12`.
  public func sentence(over schema: TableSchema, in snapshot: Snapshot? = nil) -> Bilingual {
    ConditionWording(snapshot: snapshot).sentence(self, schema, [])
  }
}

extension Condition {
  /// What a single clause asks of its field, without the field: `为电梯困人`, `在最近1个月内`.
  ///
  /// - Returns: `nil` for a condition that is made of others, or leads to another table.
  public func requirement(of field: Columns.Field, in snapshot: Snapshot? = nil) -> Bilingual? {
    let wording = ConditionWording(snapshot: snapshot)
    return switch self {
    case .field(_, let test): wording.requirement(test, field)
    case .months(_, _, let test): wording.months(test)
    case .all, .any, .related: nil
    }
  }
}

/// Conditions in words.
struct ConditionWording {
  let snapshot: Snapshot?

  func sentence(_ condition: Condition, _ schema: TableSchema, _ path: [Columns.Field]) -> Bilingual {
    switch condition {
    case .all(let parts) where parts.isEmpty: Bilingual(zh: "全部\(schema.chinese)", en: "every \(schema.name)")
    case .all(let parts): joined(parts.map { sentence($0, schema, path) }, zh: "，且", en: " and ")
    case .any(let parts): joined(parts.map { sentence($0, schema, path) }, zh: "，或", en: " or ")
    case .field(let name, let test): clause(test, schema.field(name), name, path)
    case .months(let name, _, let test): months(test, schema.field(name), name, path)
    case .related(let name, let inner):
      if let field = schema.field(name), case .reference(let target) = field.type, let next = CitySchema.table(target) {
        sentence(inner, next, path + [field])
      } else {
        Bilingual(zh: name, en: name)
      }
    }
  }

  private func joined(_ parts: [Bilingual], zh: String, en: String) -> Bilingual {
    Bilingual(zh: parts.map(\.zh).joined(separator: zh), en: parts.map(\.en).joined(separator: en))
  }

  private func clause(_ test: Test, _ field: Columns.Field?, _ name: String, _ path: [Columns.Field]) -> Bilingual {
    guard let field else { return Bilingual(zh: name, en: name) }
    let subject = ConditionWording.subject(path + [field]), asked = requirement(test, field)
    return Bilingual(zh: subject.zh + asked.zh, en: subject.en + " " + asked.en)
  }

  func requirement(_ test: Test, _ field: Columns.Field) -> Bilingual {
    func said(_ zh: String, _ en: String) -> Bilingual { Bilingual(zh: zh, en: en) }
    func value(_ value: FieldValue) -> Bilingual { self.value(value, of: field) }
    func number(_ value: Int64) -> Bilingual { self.value(.number(value), of: field) }
    // The end of a day as the end of a time is that day's 24:00.
    func last(_ value: Int64) -> Bilingual {
      guard case .moment = field.type else { return number(value) }
      let said = Moment(seconds: value).saidAsLast
      return Bilingual(zh: said, en: said)
    }
    func list(_ values: [FieldValue]) -> Bilingual {
      let parts = values.map(value)
      return Bilingual(zh: parts.map(\.zh).joined(separator: "、"), en: parts.map(\.en).joined(separator: ", "))
    }
    switch test {
    case .equals(let wanted): return said("为\(value(wanted).zh)", "is \(value(wanted).en)")
    case .differs(let other): return said("不为\(value(other).zh)", "is not \(value(other).en)")
    case .lessThan(let bound): return said("少于\(last(bound).zh)", "is less than \(last(bound).en)")
    case .atMost(let bound): return said("至多\(last(bound).zh)", "is at most \(last(bound).en)")
    case .moreThan(let bound): return said("多于\(number(bound).zh)", "is more than \(number(bound).en)")
    case .atLeast(let bound): return said("至少\(number(bound).zh)", "is at least \(number(bound).en)")
    case .between(let low, let high):
      return said("在\(number(low).zh)至\(last(high).zh)之间（含两端）", "is between \(number(low).en) and \(last(high).en), both included")
    case .withinLast(let span, _, _):
      switch span.unit {
      case .currentDay, .currentMonth, .currentQuarter, .currentYear: return said("在\(span.chinese)", "is within \(span.english)")
      default: return said("在最近\(span.chinese)内", "is within the last \(span.english)")
      }
    case .oneOf(let values): return said("为\(list(values).zh)之一", "is one of \(list(values).en)")
    case .notOneOf(let values): return said("不是\(list(values).zh)中的任何一个", "is none of \(list(values).en)")
    case .exists(let wanted): return wanted ? said("有值", "has a value") : said("无值", "has no value")
    }
  }

  private func months(_ test: Test, _ field: Columns.Field?, _ name: String, _ path: [Columns.Field]) -> Bilingual {
    guard let field else { return Bilingual(zh: name, en: name) }
    let subject = ConditionWording.subject(path + [field]), asked = months(test)
    return Bilingual(zh: subject.zh + asked.zh, en: subject.en + " " + asked.en)
  }

  func months(_ test: Test) -> Bilingual {
    let (zh, en, count): (String, String, Int64) =
      switch test {
      case .moreThan(let bound): ("多于", "is more than", bound)
      case .atLeast(let bound): ("至少", "is at least", bound)
      case .lessThan(let bound): ("少于", "is less than", bound)
      case .atMost(let bound): ("至多", "is at most", bound)
      default: ("", "", 0)
      }
    let span = TimeSpan(count, .calendarMonths)
    return Bilingual(zh: zh + span.chinese, en: "\(en) \(span.english)")
  }

  /// `项目的高层`, `high rise of project`.
  static func subject(_ path: [Columns.Field]) -> Bilingual {
    func plain(_ name: String) -> String { name.split(separator: "_").joined(separator: " ") }
    return Bilingual(zh: path.map(\.chinese).joined(separator: "的"), en: path.reversed().map { plain($0.name) }.joined(separator: " of "))
  }

  private func value(_ value: FieldValue, of field: Columns.Field) -> Bilingual {
    switch (value, field.type) {
    case (.flag(let flag), _): return Bilingual(zh: flag ? "是" : "否", en: flag ? "yes" : "no")
    case (.text(let word), .enumeration(let enumeration)):
      return Bilingual(zh: enumeration.values.first { $0.name == word }?.chinese ?? word, en: word)
    case (.text(let text), _): return Bilingual(zh: "“\(text)”", en: "\"\(text)\"")
    case (.row(let row), _):
      guard let snapshot, let target = snapshot.target(of: field), let label = try? target.cell(target.schema.label, row: Int(row)), label != .empty
      else { return Bilingual(zh: "#\(row)", en: "#\(row)") }
      return Bilingual(zh: label.plain, en: label.plain)
    case (.number(let seconds), .elapsed):
      let span = TimeSpan(seconds, .seconds)
      return Bilingual(zh: span.chinese, en: span.english)
    case (.number(let units), .quantity(let quantity)):
      let plain = Cell.decimal(units: units, digits: quantity.digits).plain(decimals: .trimmed())
      switch quantity {
      case Money.type: return Bilingual(zh: plain + "元", en: plain + " yuan")
      case Points.type: return Bilingual(zh: plain + "分", en: plain + " points")
      case CalendarDays.type: return Bilingual(zh: plain + "天", en: plain + " days")
      case Percentage.type: return Bilingual(zh: plain + "%", en: plain + "%")
      default: return Bilingual(zh: plain + quantity.unit, en: plain + (quantity.unit.isEmpty ? "" : " " + quantity.unit))
      }
    case (.number(let number), let type):
      let plain = type.cell(number).plain
      return Bilingual(zh: plain, en: plain)
    }
  }
}
