/// The names of a request's fields, in the order in which they are written.
enum Open311Fields {
  /// What the standard names.
  static let standard = [
    "service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible", "service_notice",
    "requested_datetime", "updated_datetime", "expected_datetime", "address", "address_id", "zipcode", "lat", "long", "media_url",
  ]
  /// What this office adds: where the complaint stands in more words than two, and when the clock began if that was later.
  static let added = ["extended_status", "accepted_datetime"]

  /// Who complained: these go to the vault.
  static let persons = ["first_name", "last_name", "phone", "email"]
  /// A secret between two servers: never kept.
  static let dropped: Set<String> = ["api_key"]

  private static let personWords = [
    "phone", "mobile", "email", "contact", "requestor", "requester", "reporter", "caller", "complainant", "applicant", "citizen", "first_name",
    "last_name", "full_name", "user_name", "username", "device_id", "account_id", "id_card", "姓名", "电话", "手机", "联系", "身份证", "邮箱", "投诉人", "房号",
  ]

  /// Whether the name of a field says that a person stands in it.
  static func namesPerson(_ name: String) -> Bool {
    let name = name.lowercased()
    return name == "name" || personWords.contains { name.contains($0) }
  }

  /// Keys of our own among the kept fields, which no document can have.
  static let categoryKey = "\u{1}category"

  /// `lift-failure`: the code under which a category goes out.
  static func code(ofCategory category: String) -> String { category.split(separator: " ").joined(separator: "-") }
}
