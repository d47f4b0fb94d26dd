#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a share lies of which so many cases were seen, with 95 % confidence.
///
///     wilsonInterval(92, of: 100)   // 0.850…0.959
///
/// Wilson's score interval stays between 0 and 1 and means something at no case at all.
///
/// - Source: Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22,
///   1927.
public func wilsonInterval(_ count: Int, of all: Int) -> ClosedRange<Double> {
  guard all > 0 else { return 0...1 }
  let z = 1.959963984540054
  let (n, p) = (Double(all), Double(count) / Double(all))
  let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
  let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
  // At the ends the interval reaches them; rounding leaves a little.
  let low = count == 0 ? 0 : max(0, middle - half)
  return low...(count == all ? 1 : min(1, middle + half))
}

/// How many cases it takes to tell one share from another: to find the difference in four of five tries, and
/// to see one that is not there in one of twenty.
///
///     casesToTell(0.92, from: 0.90)   // 1626
///
/// - Source: Fleiss, Levin and Paik, "Statistical Methods for Rates and Proportions", 3rd edition, 2003,
///   section 2.2, one sample against a known share.
public func casesToTell(_ share: Double, from other: Double) -> Int {
  let (ofError, ofPower) = (1.959963984540054, 0.8416212335729143)
  let spread =
    ofError * (other * (1 - other)).squareRoot() + ofPower * (share * (1 - share)).squareRoot()
  let ratio = spread / abs(share - other)
  return Int((ratio * ratio).rounded(.up))
}
