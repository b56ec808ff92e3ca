import CityModel
import Columns
import Testing

@Suite("money and points")
struct ValueTests {
  @Test(
    "amounts are read to the fen or not at all",
    arguments: [
      ("50000", 5_000_000), ("50000.5", 5_000_050), ("0.01", 1), ("-3.10", -310), ("1.230", 123), ("1.234", nil), ("", nil), (".5", nil), ("5.", nil),
      ("1e3", nil), ("92233720368547758.08", nil), ("92233720368547758.07", Int64.max), ("１", nil),
    ] as [(String, Int64?)])
  func money(text: String, fen: Int64?) { #expect(Money(text)?.fen == fen) }

  @Test("sums beyond 64 bits are no amount") func overflow() {
    #expect(Money(fen: .max).adding(Money(fen: 1)) == nil)
    #expect(Money(fen: .min).subtracting(Money(fen: 1)) == nil)
    #expect(Money(yuan: .max) == nil)
  }

  @Test(
    "a share of points is rounded to a thousandth, half away from zero",
    arguments: [(1000, 1, 3, 333), (1000, 2, 3, 667), (1, 1, 2, 1), (-1, 1, 2, -1), (-1000, 1, 3, -333), (10_000, 400, 1200, 3333), (5, 0, 7, 0)] as [(Int64, Int64, Int64, Int64)])
  func share(points: Int64, part: Int64, whole: Int64, expected: Int64) {
    #expect(Points(thousandths: points).share(part, of: whole).thousandths == expected)
  }

  @Test("points at the ends of their range stay there") func saturate() {
    let most = Points(thousandths: .max)
    #expect(most + Points(1) == most)
    #expect((-most + -most).thousandths == .min + 1)
    #expect(most.times(3) == most)
    #expect(Points(thousandths: -500).description == "-0.5")
  }
}

@Suite("the divisions of Changzhi")
struct DivisionTests {
  @Test("one city, twelve counties, 149 streets, each in its parent") func counts() {
    let divisions = Divisions.changzhi
    #expect(divisions.all.count { $0.level == .city } == 1)
    #expect(divisions.counties.count == 12)
    #expect(divisions.all.count { $0.level == .street } == 149)
    for division in divisions.all {
      guard let parent = division.parent else { continue }
      #expect(divisions[parent] != nil, "\(division.code)")
    }
    #expect(divisions.streets(of: "140403").count > 10)
  }

  @Test("a county by code, by name, by the short name", arguments: ["140403", "潞州区", "潞州"])
  func county(word: String) { #expect(Divisions.changzhi.county(named: word)?.code == "140403") }

  @Test("codes that are no more are no counties", arguments: ["140424", "140481", "140402", "长治", ""])
  func gone(word: String) { #expect(Divisions.changzhi.county(named: word) == nil) }
}

@Suite("the schema, said once")
struct SchemaTests {
  @Test("keys, labels, dates and references name what is there, and names are unique") func consistent() {
    var tables = Set<String>()
    for table in CitySchema.tables {
      #expect(table.field(table.key) != nil && table.field(table.label) != nil, "\(table.name)")
      if let dated = table.dated { #expect(table.field(dated) != nil, "\(table.name)") }
      #expect(Set(table.fields.map(\.name)).count == table.fields.count, "\(table.name)")
      for field in table.fields {
        #expect(!field.meaning.isEmpty && !field.chinese.isEmpty, "\(table.name).\(field.name)")
        // Each table refers only to earlier ones, or to itself.
        if case .reference(let target) = field.type { #expect(target == table.name || tables.contains(target), "\(table.name).\(field.name)") }
        if case .enumeration(let words) = field.type {
          #expect(Set(words.values.map(\.name)).count == words.values.count && Set(words.values.map(\.chinese)).count == words.values.count)
        }
      }
      #expect(tables.insert(table.name).inserted)
    }
  }
}
