import Foundation
import Testing
import UnitEconomics

@Suite("A tool's calls are retried, time out and are lost")
struct ToolTests {
  /// The figures of a scenario whose one tool is called `api`.
  private func figures(
    attempts: Double = 1, _ tool: (inout Draft) -> Tool
  ) throws -> (String) throws -> Double {
    let values = try UnitEconomicsTests.figures(
      scenario(["outcomes.maxAttempts": attempts]) { $0.tools = [tool(&$1)] })
    return { try values.number($0) }
  }

  // Source: QUANT.md, truncated geometric: failing with q, at most n tries, exact fractions.
  @Test(
    "Tries and losses of a call are a truncated geometric series",
    arguments: [
      (0.1, 3, 1.11, 0.999), (0.075, 3, 1.080625, 0.999578125),
      (0.25, 5, 1.33203125, 0.9990234375), (0.5, 4, 1.875, 0.9375), (0, 3, 1, 1), (1, 3, 3, 0),
      (0.99, 10, 9.561792499119551, 0.09561792499119551),
    ] as [(Double, Double, Double, Double)])
  func tries(q: Double, most: Double, tries: Double, succeeds: Double) throws {
    let figure = try figures { $0.tool("api", errorRate: q, retries: most - 1) }
    #expect(isNear(try figure("tools.api.tries"), tries))
    #expect(abs(try figure("tools.api.lost") - (1 - succeeds)) < 1e-15)
    // One call an attempt: the attempt is lost with the call.
    #expect(abs(try figure("attemptLost") - (1 - succeeds)) < 1e-15)
  }

  // Source: the same rows, read as attempts at a task, each lost with q.
  @Test(
    "Attempts at a task are a truncated geometric series too",
    arguments: [
      (0.1, 3, 1.11, 0.001), (0.25, 5, 1.33203125, 0.0009765625), (0.5, 4, 1.875, 0.0625),
      (0, 3, 1, 0), (1, 3, 3, 1),
    ] as [(Double, Double, Double, Double)])
  func attempts(q: Double, most: Double, attempts: Double, outage: Double) throws {
    let figure = try figures(attempts: most) { $0.tool("api", errorRate: q) }
    #expect(isNear(try figure("attemptsPerTask"), attempts))
    #expect(abs(try figure("toolOutage") - outage) < 1e-15)
  }

  // Source: mpmath with 40 digits: σ = ln(p95 / p50) / z₀.₉₅; E[min(X, T)] from the closed form,
  // which agrees with the integral of the survival function from 0 to T.
  @Test(
    "Busy time and time-outs of a lognormal latency",
    arguments: [
      (0.4, 1.6, 10, 6.6933947967083345e-5, 0.57040201301784074),
      (1, 3, 2, 0.14968459343828182, 1.1046239911728602),
      (1, 3, 0.5, 0.85031540656171818, 0.4801930569374838),
      (14, 45, 60, 0.020176202667902531, 17.599500934723999),
      (0.2, 4, 1, 0.18843258895524678, 0.37142580423704215),
      (5, 6, 8, 1.116404187622832e-5, 5.0308081413688078),
      (5, 6, 4.5, 0.82907921106455197, 4.456598241731592),
      (1, 20, 300, 0.00086883615422444457, 5.0132096938883471),
    ])
  func latency(p50: Double, p95: Double, timeout: Double, late: Double, busy: Double) throws {
    let figure = try figures { $0.tool("api", p50: p50, p95: p95, timeout: timeout) }
    #expect(isNear(try figure("tools.api.timeoutShare"), late))
    // 1 − (1 − errors)(1 − late), whose bounds are tight, keeps digits of 1 and not of late.
    #expect(abs(try figure("tools.api.tryFails") - late) < 1e-15)
    #expect(isNear(try figure("tools.api.busySeconds"), busy))
  }

  @Test("Without a timeout a try takes the mean of the lognormal and never times out")
  func noTimeout() throws {
    let figure = try figures {
      $0.tool("api", p50: 1800, p95: 1800 * exp(0.35 * 1.6448536269514727))
    }
    // Source: QUANT.md, lognormal: median 1800, sigma 0.35.
    #expect(isNear(try figure("tools.api.busySeconds"), 1913.696409841382))
    #expect(try figure("tools.api.timeoutShare") == 0)
  }

  @Test("A latency without spread is its median")
  func noSpread() throws {
    let figure = try figures { $0.tool("api", p50: 2, p95: 2, timeout: 3) }
    #expect(isNear(try figure("tools.api.busySeconds"), 2, within: 1e-9))
    #expect(try figure("tools.api.timeoutShare") == 0)
    let late = try figures { $0.tool("api", p50: 2, p95: 2, timeout: 1.5) }
    #expect(try late("tools.api.busySeconds") == 1.5)
    #expect(try late("tools.api.timeoutShare") == 1)
  }

  // Source: by hand, Σ qⁱ b 2^(i − 1): 0.5·3 + 0.25·6 + 0.125·12 = 4.5.
  @Test("Pauses double with each retry", arguments: [(0, 0), (1, 1.5), (2, 3), (3, 4.5)])
  func backoff(retries: Double, seconds: Double) throws {
    let figure = try figures {
      $0.tool("api", errorRate: 0.5, retries: retries, backoff: 3)
    }
    #expect(isNear(try figure("tools.api.backoffSeconds"), seconds))
  }

  // Source: by hand, 1 − (1 − L)^⌊n⌋ (1 − (n − ⌊n⌋) L) with L = 0.5.
  @Test(
    "A fraction of a call is one that so many attempts make",
    arguments: [(0, 0), (0.5, 0.25), (1, 0.5), (1.5, 0.625), (2, 0.75), (2.2, 0.775)])
  func fractionalCalls(calls: Double, lost: Double) throws {
    let figure = try figures { $0.tool("api", calls: calls, errorRate: 0.5) }
    #expect(isNear(try figure("attemptLost"), lost))
  }

  // Source: by hand, D = min(1, n)(1 − availability); attempts = D·A + 1 − D; outage = D.
  @Test(
    "A task that needs a tool in its downtime fails every attempt",
    arguments: [(1, 0.9, 0.1), (4, 0.9, 0.1), (0.5, 0.9, 0.05), (0, 0.9, 0), (1, 1, 0), (2, 0, 1)])
  func downtime(calls: Double, availability: Double, down: Double) throws {
    let figure = try figures(attempts: 3) {
      $0.tool("api", calls: calls, availability: availability)
    }
    #expect(abs(try figure("downtime") - down) < 1e-15)
    #expect(abs(try figure("toolOutage") - down) < 1e-15)
    #expect(isNear(try figure("attemptsPerTask"), 3 * down + 1 - down))
  }

  @Test("Time is paid for at the price of an hour, tries at the price of a try, or both")
  func prices() throws {
    let figure = try figures {
      $0.tool(
        "api", calls: 2, price: 0.01, priceByTime: 36, p50: 1, p95: 1, errorRate: 0.5, retries: 1)
    }
    // 1.5 tries of 0.01 each, and 1.5 seconds at 0.01 a second.
    #expect(isNear(try figure("tools.api.costPerCall"), 0.03, within: 1e-9))
    #expect(isNear(try figure("toolsPerAttempt"), 0.06, within: 1e-9))
    let attempts = try figure("attempts")
    #expect(isNear(try figure("toolsLines.api.quantity"), attempts * 3))
    #expect(isNear(try figure("toolsLines.api.time.quantity"), attempts * 3 / 3600, within: 1e-9))
    #expect(isNear(try figure("toolsCost"), attempts * 0.06, within: 1e-9))
  }
}
