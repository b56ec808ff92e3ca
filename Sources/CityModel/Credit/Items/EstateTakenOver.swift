/// A10: 引入第三方物业服务企业入驻……鼓励社区探索统筹邻近老旧小区共享物业服务的方式，解决老旧小区无人管、收费率低的问题。
/// Reading: an officer records the takeover or the shared service with a document. Parameters: `credit.G04.takeover`, `credit.G04.shared`, `credit.G04.cap`, `credit.recordMonths`.
enum EstateTakenOver: RecordedItem {
  static let item = ScoreItem(
    code: "G04", chinese: "接管无物业小区", english: "takes over an estate without service, or shares service among old estates", article: "A10", kind: .addition,
    level: .enterprise, isRecorded: true, variants: ["takeover", "shared"], hasCap: true)
}
