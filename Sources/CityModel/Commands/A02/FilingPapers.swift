internal import Columns

/// A2: 同步提交营业执照、人员结构、资格证书等资料
/// Reading 22: licence and staff structure; certificates are kept where they are handed in and never asked for. Parameters: none.
///
/// A paper is told by the name of what is attached: `营业执照.pdf`, `staff structure.xlsx`.
enum FilingPapers {
  static let words = Enumeration(
    "filing_paper", [.init("licence", "营业执照"), .init("staff structure", "人员结构"), .init("certificates", "资格证书")])
  static let required = words.values.prefix(2)

  /// The papers of a filing with those that came with a command, in the order of the list and each once.
  static func together(_ earlier: String?, _ attachments: [String]) -> CaseValue {
    let texts = [earlier ?? ""] + attachments
    let found = words.values.filter { word in
      texts.contains { $0.contains(word.chinese) || $0.lowercased().contains(word.name) }
    }
    return found.isEmpty ? .none : .text(found.map(\.chinese).joined(separator: "、"))
  }

  /// The papers that a filing must have and has not.
  static func missing(from papers: String?) -> [Enumeration.Value] { required.filter { !(papers ?? "").contains($0.chinese) } }
}
