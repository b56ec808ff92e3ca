internal import CityModel
internal import Columns

extension FieldType {
  /// What kind of value is written for a field, in Chinese.
  var chinese: String {
    switch self {
    case .text: "文字"
    case .integer: "整数"
    case .flag: "是或否"
    case .moment: "时刻"
    case .day: "日期"
    case .elapsed: "时长"
    case .quantity(Money.type): "金额（元）"
    case .quantity(Points.type): "分值"
    case .quantity(Project.areaType): "面积（平方米）"
    case .quantity(Percentage.type): "百分比"
    case .quantity: "数"
    case .enumeration(let words): words.values.map(\.chinese).joined(separator: "、")
    case .token: "代号"
    case .reference(let table): "\(CitySchema.table(table)?.chinese ?? table)的编号"
    }
  }
}
