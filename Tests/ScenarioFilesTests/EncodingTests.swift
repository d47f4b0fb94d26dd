import Testing

@testable import ScenarioFiles

@Suite("A scenario is text in UTF-8")
struct EncodingTests {
  struct Row: Sendable {
    let bytes: [UInt8]
    let mistake: String
    init(_ bytes: [UInt8], _ mistake: String) { (self.bytes, self.mistake) = (bytes, mistake) }
  }

  @Test(
    "bytes that are not are refused where they stand",
    arguments: [
      Row([0xFF, 0xFE, 0x7B, 0], "1:1 the file is UTF-16, and a scenario is UTF-8"),
      Row([0xFE, 0xFF, 0, 0x7B], "1:1 the file is UTF-16, and a scenario is UTF-8"),
      Row([0x7B, 0, 0x7D, 0], "1:1 the file is UTF-16, and a scenario is UTF-8"),
      Row([0, 0x7B, 0, 0x7D], "1:1 the file is UTF-16, and a scenario is UTF-8"),
      Row([0xFF, 0xFE, 0, 0], "1:1 the file is UTF-32, and a scenario is UTF-8"),
      Row(
        [0x50, 0x4B, 3, 4],
        "1:1 the file is a zip archive, perhaps a workbook, and a scenario is text"),
      Row([0x1F, 0x8B, 8], "1:1 the file is compressed with gzip, and a scenario is text"),
      Row(Array("%PDF-1.7".utf8), "1:1 the file is a PDF, and a scenario is text"),
      Row([0x7B, 0x7D, 0], "1:3 the file has a NUL byte, and a scenario is text"),
      Row(
        Array("{ a: 'caf".utf8) + [0xE9, 0x27],
        "1:10 the byte 0xE9 is not UTF-8 here, and a scenario is UTF-8"),
      Row([0x31, 0x0A, 0x80], "2:1 the byte 0x80 is not UTF-8 here, and a scenario is UTF-8"),
      Row([0x20, 0xC0, 0x80], "1:2 the byte 0xC0 is not UTF-8 here, and a scenario is UTF-8"),
      Row(
        [0x20, 0xE0, 0x9F, 0x80], "1:2 the byte 0xE0 is not UTF-8 here, and a scenario is UTF-8"),
      Row(
        [0x20, 0xED, 0xA0, 0x80], "1:2 the byte 0xED is not UTF-8 here, and a scenario is UTF-8"),
      Row(
        [0x20, 0xF4, 0x90, 0x80, 0x80],
        "1:2 the byte 0xF4 is not UTF-8 here, and a scenario is UTF-8"),
      Row(
        [0x20, 0xF0, 0x9F, 0x98], "1:2 the byte 0xF0 is not UTF-8 here, and a scenario is UTF-8"),
      Row([0x20, 0xF5, 0x80], "1:2 the byte 0xF5 is not UTF-8 here, and a scenario is UTF-8"),
      Row([0x20, 0xE2, 0x82], "1:2 the byte 0xE2 is not UTF-8 here, and a scenario is UTF-8"),
    ])
  func refused(row: Row) {
    let reading = Reading(bytes: row.bytes)
    #expect(reading.mistakes == [row.mistake])
    #expect(reading.tree == "nothing")
  }

  @Test("a bad byte is found at any distance from the start")
  func anywhere() {
    for place in 4..<40 {
      var bytes = [UInt8](repeating: 0x20, count: 40)
      for bad: UInt8 in [0, 0xFF] {
        bytes[place] = bad
        #expect(Reading(bytes: bytes).places == ["1:\(place + 1)"])
      }
    }
  }
}
