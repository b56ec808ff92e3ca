import CityModel
import Columns
@testable import DistrictRules
import Testing

@Suite("the words of the rule language")
struct WordTests {
  @Test("Chinese and English words are one to one") func oneToOne() throws {
    _ = try CityVocabulary.vocabulary()
    var english: [String: String] = [:]
    for (chinese, word) in CityVocabulary.pairs {
      #expect(english.updateValue(chinese, forKey: word) == nil, "`\(word)` is both \(english[word] ?? "") and \(chinese)")
    }
  }

  @Test("every field and table has the word that the schema gives it") func schemaWords() {
    for table in CitySchema.tables {
      #expect(CityVocabulary.english(table.chinese) == table.name)
      for field in table.fields { #expect(CityVocabulary.english(field.chinese) == field.name, "\(table.name).\(field.name)") }
    }
  }
}
