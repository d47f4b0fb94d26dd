/// The name of a file without its folders and its ending; nil where nothing stands before the ending.
///
///     fileStem(of: "Scenarios/support-ticket.json5")   // "support-ticket"
func fileStem(of path: String) -> String? {
  let name = path.split(separator: "/").last ?? path[...]
  let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
  return stem.isEmpty ? nil : String(stem)
}
