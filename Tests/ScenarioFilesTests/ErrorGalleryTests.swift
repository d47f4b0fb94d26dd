import Foundation
import Testing

@testable import ScenarioFiles

@Suite("ErrorGallery: every message has a file that provokes it")
struct ErrorGalleryTests {
  @Test("the page shows what is said today")
  func page() throws {
    let text = try ErrorGallery.document()
    if ProcessInfo.processInfo.environment["RECORD_GALLERY"] == "1" {
      try Data(text.utf8).write(to: ErrorGallery.page)
    }
    let committed = try String(contentsOf: ErrorGallery.page, encoding: .utf8)
    let isSame = text == committed
    #expect(isSame, "the gallery differs; record it and read it")
  }

  /// Files with more than one mistake in them, because no file can have only that one.
  static let several = ["syntax-too-deep": 2]

  @Test("one mistake gives one message")
  func oneMessage() throws {
    for (prefix, _) in ErrorGallery.chapters {
      for entry in try ErrorGallery.entries(prefix) {
        #expect(entry.diagnostics.count == Self.several[entry.name] ?? 1, "\(entry.name)")
      }
    }
  }

  /// Sentences that no file in the gallery can provoke, and why; other tests provoke most of them.
  static let elsewhere = [
    "the file is longer than 2 GB, and a scenario is not": "a file is refused at 16 MB before",
    "a file has a name, and this one is empty": "an empty name in a folder means the folder",
    " may not be read by you": "who runs as root may read everything",
    "ask its owner, or chmod +r it": "who runs as root may read everything",
    " has at most ": "would need a file of 16 MB",
    " is a pipe, and nobody writes into it": "a repository keeps no pipes",
    "start the program that writes into it first": "a repository keeps no pipes",
    " cannot be read: the system gives error ": "would need a broken disk",
    "standard input": "the gallery has files only",
    " mistakes of syntax the reading stops: more, not shown": "would fill the page with twenty",
    "files extend each other at most ": "would need 33 files",
    " entries where ": "would need a list of 1 001 entries",
    " are read at most": "would need a list of 1 001 entries",
    "one more mistake is": "would fill the page with a hundred",
    " more mistakes are": "would fill the page with a hundred",
    " mistakes are shown, and ": "would fill the page with a hundred",
  ]

  @Test("every sentence of the Wording files stands in the gallery")
  func everySentence() throws {
    let shown = try String(contentsOf: ErrorGallery.page, encoding: .utf8)
    for sentence in try WordingSentences.all() {
      for part in sentence.parts where Self.elsewhere[part] == nil {
        let isShown = shown.contains(part)
        #expect(isShown, "\(sentence.file), \(sentence.name): \(part)")
      }
    }
  }

  @Test("what is left out of the gallery exists, and is really not in it")
  func leftOut() throws {
    let shown = try String(contentsOf: ErrorGallery.page, encoding: .utf8)
    let parts = Set(try WordingSentences.all().flatMap(\.parts))
    for part in Self.elsewhere.keys {
      #expect(parts.contains(part), "no sentence has \(part)")
      let isShown = shown.contains(part)
      #expect(!isShown, "the gallery has \(part)")
    }
  }
}
