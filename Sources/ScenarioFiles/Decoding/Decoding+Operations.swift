import Formulas
import UnitEconomics

// What runs an attempt and stands behind it: tools and infrastructure.
extension Decoding {
  func tool(_ name: String, _ reader: ObjectReader) -> Tool {
    let kind = reader.choice("kind", "how the tool is reached", default: Tool.Kind.api)
    let calls = reader.input("callsPerAttempt", "calls in one attempt", .call / .attempt)
    let price = reader.optionalInput("price", "what a try costs", .money / .call)
    let byTime = reader.optionalInput("priceByTime", "what the time of a try costs", .money / .hour)
    let (median, p95) = reader.requiredSection("latency", "how long a try takes") { reader in
      (
        reader.input("p50", "half of all tries take at most this", .second / .call, in: .positive),
        reader.input("p95", "95 % of all tries take at most this", .second / .call, in: .positive)
      )
    }
    return Tool(
      name: name, kind: kind, callsPerAttempt: calls, price: price, priceByTime: byTime,
      median: median, p95: p95,
      timeout: reader.optionalInput(
        "timeout", "a try that takes longer fails", .second / .call, in: .positive),
      errorRate: reader.input(
        "errorRate", "tries that fail, time-outs left out", .share, in: .share, default: 0),
      maxRetries: reader.input(
        "maxRetries", "tries after the first", .one, in: .whole(0...20), default: 0),
      backoff: reader.input(
        "backoff", "pause before the first retry, doubled for each next", .second / .call,
        default: 0),
      rateLimit: reader.optionalInput(
        "rateLimit", "calls that the connector allows", .call / .minute, in: .positive),
      availability: reader.input(
        "availability", "part of the time that it is up", .share, in: .share, default: 1))
  }

  func infrastructure(_ reader: ObjectReader) -> Infrastructure {
    Infrastructure(
      workers: reader.section("workers", "machines that run attempts", workers),
      monthly: reader.namedInputs("monthly", "paid each month", .money / .month),
      perTask: reader.namedInputs("perTask", "paid for each submitted task", .money / .task),
      perCustomer: reader.namedInputs(
        "perCustomer", "paid for each customer", .money / .customer / .month),
      traces: reader.section("traces", "logs of attempts", traces),
      evaluation: reader.section("evaluation", "the suite that a release must pass") {
        Infrastructure.Evaluation(
          cases: $0.input("cases", "cases of the suite, an attempt each", .attempt / .run),
          runs: $0.input("runs", "runs of the suite", .run / .month))
      },
      shadowShare: reader.section("shadow", "tasks run beside people, unseen by customers") {
        $0.input("share", "part of tasks run in shadow mode too", .share, in: .share)
      },
      canary: reader.section("canary", "new releases on a part of tasks first") {
        Infrastructure.Canary(
          share: $0.input("share", "part of tasks on the new release", .share, in: .share),
          duration: $0.input("duration", "how long a canary runs", .hour / .release),
          releases: $0.input("releases", "releases a month", .release / .month),
          costMultiplier: $0.input(
            "costMultiplier", "cost of a canary attempt over a plain one", .one, in: .atLeastOne))
      },
      oneOff: reader.named("oneOff", "paid once and spread over months") {
        name, reader in
        Infrastructure.OneOff(
          name: name, amount: reader.input("amount", "paid once", .money),
          months: reader.input("over", "months it is spread over", .month, in: .positive))
      })
  }

  private func workers(_ reader: ObjectReader) -> Infrastructure.Workers {
    Infrastructure.Workers(
      price: reader.input("price", "what a worker costs", .money / .worker / .hour),
      slots: reader.input("slots", "tasks a worker runs at once", .one / .worker, in: .positive),
      targetUtilization: reader.input(
        "targetUtilization", "part of the slots in use at the peak", .share, in: .positiveShare,
        default: 1),
      minimum: reader.input("minimum", "workers that always run", .worker, default: 0),
      scaling: reader.choice(
        "scaling", "whether parts of a worker are paid",
        default: Infrastructure.Workers.Scaling.whole))
  }

  private func traces(_ reader: ObjectReader) -> Infrastructure.Traces {
    Infrastructure.Traces(
      size: reader.input("size", "log of one attempt", .kilobyte / .attempt),
      retention: reader.input("retention", "how long logs are kept", .month),
      ingest: reader.input("ingest", "price of taking logs in", .money / .gigabyte),
      storage: reader.input("storage", "price of keeping logs", .money / .gigabyte / .month))
  }
}
