import RunLogs
import UnitEconomics

extension MeasureAnswer {
  /// What a reader must know before using the figures.
  var warnings: [String] {
    var warnings: [String] = []
    if let words = tooFewRuns { warnings.append(words) }
    if let bill, let when = total.periodWords, billIsOfOtherTimes {
      warnings.append(
        "The bill is of \(bill.months.joined(separator: ", ")) and the runs are \(when): no month of it is theirs"
      )
    }
    for (model, calls) in total.unpriced.sorted(by: { $0.key < $1.key }) {
      let name = model.isEmpty ? "calls without a model's name" : model
      warnings.append(
        "Unpriced: \(name), \(count(calls)) calls; runs with them have no computed cost")
    }
    warnings += doubtfulPrices
    if total.unrecordedCalls > 0, total.recorded.runs > 0 {
      warnings.append(
        "\(count(total.unrecordedCalls)) of \(count(total.calls)) calls record no cost: what is recorded is too low"
      )
    }
    if rate == nil, hoursOfPeople != nil {
      warnings.append("What people's hours cost is not told, and not counted: --rate '$38 / h'")
    }
    let unfound = measurement.placesNotFound
    if !unfound.isEmpty {
      warnings.append("Nothing stands where --map looks: \(unfound.joined(separator: ", "))")
    }
    warnings += total.unknownReasons.sentences().map(harmless)
    warnings += (people?.unknownReasons.sentences(of: "row", in: "people's work") ?? []).map(
      harmless)
    if total.tasksToldTwice > 0 { warnings.append(minutesToldTwice(total.tasksToldTwice)) }
    if total.uncountedCalls > 0 {
      warnings.append("Of \(count(total.uncountedCalls)) model calls the tokens are not told")
    }
    if total.attempts > total.judged {
      warnings.append(
        "How it ended is not told of \(count(total.attempts - total.judged)) of \(count(total.attempts)) runs; they count as no success"
      )
    }
    if total.tasksAreApart {
      warnings.append(
        "Tasks are not counted: one may have runs in more than one result, and it is not told which"
      )
    }
    if unread.count > 0 {
      let lines = unread.count == 1 ? "1 line" : "\(count(unread.count)) lines"
      let first = unread.first.first.map {
        "; \(unread.count == 1 ? "it" : "the first") is line \(count($0.line)) of \($0.file): \($0.fault.problem.words)"
      }
      warnings.append("\(lines) could not be read and left out\(first ?? "")")
    }
    return warnings
  }

  /// Whether a success rate two points beside the log's own could not be told from it; nil where it could.
  private var tooFewRuns: String? {
    guard total.judged > 0 else { return nil }
    // As it is shown, so that the sentence can be worked out again.
    let own = (Double(total.count(.success)) / Double(total.judged) * 1000).rounded() / 1000
    let other = own > 0.98 ? own - 0.02 : own + 0.02
    let needed = casesToTell(other, from: own)
    guard total.judged < needed else { return nil }
    return
      "Too few runs to tell a success rate of \(text(other, .share)) from this log's \(text(own, .share)): that takes \(count(needed))"
  }

  /// Whether no month of the bill has a run, though it is told when runs began.
  var billIsOfOtherTimes: Bool {
    guard let bill, !bill.months.isEmpty, let period = total.period else { return false }
    // The months of the first and the last run: 2026-10.
    let months = period.first.prefix(7)...period.last.prefix(7)
    return !bill.months.contains { months.contains($0[...]) }
  }

  /// Which of two tellings of the same work counts.
  private func minutesToldTwice(_ tasks: Int) -> String {
    func names(_ files: [RunMeasurement.File], _ many: String) -> String {
      files.count == 1 ? files[0].name : many
    }
    let desk = names(people?.deskFiles ?? [], "the help desk's files")
    return
      "\(tasks == 1 ? "1 task has" : "\(count(tasks)) tasks have") minutes in both \(names(measurement.files, "the logs")) and \(desk); those of \(desk) count"
  }
}
