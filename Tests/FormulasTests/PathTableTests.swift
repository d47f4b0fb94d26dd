import Testing

@testable import Formulas

@Suite("A table of paths finds each name where it was put, and no other")
struct PathTableTests {
  private let paths = (0..<3000).map { "plans.plan\($0 / 60).revenuePerCustomer.segment\($0 % 60)" }

  @Test("names that begin alike are told apart, however many come")
  func many() {
    var table = PathTable()
    for (place, path) in paths.enumerated() {
      #expect(table[path] == nil)
      let isNew = table.insert(path, at: 2 * place)
      #expect(isNew)
    }
    #expect(table.paths == paths)
    for (place, path) in paths.enumerated() { #expect(table[path] == 2 * place) }
    for path in ["", "plans", paths[7] + "0", String(paths[7].dropLast())] {
      #expect(table[path] == nil)
    }
  }

  @Test("a name that is there already keeps its place")
  func twice() {
    var table = PathTable()
    table.reserveCapacity(100)
    let first = table.insert("tools.crm", at: 4)
    let second = table.insert("tools.crm", at: 5)
    #expect(first && !second)
    #expect(table["tools.crm"] == 4 && table.paths == ["tools.crm"])
  }

  @Test("a copy does not see what is added later")
  func copy() {
    var table = PathTable()
    for (place, path) in paths.prefix(40).enumerated() { _ = table.insert(path, at: place) }
    let copy = table
    for (place, path) in paths.dropFirst(40).enumerated() { _ = table.insert(path, at: place) }
    #expect(copy.paths.count == 40 && copy[paths[39]] == 39 && copy[paths[40]] == nil)
  }

  @Test("a name is the same however its accents are spelt, and whatever its length")
  func spelling() {
    var table = PathTable()
    let names = ["日本", "a", "12345678", "123456789", "caf\u{E9}", "plans.caf\u{E9}.revenue", ""]
    for (place, name) in names.enumerated() { _ = table.insert(name, at: place) }
    for (place, name) in names.enumerated() { #expect(table[name] == place) }
    #expect(table["cafe\u{301}"] == 4 && table["plans.cafe\u{301}.revenue"] == 5)
    #expect(table["cafe"] == nil)
  }
}
