import Formulas
import UnitEconomics

extension Draft {
  mutating func queue(
    level: Double = 0.8, within: Double = 20, shrinkage: Double = 0.3, openHours: Double = 730,
    patience: Double? = nil
  ) -> HumanReview.Queue {
    let path = "humanReview.staffing"
    return HumanReview.Queue(
      serviceLevel: input("\(path).serviceLevel", level, .share, in: .innerShare),
      within: input("\(path).within", within, .second / .task),
      shrinkage: input("\(path).shrinkage", shrinkage, .share, in: .incompleteShare),
      openHours: input(
        "\(path).openHours", openHours, .hour / .month, in: Domain(0, 730, excludesLow: true)),
      patience: patience.map { input("\(path).patience", $0, .second / .task, in: .positive) })
  }
}
