public import Columns
internal import Register

extension Office {
  /// Whether the city's text was still a draft for comments (征求意见稿) on a day: no adoption by then is recorded. What rests on it
  /// binds nobody, and says so.
  public func isDraft(on day: Day) throws(OfficeError) -> Bool {
    do { return try !register.isAdopted(on: day) } catch { throw OfficeError(error) }
  }
}
