/// What a stretch of a billing export holds, read apart from all others.
struct BillPart: Sendable {
  var sums: [BillKey: BillSum] = [:]
  var currencies: Set<String> = []
  /// Rows that are not the agent's.
  var otherRows = 0
  var lineCount = 0
  var faults = LineFaults()
}

/// Reads rows of a billing export.
struct BillRows: Sendable {
  private let columns: [BillColumn?]
  private let delimiter: UInt8
  private let filter: BillFilter
  /// Columns that the filter asks for, by their places.
  private let asked: [Int: String]
  private let tagPlace: Int?

  /// - Returns: nil where a column that is needed is missing; `missing` says which.
  init?(_ heading: CSVHeading, _ filter: BillFilter, missing: inout [BillColumn]) {
    let columns = heading.names.map { BillColumn(heading: $0) }
    missing = BillColumn.wanted.filter { !columns.contains($0) }
    guard missing.isEmpty else { return nil }
    self.columns = columns
    self.filter = filter
    delimiter = heading.delimiter
    var asked: [Int: String] = [:]
    for name in filter.names {
      let bare = bareName(name)
      if let place = heading.names.firstIndex(where: { bareName($0) == bare }) {
        asked[place] = name
      }
    }
    self.asked = asked
    tagPlace = columns.firstIndex(of: .tags)
  }

  /// Reads all rows of some bytes that begin and end with whole ones.
  func read(_ bytes: UnsafeBufferPointer<UInt8>) -> BillPart {
    var part = BillPart()
    var cursor = CSVCursor(bytes, from: 0, delimiter: delimiter)
    var fields: [Range<Int>] = []
    var quoted: [Bool] = []
    while cursor.at < cursor.end {
      let (start, line) = (cursor.at, part.lineCount)
      fields.removeAll(keepingCapacity: true)
      quoted.removeAll(keepingCapacity: true)
      repeat {
        fields.append(cursor.nextField())
        quoted.append(cursor.isQuoted)
      } while !cursor.isRowEnded
      part.lineCount += cursor.takeLines()
      if fields.count == 1, cursor.lastFieldIsEmpty { continue }
      do throws(LineFault) {
        guard fields.count == columns.count else {
          throw LineFault(
            offset: start, problem: .unlikeFields(found: fields.count, wanted: columns.count))
        }
        try add(
          BillFields(bytes: bytes, cursor: cursor, places: fields, isQuoted: quoted), to: &part)
      } catch {
        part.faults.add(error, line: line, in: bytes, from: start)
      }
    }
    return part
  }

  private func add(_ fields: BillFields, to part: inout BillPart) throws(LineFault) {
    guard try isOwn(fields) else {
      part.otherRows += 1
      return
    }
    var sum = BillSum()
    var (month, charge): (Int?, BillKey.Charge?) = (nil, nil)
    var (category, currency, isGenerative) = ("", "", false)
    for (place, column) in columns.enumerated() {
      guard let column else { continue }
      switch column {
      case .effectiveCost: sum.effective = try fields.amount(place, column)
      case .billedCost: sum.billed = try fields.amount(place, column)
      case .currency: currency = try fields.word(place) ?? ""
      case .start: month = try fields.month(place)
      case .charge: charge = try fields.charge(place)
      case .category: category = try fields.word(place) ?? ""
      case .subcategory: isGenerative = try fields.word(place) == "Generative AI"
      case .tags: break
      }
    }
    guard let month, let charge else { return }
    sum.rows = 1
    let isAI = isGenerative || category == "AI and Machine Learning"
    let key = BillKey(
      monthNumber: month, use: isAI ? .inference : .infrastructure, category: category,
      charge: charge)
    part.sums[key, default: BillSum()].add(sum)
    part.currencies.insert(currency)
  }

  /// Whether a row is the agent's.
  private func isOwn(_ fields: BillFields) throws(LineFault) -> Bool {
    guard !filter.isEmpty else { return true }
    var values: [String: String] = [:]
    for (place, name) in asked { values[name] = try fields.word(place) }
    if asked.count < filter.names.count, let tagPlace {
      let tags = try fields.tags(tagPlace)
      for name in filter.names where values[name] == nil { values[name] = tags[name] }
    }
    return filter.holds { values[$0] }
  }
}
