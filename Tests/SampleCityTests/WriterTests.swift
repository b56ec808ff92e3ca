import Glibc
import SampleCity
import Testing

@Suite struct WriterTests {
  private let small = SampleCity(seed: 7, complaints: 1000)

  /// A new folder under the temporary one, removed again.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = "/tmp/xize-sample-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    #expect(mkdir(folder, 0o755) == 0)
    defer { remove(folder) }
    try body(folder)
  }

  private func names(_ folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private func remove(_ folder: String) {
    for name in names(folder) {
      if unlink("\(folder)/\(name)") != 0 { rmdir("\(folder)/\(name)") }
    }
    rmdir(folder)
  }

  private func text(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }

  private func code(_ body: () throws(SampleError) -> Void) -> SampleError.Code? {
    do { try body() } catch { return error.code }
    return nil
  }

  @Test func allFilesAndNothingElseAreWritten() throws {
    try inFolder { folder in
      var last: SampleWriter.Progress?
      let summary = try SampleWriter(small).write(to: folder + "/new") { last = $0 }
      #expect(names(folder + "/new") == SampleFile.allCases.map(\.name).sorted())
      #expect(summary.rows.map(\.file) == SampleFile.allCases)
      #expect(summary.rows.first { $0.file == .complaints }?.rows == 1000)
      #expect(last?.done == 1000 && last?.total == 1000)
      for file in SampleFile.allCases { #expect(text("\(folder)/new/\(file.name)") == small.bytes(file)) }
      remove(folder + "/new")
    }
  }

  @Test func aFolderWithSomethingInItIsLeftAloneUnlessAskedFor() throws {
    try inFolder { folder in
      fclose(fopen("\(folder)/notes.txt", "w"))
      #expect(code { () throws(SampleError) in try SampleWriter(small).write(to: folder) } == .folderNotEmpty)
      #expect(names(folder) == ["notes.txt"])
      try SampleWriter(small).write(to: folder, overwrite: true)
      #expect(names(folder).count == SampleFile.allCases.count + 1)
    }
  }

  @Test func whatCannotBeWrittenToIsSaid() throws {
    try inFolder { folder in
      fclose(fopen("\(folder)/file", "w"))
      for path in ["\(folder)/file", "", "a\0b"] {
        #expect(code { () throws(SampleError) in try SampleWriter(small).write(to: path) } == .notAFolder)
      }
      for path in ["\(folder)/missing/new", "/proc/xize-sample", "\(folder)/file/new"] {
        #expect(code { () throws(SampleError) in try SampleWriter(small).write(to: path) } == .folderNotWritable)
      }
    }
  }

  /// The last file cannot be put in its place: those before it are, and no temporary file stays.
  @Test func aFailureLeavesNoTemporaryFile() throws {
    try inFolder { folder in
      mkdir("\(folder)/officers.csv", 0o755)
      #expect(
        code { () throws(SampleError) in try SampleWriter(small).write(to: folder, overwrite: true) } == .writeFailed)
      #expect(names(folder).allSatisfy { !$0.hasSuffix(".partial") })
    }
  }

  @Test func messagesSayWhatWhereAndWhatToDo() {
    let error = SampleError(.diskFull, path: "/data/xize", reason: "No space left on device")
    #expect(
      error.description == "cannot write the sample city: no space left for `/data/xize` (No space left on device)\n"
        + "help: free some space, or ask for fewer complaints")
    #expect(error.chinese.contains("`/data/xize`") && error.chinese.contains("提示"))
  }
}
