import Foundation
import Testing

/// The border to C is a matter of what stands in the sources, so that is what these tests read.
@Suite struct BorderTests {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A Lua error is a `longjmp`: no Swift file may see a function that can raise one.
  @Test func `no Swift file sees Lua's own header`() throws {
    var files = 0
    for folder in ["Sources", "Tests"] {
      let root = Self.package.appending(path: folder)
      for case let file as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init() {
        guard file.pathExtension == "swift" else { continue }
        files += 1
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
          guard line.split(separator: " ").contains("import") else { continue }
          #expect(!line.contains("CLiblua"), "\(file.lastPathComponent)")
        }
      }
    }
    #expect(files > 20)
    for header in try FileManager.default.contentsOfDirectory(atPath: Self.package.appending(path: "Sources/CLua/include").path) {
      let text = try String(contentsOf: Self.package.appending(path: "Sources/CLua/include/\(header)"), encoding: .utf8)
      let includes = text.split(separator: "\n").filter { $0.hasPrefix("#include") }
      #expect(includes.allSatisfy { ["<stdbool.h>", "<stddef.h>", "<stdint.h>"].contains($0.split(separator: " ").last ?? "") })
    }
  }

  @Test func `only CLua depends on the library`() throws {
    let manifest = try String(contentsOf: Self.package.appending(path: "Package.swift"), encoding: .utf8)
    let lines = manifest.split(separator: "\n").filter { $0.contains("CLiblua") }
    #expect(lines.count == 2)
    #expect(lines.contains { $0.contains(".target(name: \"CLua\"") })
  }

  /// Before a name is added here: does the function raise? Then it belongs under `xl_protect`, or does not belong.
  @Test func `the header declares what is on the list, and nothing else`() throws {
    let header = try String(contentsOf: Self.package.appending(path: "Sources/CLua/include/CLua.h"), encoding: .utf8)
    var declared: Set<String> = []
    for whole in header.split(separator: "\n") {
      let line = whole.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
      guard let open = line.firstIndex(of: "("), !line.hasPrefix("typedef") else { continue }
      let name = line[..<open].split(whereSeparator: { " *".contains($0) }).last.map(String.init) ?? ""
      declared.insert(name)
    }
    #expect(declared.sorted() == Set(Self.cannotRaise + Self.protected).sorted())
  }

  static let protected = [
    "xl_describe", "xl_engine_new", "xl_environment_export", "xl_environment_names", "xl_environment_new",
    "xl_environment_set", "xl_load", "xl_overlay", "xl_reachable", "xl_run",
  ]

  static let cannotRaise = [
    "xl_allocations", "xl_call_count", "xl_call_fail", "xl_call_found", "xl_call_handle", "xl_call_integer", "xl_call_number",
    "xl_call_read", "xl_call_slot", "xl_call_type", "xl_cancel", "xl_canceller_of", "xl_canceller_release",
    "xl_canceller_retain", "xl_collect", "xl_dictionary_new", "xl_dictionary_update", "xl_engine_free",
    "xl_error_code", "xl_error_frames", "xl_error_message", "xl_fail_allocation", "xl_field_bits",
    "xl_field_computed", "xl_field_int32", "xl_field_int64", "xl_field_reference", "xl_field_text",
    "xl_host_name", "xl_host_new", "xl_host_rebind", "xl_identity", "xl_in_run", "xl_kill_reason", "xl_kind_algebra",
    "xl_kind_epoch", "xl_kind_name", "xl_kind_new", "xl_kind_on", "xl_kind_reset", "xl_kind_row_count",
    "xl_kind_rows", "xl_member_computed", "xl_member_field", "xl_member_method", "xl_memory_peak",
    "xl_memory_used", "xl_push_bitmap", "xl_push_boolean", "xl_push_copy", "xl_push_handle", "xl_push_host",
    "xl_push_integer", "xl_push_nil", "xl_push_number", "xl_push_range", "xl_push_reference", "xl_push_rows",
    "xl_push_string", "xl_push_table", "xl_quantity_make", "xl_quantity_value", "xl_read", "xl_reference",
    "xl_release", "xl_reserve", "xl_return_boolean", "xl_return_handle", "xl_return_integer", "xl_return_number",
    "xl_row_make", "xl_set_time", "xl_set_top", "xl_setup_begin", "xl_setup_end",
    "xl_table_get_field", "xl_table_get_index", "xl_table_length", "xl_table_next", "xl_table_set",
    "xl_table_set_index", "xl_top",
  ]
}
