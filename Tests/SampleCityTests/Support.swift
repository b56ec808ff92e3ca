import CityModel
import Columns
import SampleCity
import Testing

/// A file of the sample city, read back by a parser of its own.
struct Sheet {
  let header: [String]
  let rows: [[String]]
  private let positions: [String: Int]

  init(_ header: [String], _ rows: [[String]]) {
    self.header = header
    self.rows = rows
    positions = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
  }

  subscript(row: Int, field: String) -> String {
    if positions[field] == nil { Issue.record("no column \(field)") }
    return positions[field].map { rows[row][$0] } ?? ""
  }

  func column(_ field: String) -> [String] { rows.indices.map { self[$0, field] } }
}

extension SampleCity {
  func bytes(_ file: SampleFile) -> [UInt8] {
    var bytes: [UInt8] = []
    write(file) { (piece: [UInt8], _: Int) in bytes += piece }
    return bytes
  }

  /// RFC 4180 with LF, strictly: a quote only at a field's edges, each line as long as the header.
  func sheet(_ file: SampleFile) -> Sheet {
    var lines: [[String]] = []
    var line: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    for byte in bytes(file) {
      switch byte {
      case 0x22:
        if wasQuoted { field.append(byte) }
        wasQuoted = isQuoted
        isQuoted.toggle()
        continue
      case 0x2C where !isQuoted:
        line.append(String(decoding: field, as: UTF8.self))
        field = []
      case 0x0A where !isQuoted:
        line.append(String(decoding: field, as: UTF8.self))
        lines.append(line)
        (line, field) = ([], [])
      default: field.append(byte)
      }
      wasQuoted = false
    }
    return Sheet(lines.first ?? [], Array(lines.dropFirst()))
  }
}

/// A city that several tests read; 30,000 complaints are enough for every rate.
let city = SampleCity(seed: 2026, complaints: 30_000)

/// Its files, read once.
let sheets: [SampleFile: Sheet] = Dictionary(uniqueKeysWithValues: SampleFile.allCases.map { ($0, city.sheet($0)) })

func sheet(_ file: SampleFile) -> Sheet { sheets[file] ?? Sheet([], []) }

/// FNV-1a, 64 bits.
func hash(_ bytes: [UInt8], _ start: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
  bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

/// So many in a thousand.
func perMille(_ part: Int, of whole: Int) -> Int { whole == 0 ? -1 : part * 1000 / whole }
