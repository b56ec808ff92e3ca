import Columns
import SampleCity
import Testing

@Suite struct SameBytesTests {
  @Test(arguments: SampleFile.allCases)
  func theSameSeedGivesTheSameBytes(file: SampleFile) {
    let one = SampleCity(seed: 7, complaints: 2000).bytes(file)
    #expect(one == SampleCity(seed: 7, complaints: 2000).bytes(file))
    #expect(one.last == 0x0A)
  }

  /// The order of a dictionary or an address would differ between two processes, which one process cannot see.
  ///
  /// The figure changes whenever a byte of the sample changes; put the new one here after looking at the files.
  @Test func theBytesAreThoseOfEveryOtherProcess() {
    let all = SampleFile.allCases.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      hash(SampleCity(seed: 2026, complaints: 2000).bytes($1), $0)
    }
    #expect(String(all, radix: 16) == "21df14e9bd164cca")
  }

  @Test(arguments: SampleFile.allCases.filter { $0 != .officers })
  func anotherSeedGivesOtherBytes(file: SampleFile) {
    #expect(SampleCity(seed: 7, complaints: 2000).bytes(file) != SampleCity(seed: 8, complaints: 2000).bytes(file))
  }

  @Test(arguments: SampleFile.allCases.filter { ![.complaints, .revisits, .reworks].contains($0) })
  func moreComplaintsLeaveTheCityAsItIs(file: SampleFile) {
    #expect(SampleCity(seed: 7, complaints: 0).bytes(file) == SampleCity(seed: 7, complaints: 90_000).bytes(file))
  }

  /// The number of complaints sets the pace and nothing else that does not hang on the season.
  @Test func aComplaintIsAFunctionOfSeedAndSerial() {
    func facts(_ count: Int) -> [String: [String]] {
      let sheet = SampleCity(seed: 7, complaints: count).sheet(.complaints)
      let rows = sheet.rows.indices.filter { !sheet[$0, "number"].hasPrefix("TS-CASE") }
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          (sheet[row, "number"], ["project", "channel", "complainant"].map { sheet[row, $0] })
        })
    }
    let few = facts(2000)
    let many = facts(12_000)
    #expect(few.count > 1500)
    #expect(few.allSatisfy { many[$0.key] == $0.value })
  }

  @Test func piecesEndWithALineAndStaySmall() {
    var largest = 0
    var rows = 0
    SampleCity(seed: 7, complaints: 20_000).write(.complaints) { (piece: [UInt8], count: Int) in
      largest = max(largest, piece.count)
      rows += count
      #expect(piece.last == 0x0A)
    }
    #expect(largest <= 1 << 18)
    #expect(rows == 20_000)
  }

  struct Enough: Error {}

  @Test func aSinkThatThrowsStopsTheStreamAtOnce() {
    var pieces = 0
    #expect(throws: Enough.self) {
      try SampleCity(seed: 7, complaints: 1_000_000_000).write(.complaints) { (_: [UInt8], _: Int) throws(Enough) in
        pieces += 1
        if pieces == 3 { throw Enough() }
      }
    }
    #expect(pieces == 3)
  }

  @Test(arguments: [
    (Int.min, 0), (-1, 0), (0, 0), (1, 1), (SampleCity.caseComplaints, SampleCity.caseComplaints), (5000, 5000),
  ])
  func thereAreExactlyAsManyComplaintsAsAskedFor(asked: Int, expected: Int) {
    let sheet = SampleCity(seed: 7, complaints: asked).sheet(.complaints)
    #expect(sheet.rows.count == expected)
    #expect(sheet.header == SampleFile.complaints.columns)
  }

  @Test(arguments: [
    Day(ordinal: .min), Day(ordinal: .max), Day(ordinal: 0), Day(year: 2025, month: 2, day: 28) ?? Day(ordinal: 0),
  ])
  func noDayOfTheCutOrCountBringsItDown(day: Day) {
    let city = SampleCity(seed: .max, complaints: 3000, enterprises: .min, projects: .min, through: day)
    for file in SampleFile.allCases { #expect(city.sheet(file).rows.allSatisfy { $0.count == file.columns.count }) }
    #expect(city.sheet(.complaints).column("accepted_at").allSatisfy { $0 < city.through.description })
  }
}
