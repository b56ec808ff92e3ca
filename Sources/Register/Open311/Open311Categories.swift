internal import CityModel
internal import Columns

/// The city's category behind a service's code or name: our own words, then a mapping's table of categories.
struct Open311Categories {
  private var words: [String: String] = [:]

  init(_ mapping: ComplaintMapping?) throws(RegisterError) {
    for value in Complaint.categories.values {
      words[value.name] = value.name
      words[value.chinese] = value.name
      words[Open311Fields.code(ofCategory: value.name)] = value.name
    }
    guard let mapping else { return }
    guard let column = mapping.columns.first(where: { $0.field.name == Complaint.category.name }), case .words(let table, _) = column.how else {
      throw mapping.problem(
        .init(), "the mapping has no table of categories", "映射里没有类别对照表", help: "give `category` a `table`", "请给 category 写 table")
    }
    words.merge(table) { _, mapped in mapped }
  }

  subscript(_ word: String) -> String? { words[word] }
}
