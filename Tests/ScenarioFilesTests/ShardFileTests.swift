import Foundation
import TestSupport
import Testing

@testable import ScenarioFiles

@Suite("Files of shards: read as they were written, or refused by place and member")
struct ShardFileTests {
  /// Two figures and a check over few draws, one with its values and one sketched.
  private static let kept = text("shard-exact.json")
  private static let sketched = text("shard-sketch.json")

  private static func text(_ name: String) -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
  }

  /// What is said of a text's first shard; empty where it can be read.
  private func message(_ bytes: [UInt8]) -> String {
    let file = ShardFile(name: "s.json", bytes: bytes)
    var text = ""
    for index in 0..<file.count {
      var mistakes: ShardFile.Mistakes?
      let shard = file.shard(index, &mistakes)
      #expect((shard == nil) == (mistakes != nil))
      if let mistakes {
        text += DiagnosticPrinter().text(mistakes.diagnostics, in: mistakes.sources, color: false)
      }
    }
    return text
  }

  @Test("both kinds are read, with what they are of")
  func read() throws {
    for (text, isKept) in [(Self.kept, true), (Self.sketched, false)] {
      var mistakes: ShardFile.Mistakes?
      let file = ShardFile(name: "s.json", bytes: Array(text.utf8))
      let shard = try #require(file.shard(0, &mistakes))
      #expect(file.count == 1 && mistakes == nil)
      #expect(shard.origin.keepsValues == isKept && shard.origin.seed == 5)
      #expect(shard.origin.draws == 5000 && shard.number.description == "2/2")
      #expect(shard.leaves == 1..<2 && shard.nodes.map(\.sums.draws) == [904])
      #expect(shard.values.map(\.count) == (isKept ? [904, 904, 904] : []))
      let counts = shard.sketches.map { $0.counts.reduce(0) { $0 + $1.count } }
      #expect(counts == (isKept ? [] : [904, 904, 904]))
    }
  }

  @Test(
    "a member that is not as it was written is named",
    arguments: [
      (#""version":1"#, #""version":3"#, "format version 3, and this program reads version 1"),
      (#""version":1"#, #""version":"1""#, "version is not a whole number"),
      (#""format":"#, #""formats":"#, "not a shard of a simulation"),
      (#""seed":"5""#, #""seed":"-5""#, "seed is not a whole number"),
      (#""sampling":"random""#, #""sampling":"dice""#, "sampling is not a way of sampling"),
      (#""quantiles":"sketch""#, #""quantiles":"none""#, "quantiles is not exact or sketch"),
      (#""quantiles":"sketch""#, #""quantiles":"exact""#, "values is not a list of 3"),
      (#""settings":[]"#, #""settings":[1]"#, "settings is not a list of texts"),
      (#""settings":[]"#, #""settings":1"#, "settings is not a list"),
      (#""stress":null"#, #""stress":7"#, "stress is not a text"),
      (#""program":"#, #""programs":"#, "program is not there"),
      (#""scenario":{"#, #""scenario":7,"x":{"#, "scenario is not an object"),
      (#""of":2"#, #""of":0"#, "of is not a whole number from 1 to 1000000"),
      (#""shard":2"#, #""shard":3"#, "shard is not a whole number from 1 to 2"),
      (#""leaves":[1,2]"#, #""leaves":[0,2]"#, "leaves is not what shard 2/2 draws, [1, 2]"),
      (#""level":0"#, #""level":41"#, "level is not a whole number from 0 to 40"),
      (#""level":0"#, #""level":1"#, "index is not the part of the tree that comes next"),
      (#""tree":["#, #""tree":[],"x":["#, "tree is not sums of all its leaves"),
      (#""sums":""#, #""sums":"A"#, "sums is not 24 numbers in base64"),
      (#""sums":"AAAA"#, #""sums":"/38A"#, "sums is not sums of its draws"),
      (#""outputs":["#, #""outputs":[],"x":["#, "outputs is not a list of figures"),
      (#""failures":["#, #""failures":[1,"#, "failures is not a list of"),
      (#""cells":[[["#, #""cells":[[[99000000,"#, "cells is not a whole number from"),
      (#""cells":[[["#, #""cells":[[[8384512,1],["#, "cells is not a run of cells of numbers"),
      (#""cells":[[["#, #""cells":[[[1,1],["#, "cells is not as many as the tree has summed"),
      (#""cells":[[["#, #""cells":[[[],["#, "cells is not a list of runs"),
      (#""cells":[[["#, #""cells":["",[["#, "cells is not a list of 3"),
    ])
  func damaged(old: String, new: String, sentence: String) {
    let text = Self.sketched.replacing(old, with: new, maxReplacements: 1)
    #expect(text != Self.sketched)
    let message = message(Array(text.utf8))
    #expect(message.contains(sentence), "\(message)")
    #expect(message.hasPrefix("s.json:1:") && message.contains("= help:"))
  }

  @Test("values that are infinite, too few or not those that were summed are refused")
  func values() {
    let start = #""values":[""#
    for (value, sentence) in [
      ("AAAAAAAA8H8AAAAAAADwfwAAAAAAAPB/", "values is not finite"),
      ("AAAAAAAA+H8AAAAAAAD4fwAAAAAAAPh/", "values is not as many as the tree has summed"),
    ] {
      let place = Self.kept.range(of: start)!.upperBound
      let end = Self.kept.index(place, offsetBy: value.count)
      let text = Self.kept.replacingCharacters(in: place..<end, with: value)
      #expect(message(Array(text.utf8)).contains(sentence))
    }
    let text = Self.kept.replacing(start, with: start + "AAAA")
    #expect(message(Array(text.utf8)).contains("values is not 904 numbers in base64"))
  }

  @Test("several stand one a line, and a mistake says in which")
  func lines() {
    let text = Self.kept + "\n" + Self.sketched + Self.kept.dropLast(40)
    #expect(ShardFile(name: "s.json", bytes: Array(text.utf8)).count == 3)
    #expect(message(Array(text.utf8)).contains("s.json:4:"))
    let others = ["a scenario: 1", "\u{1F}\u{8B}\u{8}", "{}", "[1]", "\u{FEFF}"]
    for other in others {
      #expect(message(Array(other.utf8)).contains("s.json:1:1: error: this is not a shard"))
    }
  }

  @Test("any changed shard is read or refused")
  func anyBytes() {
    var seed = Seed(11)
    for text in [Self.kept, Self.sketched] {
      let whole = Array(text.utf8)
      for _ in 0..<150 {
        var bytes = whole
        for _ in 0...Int(seed.next() % 3) {
          // Most of what has a meaning stands in the first thousand bytes.
          let range = seed.next() % 2 == 0 ? min(1000, bytes.count) : bytes.count
          let at = Int(seed.next() % UInt64(max(1, range)))
          switch seed.next() % 4 {
          case 0: bytes.removeSubrange(at...)
          case 1: bytes[at] = UInt8(truncatingIfNeeded: seed.next())
          case 2: bytes.insert(contentsOf: Array("1e308".utf8), at: at)
          default: bytes.insert(contentsOf: bytes[at..<min(at + 9, bytes.count)], at: at)
          }
          if bytes.isEmpty { break }
        }
        _ = message(bytes)
      }
    }
  }
}
