import Spreadsheets
import Testing

@Suite("An archive is what every reader takes")
struct ZipWriterTests {
  private static func archive(_ files: [(String, [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    var zip = ZipWriter<Never> { bytes += $0 }
    for (name, content) in files {
      zip.begin(name)
      zip.write(content)
      zip.end()
    }
    zip.finish()
    return bytes
  }

  @Test("a file has the checksum that everyone computes for it")
  func checksum() {
    let bytes = Self.archive([("a.txt", Array("123456789".utf8))])
    // CRC-32 of these nine digits is the check value of every description of it: CBF43926.
    let trailer: [UInt8] = [0x50, 0x4B, 0x07, 0x08, 0x26, 0x39, 0xF4, 0xCB]
    #expect(bytes.indices.contains { bytes[$0...].starts(with: trailer) })
  }

  @Test("a file longer than a block is as many blocks as it needs")
  func blocks() {
    let long = [UInt8](repeating: 7, count: 70_000)
    let bytes = Self.archive([("long", long)])
    // Header, name, a full block and the rest with five bytes before each, then trailer and list.
    #expect(bytes.count == 30 + 4 + 70_000 + 2 * 5 + 16 + 46 + 4 + 22)
  }

  @Test("an empty archive is its end alone")
  func empty() {
    #expect(Self.archive([]) == [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18))
  }
}
