internal import Columns

/// The columns of a field as the buffers that loops run over.
extension Table {
  func int64(_ field: Field) throws(ColumnError) -> ColumnBuffer<Int64> {
    guard case .int64(let buffer) = try column(field) else { throw wrongType(field) }
    return buffer
  }

  func days(_ field: Field) throws(ColumnError) -> ColumnBuffer<Int32> {
    guard case .int32(let buffer) = try column(field) else { throw wrongType(field) }
    return buffer
  }

  func flags(_ field: Field) throws(ColumnError) -> ColumnBuffer<UInt8> {
    guard case .flags(let buffer) = try column(field) else { throw wrongType(field) }
    return buffer
  }

  func codes(_ field: Field) throws(ColumnError) -> ColumnBuffer<UInt32> {
    guard case .codes(let buffer, _) = try column(field) else { throw wrongType(field) }
    return buffer
  }

  func references(_ field: Field) throws(ColumnError) -> ColumnBuffer<UInt32> {
    guard case .rows(let buffer) = try column(field) else { throw wrongType(field) }
    return buffer
  }

  private func wrongType(_ field: Field) -> ColumnError {
    ColumnError(.wrongType, table: schema.plural, field: field.name, detail: field.type.name)
  }
}
