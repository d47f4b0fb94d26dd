import Formulas
import UnitEconomics

// Who stands behind the agent, and how they are staffed.
extension Decoding {
  func humanReview(_ reader: ObjectReader) -> HumanReview {
    let rate = reader.input("rate", "what an hour of a person costs", .money / .hour)
    let occupancy = reader.input(
      "occupancy", "part of a paid hour spent on tasks", .share, in: .positiveShare, default: 1)
    let (staffing, queue) = staffing(reader)
    let perFTE = reader.optionalInput(
      "hoursPerFTE", "hours that one person works", .hour / .fullTimeEquivalent / .month,
      in: .positive)
    let handleTime =
      reader.section("handleTime", "time a person takes, by why the task came") { reader in
        var times: [Reason: Input] = [:]
        for reason in Reason.allCases {
          times[reason] = reader.optionalInput(
            reason.rawValue, "time on a task escalated for \(reason.words)", .minute / .task)
        }
        return times
      } ?? [Reason: Input]()
    return HumanReview(
      rate: rate, occupancy: occupancy, staffing: staffing, queue: queue, hoursPerFTE: perFTE,
      handleTime: handleTime,
      sampling: reader.section("sampling", "a person checks a part of what looks like success") {
        self.activity($0, "part of what looks like success that is checked")
      },
      approvals: reader.section(
        "approvals", "a person approves a part of tasks before they are done"
      ) {
        self.activity($0, "part of submitted tasks that need an approval")
      },
      rework: reader.section("rework", "a person puts wrong results right") {
        $0.input("time", "time to put a wrong result right", .minute / .task)
      })
  }

  private func activity(_ reader: ObjectReader, _ share: String) -> HumanReview.Activity {
    HumanReview.Activity(
      share: reader.input("share", share, .share, in: .share),
      time: reader.input("time", "time a person takes for one", .minute / .task))
  }

  /// A word, or an object where escalated tasks come to a queue.
  private func staffing(
    _ reader: ObjectReader
  ) -> (HumanReview.Staffing, HumanReview.Queue?) {
    if reader.isObject("staffing") {
      return reader.section("staffing", "a queue with a service level", staffing(ofQueue:))
        ?? (.variable, nil)
    }
    let model = reader.choice(
      "staffing", "whether hours are paid as they fall, or for whole people",
      default: HumanReview.Staffing.variable)
    if model.hasQueue, let node = reader.node("staffing") {
      markUnread(reader.path("staffing"))
      report(
        .error(
          Wording.staffingNeedsLevel(model.rawValue), at: node.span,
          help: Wording.stateServiceLevel(model.rawValue, leaves: model == .erlangA)))
      return (.variable, nil)
    }
    return (model, nil)
  }

  private func staffing(
    ofQueue reader: ObjectReader
  ) -> (HumanReview.Staffing, HumanReview.Queue?) {
    let model = reader.choice("model", "how people are staffed", HumanReview.Staffing.self)
    if let model, !model.hasQueue { return (model, nil) }
    var queue = HumanReview.Queue(
      serviceLevel: reader.input(
        "serviceLevel", "part of escalated tasks answered in time", .share, in: .innerShare),
      within: reader.input("within", "what is in time", .second / .task),
      shrinkage: reader.input(
        "shrinkage", "part of paid hours that people are not there", .share, in: .incompleteShare,
        default: 0),
      openHours: reader.input(
        "openHours", "hours that the queue is open", .hour / .month,
        in: Domain(0, 730, excludesLow: true), default: 730))
    switch model {
    case .erlangA:
      queue.patience = reader.input(
        "patience", "mean time after which a caller leaves", .second / .task, in: .positive)
    case .erlangC:
      if let patience = reader.node("patience") {
        report(
          .error(
            Wording.patienceWithErlangC, at: patience.span, help: Wording.patienceIsErlangA))
      }
    default: reader.ignore("patience")
    }
    return (model ?? .variable, queue)
  }
}
