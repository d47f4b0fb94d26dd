import Formulas
import Testing

@Suite("Philox gives the numbers of its authors, and shares strictly between 0 and 1")
struct PhiloxTests {
  /// A counter of four words, a key of two, and the four words that come of them.
  ///
  /// - Source: Random123, file kat_vectors, philox4x32 with 10 rounds.
  static let knownAnswers: [(counter: [UInt64], key: [UInt64], words: [UInt64])] = [
    ([0, 0, 0, 0], [0, 0], [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8]),
    (
      Array(repeating: 0xFFFF_FFFF, count: 4), [0xFFFF_FFFF, 0xFFFF_FFFF],
      [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]
    ),
    (
      [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344], [0xA409_3822, 0x299F_31D0],
      [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]
    ),
  ]

  @Test("known answers", arguments: knownAnswers)
  func known(counter: [UInt64], key: [UInt64], words: [UInt64]) {
    func joined(_ low: UInt64, _ high: UInt64) -> UInt64 { low | high << 32 }
    let made = Philox.words(
      joined(counter[0], counter[1]), stream: joined(counter[2], counter[3]),
      key: joined(key[0], key[1]))
    #expect(made == (joined(words[0], words[1]), joined(words[2], words[3])))
  }

  @Test("a share is the middle of one of 2⁵² equal parts, so never 0 or 1")
  func ends() {
    #expect(Philox.share(0) == 0x1p-53)
    #expect(Philox.share(.max) == 1 - 0x1p-53)
    #expect(Philox.share(1 << 63) == 0.5 + 0x1p-53)
    #expect(Philox.share(1 << 12) - Philox.share(0) == 0x1p-52)
  }

  @Test("shares are spread evenly, and neighbouring draws and streams know nothing of each other")
  func evenness() {
    let count = 20_000
    var (sum, square, neighbours, streams) = (0.0, 0.0, 0.0, 0.0)
    var last = 0.5
    for draw in 0..<count {
      let share = Philox.share(draw: UInt64(draw), stream: 7, seed: 1)
      let other = Philox.share(draw: UInt64(draw), stream: 8, seed: 1)
      sum += share - 0.5
      square += (share - 0.5) * (share - 0.5) - 1.0 / 12
      neighbours += (share - 0.5) * (last - 0.5)
      streams += (share - 0.5) * (other - 0.5)
      last = share
    }
    // Four standard errors of each sum: 1/12 is the variance of a share, 1/180 that of its square.
    let four = 4 * Double(count).squareRoot()
    #expect(abs(sum) < four * (1.0 / 12).squareRoot())
    #expect(abs(square) < four * (1.0 / 180).squareRoot())
    #expect(abs(neighbours) < four / 12)
    #expect(abs(streams) < four / 12)
  }
}
