import Reporting
import RunLogs
import ScenarioFiles
import UnitEconomics

extension OtherBooks {
  /// The books that this program reads beside LiteLLM's, and the one that comes with it.
  static let ofThisProgram = OtherBooks(
    named: { $0 == ShippedPrices.name ? ShippedPrices.bytes : nil },
    read: { (bytes) throws(OtherBooks.Fault) in
      guard PriceList.isOfOtherFormat(bytes) else { return nil }
      let list: PriceList
      do throws(LineFault) {
        list = try PriceList(bytes)
      } catch {
        throw Fault(offset: error.offset, words: error.problem.words)
      }
      return Book(modelNames: list.models.keys.sorted(), checked: list.checked) {
        model, book, currency, keep in
        list.entry(of: model)?.modelPrice(
          named: model, book: book, currency: currency, keep: keep)
      }
    })
}
