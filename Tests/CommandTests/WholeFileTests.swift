import Foundation
import Testing

/// Pages are written under another name and renamed; who is killed in between leaves that file.
@Suite("a page is whole or not there") struct WholeFileTests {
  private static let script = Command.repository + "/scripts/140403-luzhou/lift-entrapment.lua"

  @Test("what a killed process has left goes at the next start; what another one is writing stays") func leftovers() throws {
    let office = try SampleOffice()
    try office.folder.write(".xize-part-1-0", "half a pa")
    try office.folder.write(".xize-part-2-0", "a page that another process wri")
    try office.folder.write(".xize-party", "somebody's own file")
    let page = try office().shell(
      "flock -n .xize-part-2-0 $xize preview \(Self.script) --period 2026-09 --format html --out page.html")
    #expect(page.code == 0, "\(page.all)")
    #expect(try office.folder.contents().filter { $0.hasPrefix(".xize-part") } == [".xize-part-2-0", ".xize-party"])
    #expect(try office.folder.read("page.html").hasSuffix("</html>\n"))
  }

  @Test("a page takes the place of the one before it, through a link too, and keeps its permissions") func replaces() throws {
    let office = try SampleOffice()
    let xize = office()
    try office.folder.write("old.html", "old")
    try FileManager.default.createSymbolicLink(atPath: office.folder["page.html"], withDestinationPath: "old.html")
    _ = try xize.shell("chmod 640 old.html")
    let page = try xize("preview", Self.script, "--period", "2026-09", "--format", "html", "--out", "page.html")
    #expect(page.code == 0, "\(page.all)")
    #expect(try office.folder.read("old.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try xize.shell("stat -c %a old.html; readlink page.html").output == "640\nold.html\n")
  }

  @Test("where it cannot be written, the system's reason is told, and nothing is left") func refused() throws {
    let office = try SampleOffice()
    let xize = office()
    try office.folder.write("folder/there", "")
    let page = try xize("preview", Self.script, "--period", "2026-09", "--format", "html", "--out", "folder")
    #expect(page.code == 1 && page.errors.contains("cannot write `folder`: "), "\(page.all)")
    #expect(try office.folder.contents().allSatisfy { !$0.hasPrefix(".xize-part") })
  }
}
