import LuaSyntax
import Testing

@Suite("Vocabulary and spelling")
struct VocabularyTests {
  @Test("One word, one meaning: anything else is refused")
  func oneToOne() {
    #expect(throws: VocabularyError.self) { try Vocabulary([("投诉", "complaints"), ("投诉", "complaint")]) }
    #expect(throws: VocabularyError.self) { try Vocabulary([("投诉", "complaints"), ("举报", "complaints")]) }
    #expect(throws: VocabularyError.self) { try Vocabulary([("结束", "finish")]) }
    #expect(throws: VocabularyError.self) { try Vocabulary([("如 果", "whether")]) }
    #expect(throws: VocabularyError.self) { try Vocabulary([("若", "if")]) }
    #expect(throws: VocabularyError.self) { try Vocabulary([("投诉", "complaints!")]) }
    #expect(throws: VocabularyError.self) { try Vocabulary([("abc", "complaints")]) }
    #expect(throws: Never.self) { try Vocabulary([("投诉", "complaints"), ("投诉", "complaints")]) }
  }

  @Test("Every reserved word of Lua has a Chinese one")
  func keywordsComplete() {
    for kind in Token.Kind.allCases where kind.isKeyword {
      let chinese = Vocabulary.keywords.chinese(for: kind.spelling)
      #expect(chinese != nil)
      #expect(Lexer.tokens(of: SourceText(name: "", chinese ?? "")).map(\.kind) == [kind])
    }
  }

  @Test("Names of any script come back from their encoding, and no two share one")
  func encoding() {
    let names = ["投诉", "投诉2", "_投", "投_u8bc9", "投诉", "投_诉", "é", "𠮷野家", "a_u投", "_u_u投", "__U投", "Привет", "投_u005f"]
    #expect(Set(names.map(EncodedName.encode)).count == Set(names).count)
    for name in names {
      let encoded = EncodedName.encode(name)
      #expect(encoded.utf8.allSatisfy { $0 < 0x80 })
      #expect(EncodedName.decode(encoded) == name)
    }
    #expect(EncodedName.encode("plain_u6295") == "plain_u6295")
    #expect(EncodedName.decode("plain") == nil)
    #expect(EncodedName.decode("_u005f") == nil)
  }

  @Test(
    "Did you mean",
    arguments: [
      ("compliants", "complaints"), ("complaint", "complaints"), ("投宿", "投诉"), ("Complaints", "complaints"),
      ("zzz", nil), ("类別", "类别"),
      ("complaints", nil), ("caetgory", "category"), ("x", nil), ("", nil),
    ] as [(String, String?)])
  func spelling(word: String, expected: String?) {
    #expect(closest(to: word, among: ["投诉", "category", "complaints", "类别", "企业"]) == expected)
    #expect(closest(to: word, among: ["企业", "类别", "complaints", "category", "投诉"]) == expected)
  }
}
