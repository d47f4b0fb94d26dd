/// The script of a page: nothing but this text and the model runs on it.
///
/// It is written for a browser and for node alike: without a document it only defines functions, so that
/// they can be held against the engine. It makes elements and sets text, and never reads markup, so
/// that no name can run.
enum PageScript {
  static let text = [numbers, cases, drawings, curves, findings, levers, page]
    .map { $0 + "\n" }.joined()
}
