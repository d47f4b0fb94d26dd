/// What speaks for an item beside figures: a file, a link, or somebody's word, with a date.
public struct Document: Sendable, Hashable {
  /// Who vouches for it.
  public var by: String?
  /// When that was, or the document was made.
  public var on: Day?
  /// Until when it counts; nil for as long as the checklist says.
  public var until: Day?
  /// When it is to be there; nil where it is.
  public var planned: Day?
  /// A file beside the scenario, and its fingerprint.
  public var file: String?
  public var sha256: String?
  public var link: String?
  public var note: String?
  /// Why the item does not apply; nil where it does.
  public var notApplicable: String?

  public init(
    by: String? = nil, on: Day? = nil, until: Day? = nil, planned: Day? = nil, file: String? = nil,
    sha256: String? = nil, link: String? = nil, note: String? = nil, notApplicable: String? = nil
  ) {
    self.by = by
    self.on = on
    self.until = until
    self.planned = planned
    self.file = file
    self.sha256 = sha256
    self.link = link
    self.note = note
    self.notApplicable = notApplicable
  }
}
