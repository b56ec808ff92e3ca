/// A7: 对物业服务不到位、整改不及时的物业服务企业予以约谈、通报、记入信用档案
/// Reading 25: a circular names the enterprise in public, so that it needs a document after notice and defence. Parameters: `credit.D15.interview`, `credit.D15.circular`, `credit.D15.cap`, `credit.recordMonths`.
enum InterviewOrCircular: RecordedItem {
  static let item = ScoreItem(
    code: "D15", chinese: "约谈、通报", english: "interview or circular", article: "A7", kind: .deduction,
    level: .enterprise, isRecorded: true, variants: ["interview", "circular"], hasCap: true)
}
