/// The SHA-256 digest of some bytes in 64 lower-case hexadecimal digits, to name an input in a report.
///
///     sha256(Array("abc".utf8))  // "ba7816bf 8f01cfea …", without the spaces
///
/// - Source: FIPS 180-4, section 6.2.
public func sha256(_ bytes: [UInt8]) -> String {
  var digest = SHA256Digest()
  let whole = bytes.count / 64 * 64
  bytes.withUnsafeBytes { digest.take(UnsafeRawBufferPointer(rebasing: $0[..<whole])) }
  // The last block ends in a bit 1, zeros, and the length in bits.
  var tail = Array(bytes[whole...]) + [0x80]
  while tail.count % 64 != 56 { tail.append(0) }
  let bits = UInt64(bytes.count) * 8
  tail += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
  tail.withUnsafeBytes { digest.take($0) }
  return digest.hexadecimal
}

private struct SHA256Digest {
  private var a: UInt32 = 0x6a09_e667
  private var b: UInt32 = 0xbb67_ae85
  private var c: UInt32 = 0x3c6e_f372
  private var d: UInt32 = 0xa54f_f53a
  private var e: UInt32 = 0x510e_527f
  private var f: UInt32 = 0x9b05_688c
  private var g: UInt32 = 0x1f83_d9ab
  private var h: UInt32 = 0x5be0_cd19

  var hexadecimal: String {
    [a, b, c, d, e, f, g, h].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// Takes whole blocks of 64 bytes.
  mutating func take(_ blocks: UnsafeRawBufferPointer) {
    roundConstants.withUnsafeBufferPointer { k in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
        w.initialize(repeating: 0)
        for block in stride(from: 0, to: blocks.count, by: 64) {
          for i in 0..<16 {
            let word = blocks.loadUnaligned(fromByteOffset: block + 4 * i, as: UInt32.self)
            w[i] = UInt32(bigEndian: word)
          }
          for i in 16..<64 {
            let s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >> 3)
            let s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >> 10)
            w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
          }
          mix(w, k)
        }
      }
    }
  }

  /// The 64 rounds of one block, eight at a time so that no word has to change its name.
  private mutating func mix(
    _ w: UnsafeMutableBufferPointer<UInt32>, _ k: UnsafeBufferPointer<UInt32>
  ) {
    var (a, b, c, d) = (self.a, self.b, self.c, self.d)
    var (e, f, g, h) = (self.e, self.f, self.g, self.h)
    for i in stride(from: 0, to: 64, by: 8) {
      round(a, b, c, &d, e, f, g, &h, w[i] &+ k[i])
      round(h, a, b, &c, d, e, f, &g, w[i + 1] &+ k[i + 1])
      round(g, h, a, &b, c, d, e, &f, w[i + 2] &+ k[i + 2])
      round(f, g, h, &a, b, c, d, &e, w[i + 3] &+ k[i + 3])
      round(e, f, g, &h, a, b, c, &d, w[i + 4] &+ k[i + 4])
      round(d, e, f, &g, h, a, b, &c, w[i + 5] &+ k[i + 5])
      round(c, d, e, &f, g, h, a, &b, w[i + 6] &+ k[i + 6])
      round(b, c, d, &e, f, g, h, &a, w[i + 7] &+ k[i + 7])
    }
    (self.a, self.b, self.c, self.d) = (self.a &+ a, self.b &+ b, self.c &+ c, self.d &+ d)
    (self.e, self.f, self.g, self.h) = (self.e &+ e, self.f &+ f, self.g &+ g, self.h &+ h)
  }
}

@inline(__always)
private func turn(_ word: UInt32, _ places: UInt32) -> UInt32 {
  word >> places | word << (32 &- places)
}

// The eight words and the round's own input are what FIPS 180-4 names a … h and W + K.
@inline(__always)
private func round(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
  _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ input: UInt32
) {
  let sum1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
  let first = h &+ sum1 &+ ((e & f) ^ (~e & g)) &+ input
  let sum0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
  d = d &+ first
  h = first &+ sum0 &+ ((a & b) ^ (a & c) ^ (b & c))
}

private let roundConstants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
  0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
  0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
  0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
  0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
  0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
  0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
  0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
  0xc671_78f2,
]
