import CityModel
import Foundation
import Register
import Testing

@Suite("Creating, opening and checking a register")
struct OpeningTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aNewRegisterOpensAgainAndIsSound() throws {
    try Register.create(at: folder.file("city.xize")).close()
    let register = try Register.open(at: folder.file("city.xize"))
    #expect(try register.check() == [])
    #expect(try register.ledgerPosition() == 0)
    let again = try Register.open(at: folder.file("city.xize"), readOnly: true)
    #expect(again.isReadOnly)
  }

  @Test func creatingNeverReplacesAFile() throws {
    let path = try folder.write("notes.txt", "mine")
    #expect(code { try Register.create(at: path) } == .fileExists)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    #expect(code { try Register.create(at: folder.path) } == .isDirectory)
    #expect(code { try Register.create(at: folder.file("no/such/folder.xize")) } == .missingFile)
  }

  @Test func openingTellsWhatTheFileIsInstead() throws {
    #expect(code { try Register.open(at: folder.file("absent.xize")) } == .missingFile)
    #expect(code { try Register.open(at: folder.path) } == .isDirectory)
    #expect(code { try Register.open(at: try folder.write("a.csv", "number,source\n")) } == .notADatabase)
    #expect(code { try Register.open(at: try folder.write("empty.xize", "")) } == .notADatabase)
    let long = [UInt8](repeating: 7, count: 9000)
    #expect(code { try Register.open(at: try folder.write("noise.xize", long)) } == .notADatabase)
  }

  @Test func aDatabaseOfAnotherProgramAndOneOfANewerVersionAreLeftAlone() throws {
    let path = folder.file("city.xize")
    try Register.create(at: path).close()
    let original = try Data(contentsOf: URL(fileURLWithPath: path))
    for (offset, expected) in [(68, RegisterError.Code.otherApplication), (60, .newerVersion)] {
      var bytes = original
      bytes[offset + 3] = 99
      let other = try folder.write("other-\(offset).xize", Array(bytes))
      #expect(code { try Register.open(at: other) } == expected)
      #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == bytes)
    }
  }

  @Test func damageIsReportedNotTrusted() throws {
    let path = folder.file("city.xize")
    try Register.create(at: path).close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    // The page of a table, not the header.
    for offset in 3 * 4096..<5 * 4096 { bytes[offset] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: path))
    var findings: [String] = []
    let failure = code {
      let register = try Register.open(at: path)
      findings = try register.check()
    }
    #expect(failure == .corrupt || !findings.isEmpty)
  }

  @Test func everyErrorSpeaksBothLanguagesAndOffersHelp() throws {
    do {
      _ = try Register.open(at: folder.file("absent.xize"))
      Issue.record("an absent file was opened")
    } catch {
      #expect(error.description.contains("absent.xize: there is no such file [missing-file]\n  help: "))
      #expect(error.chineseDescription.contains("没有这个文件"))
    }
  }

  @Test func aSecondWriterIsToldThatTheRegisterIsOpenElsewhereOnlyWhileItWrites() throws {
    let path = folder.file("city.xize")
    let one = try Register.create(at: path)
    let two = try Register.open(at: path)
    #expect(try one.check() == [])
    #expect(try two.check() == [])
  }
}

/// The code of the error that the body ends with.
func code<T>(_ body: () throws -> T) -> RegisterError.Code? {
  do {
    _ = try body()
    return nil
  } catch let error as RegisterError {
    return error.code
  } catch {
    return RegisterError.Code(rawValue: "\(error)")
  }
}
