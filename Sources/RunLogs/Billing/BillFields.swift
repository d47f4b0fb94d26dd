/// The fields of one row of a billing export, read as what they are.
struct BillFields {
  let bytes: UnsafeBufferPointer<UInt8>
  let cursor: CSVCursor
  let places: [Range<Int>]
  let isQuoted: [Bool]

  /// What stands in a field without its quotes; nil where nothing does.
  ///
  /// The format wants null as nothing at all; exporters write the word.
  private func content(_ place: Int) -> [UInt8]? {
    var field: [UInt8] = []
    if isQuoted[place] {
      cursor.unquote(places[place], into: &field)
    } else {
      field = Array(bytes[places[place]])
    }
    return field.isEmpty || field.elementsEqual("NULL".utf8) || field.elementsEqual("null".utf8)
      ? nil : field
  }

  func word(_ place: Int) throws(LineFault) -> String? {
    guard let field = content(place) else { return nil }
    guard let word = String(validating: field, as: UTF8.self) else {
      throw LineFault(offset: places[place].lowerBound, problem: .notUTF8)
    }
    return word
  }

  func amount(_ place: Int, _ column: BillColumn) throws(LineFault) -> Amount {
    guard let field = content(place),
      let amount = field.withUnsafeBufferPointer({ Amount(bytes: $0) })
    else {
      throw fault(place, .notAmount(field: column.rawValue))
    }
    return amount
  }

  func charge(_ place: Int) throws(LineFault) -> BillKey.Charge {
    guard let charge = BillKey.Charge(rawValue: try word(place) ?? "") else {
      throw fault(place, .notCharge)
    }
    return charge
  }

  /// The month of a day as ISO 8601 writes it, or as `4/1/25`.
  func month(_ place: Int) throws(LineFault) -> Int {
    let text = try word(place) ?? ""
    let parts = text.split(separator: " ").first?.split(separator: "/").compactMap { Int($0) } ?? []
    if parts.count == 3, (1...12).contains(parts[0]), (1...31).contains(parts[1]),
      (0...2200).contains(parts[2])
    {
      return (parts[2] < 100 ? 2000 + parts[2] : parts[2]) * 12 + parts[0] - 1
    }
    guard let moment = Timestamp(text) else {
      throw fault(place, .notTime(field: BillColumn.start.rawValue))
    }
    // Its zone was taken off: a month is one of UTC, as the format has it.
    return Timestamp.month(of: moment.nanoseconds)
  }

  /// Tags by their keys: one flat object of JSON.
  func tags(_ place: Int) throws(LineFault) -> [String: String] {
    guard let field = content(place) else { return [:] }
    let result = field.withUnsafeBufferPointer { buffer in
      Result { () throws(LineFault) in
        var tags: [String: String] = [:]
        var cursor = JSONCursor(buffer)
        try cursor.object { (cursor, key) throws(LineFault) in
          guard let name = key.string else { return try cursor.skip() }
          switch try cursor.kind() {
          case .string: tags[name] = try cursor.string()
          case .number: tags[name] = String(decoding: try cursor.numberRange(), as: UTF8.self)
          case .word: tags[name] = try cursor.truth().map { $0 ? "true" : "false" }
          case .array, .object: try cursor.skip()
          }
        }
        return tags
      }
    }
    do {
      return try result.get()
    } catch {
      throw LineFault(offset: places[place].lowerBound, problem: error.problem)
    }
  }

  private func fault(_ place: Int, _ problem: LineFault.Problem) -> LineFault {
    LineFault(offset: places[place].lowerBound, problem: problem)
  }
}
