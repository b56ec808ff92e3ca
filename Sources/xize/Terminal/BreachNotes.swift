internal import Bureau
internal import CityModel
internal import Register

/// Tells which clauses the records of a register, or of a file, are against: one line a clause.
enum BreachNotes {
  static func tell(_ breaches: [Breach], _ lang: LanguageOptions) {
    for breach in breaches {
      let more = breach.count > breach.first.count
      let keys = breach.first.joined(separator: lang("、", ", ")) + (more ? " …" : "")
      Terminal.note(
        lang(
          "[\(breach.code)] \(SourceWords.said(breach.article).zh)：\(CitySchema.said(plural: breach.table).zh) \(breach.count) 条：\(keys)：\(breach.sentence.zh)",
          "[\(breach.code)] \(breach.article): \(breach.count) of \(breach.table): \(keys): \(breach.sentence.en)"))
    }
  }
}
