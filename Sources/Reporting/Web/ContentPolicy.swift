/// What a page lets a browser do: nothing but its own style sheet and its own script.
///
/// Both are named by their SHA-256, so that markup which found its way in would neither run nor be
/// styled. Nothing is fetched, nothing is sent, and the page cannot be framed into another's form.
struct ContentPolicy {
  /// The SHA-256 of some bytes in hexadecimal digits; another room has it.
  let digest: ([UInt8]) -> String

  /// The policy as a page states it.
  func text(styles: String, script: String) -> String {
    "default-src 'none'; style-src '\(source(styles))'; script-src '\(source(script))'; "
      + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
  }

  /// `sha256-` and the digest in base 64.
  private func source(_ text: String) -> String {
    "sha256-" + base64(bytes(ofHexadecimal: digest(Array(text.utf8))))
  }
}

private func bytes(ofHexadecimal text: String) -> [UInt8] {
  let digits = text.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map {
    UInt8(digits[$0] * 16 + digits[$0 + 1])
  }
}

/// Bytes in the letters of RFC 4648, section 4.
func base64(_ bytes: [UInt8]) -> String {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  var result = ""
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let part = bytes[start..<min(start + 3, bytes.count)]
    let number = (0..<3).reduce(0) { $0 << 8 | ($1 < part.count ? Int(part[start + $1]) : 0) }
    for place in 0..<4 {
      let isFilled = place <= part.count
      result.append(isFilled ? letters[number >> (18 - 6 * place) & 63] : "=")
    }
  }
  return result
}
