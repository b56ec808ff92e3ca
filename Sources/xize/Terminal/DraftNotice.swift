internal import Bureau
internal import Columns

extension LanguageOptions {
  /// As long as no adoption of the city's text is recorded, figures and previews say that they rest on a draft: beside the table,
  /// so that a file of them stays a table.
  func noteDraft(_ office: Office, on day: Day) throws {
    guard try office.isDraft(on: day) else { return }
    Terminal.note(
      self(
        "征求意见稿：截至 \(day) 未记录实施意见通过，结果仅供预演和核对", "draft: no adoption of the city's text is recorded by \(day); for rehearsal and checking only"))
  }
}
