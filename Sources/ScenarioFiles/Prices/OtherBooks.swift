import UnitEconomics

/// Price books that this room does not read itself: of other formats, or without a file.
///
/// Whoever loads scenarios hands them in, so that no format is read in two places.
public struct OtherBooks: Sendable {
  /// What a book says, whatever it is written in.
  public struct Book: Sendable {
    public let modelNames: [String]
    /// When somebody last looked whether it is still so.
    public let checked: String?
    /// The price of a model as inputs under the model's own name, each of them handed to `keep`.
    public let price:
      @Sendable (_ model: String, _ book: String, _ currency: String, _ keep: (Input) -> Input) ->
        ModelPrice?

    public init(
      modelNames: [String], checked: String?,
      price:
        @escaping @Sendable (
          _ model: String, _ book: String, _ currency: String, _ keep: (Input) -> Input
        ) -> ModelPrice?
    ) {
      self.modelNames = modelNames
      self.checked = checked
      self.price = price
    }
  }

  /// What is wrong with a book, and where.
  public struct Fault: Error {
    public let offset: Int
    public let words: String

    public init(offset: Int, words: String) {
      self.offset = offset
      self.words = words
    }
  }

  /// The bytes of a book that has a name and no file; nil where none has this one.
  let named: @Sendable (String) -> [UInt8]?
  /// The book that bytes are; nil where they are of LiteLLM's format.
  let read: @Sendable ([UInt8]) throws(Fault) -> Book?

  public init(
    named: @escaping @Sendable (String) -> [UInt8]?,
    read: @escaping @Sendable ([UInt8]) throws(Fault) -> Book?
  ) {
    self.named = named
    self.read = read
  }

  /// None: every book is a file of LiteLLM's format.
  public static let none = OtherBooks(named: { _ in nil }, read: { (_) throws(Fault) in nil })
}
