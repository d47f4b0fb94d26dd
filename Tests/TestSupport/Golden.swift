import Foundation
import Testing

/// Compares a whole output with the page committed in `Goldens` beside the file that asks.
///
/// Where they differ, `RECORD_GOLDENS=1 swift test` writes the page anew, to be read before it is
/// committed.
public func expectGolden(
  _ output: String, _ name: String, file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let page = URL(filePath: file).deletingLastPathComponent().appending(path: "Goldens/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    try Data(output.utf8).write(to: page)
  }
  let expected = String(decoding: try Data(contentsOf: page), as: UTF8.self)
  #expect(output == expected, "\(name) differs", sourceLocation: sourceLocation)
}
