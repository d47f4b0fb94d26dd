"""The cost model a second time, in 80-digit arithmetic, from the README's "The economics" alone.

    figures(ScenarioFile(text), inputs) → {"costPerCompletedTask": …, "plans.growth.revenue": …, …}

`.sizes` of the result says of the few figures that are small differences of large numbers how large those are. Values
are in seconds, bytes, single tokens and money; what cannot be computed is `UNDEFINED`, which swallows all that
is computed from it. Nothing here was taken from the program's own source.
"""

import mpmath
from mpmath import mpf

import exact_queues
from exact_charges import Charge
from exact_numbers import TINY, UNDEFINED, at_least, ceil, largest, number, over, total
from scenario_file import HOUR, MONTH, RATES, REASONS

Z95 = mpmath.sqrt(2) * mpmath.erfinv(mpf(9) / 10)


def lognormal_try(p50, p95, timeout):
    """σ, P(timeout) and E[min(X, T)] of one try."""
    if p95 < p50:
        return UNDEFINED, mpf(0) if timeout is None else UNDEFINED, UNDEFINED
    sigma = mpmath.log(p95 / p50) / Z95
    if timeout is None:
        return sigma, mpf(0), p50 * mpmath.exp(sigma**2 / 2)
    if sigma == 0:
        return sigma, mpf(p50 > timeout), min(p50, timeout)
    x = mpmath.log(timeout / p50) / sigma
    late = mpmath.ncdf(-x)
    return sigma, late, p50 * mpmath.exp(sigma**2 / 2) * mpmath.ncdf(x - sigma) + timeout * late


class Figures(dict):
    def __init__(self):
        super().__init__()
        self.sizes = {}


def figures(file, inputs):
    """Every figure by its path, in our own units."""
    value = {path: number(stated) for path, stated in inputs.items()}
    out = Figures()

    def given(*path):
        """An input in the scenario's own money; None where it is not stated."""
        if path not in value:
            return None
        if path in file.foreign:
            return value[path] * value["exchangeRates", file.foreign[path]]
        return value[path]

    lines = {}

    def line(component, name, quantity, price):
        path = "%sLines.%s" % (component, name)
        out[path + ".quantity"], out[path + ".price"], out[path] = quantity, price, quantity * price
        lines.setdefault(component, []).append(path)
        return out[path]

    # Volume
    segments = file.names("volume", "segments")
    customers = {s: given("volume", "segments", s, "customers") for s in segments}
    own_tasks = {s: given("volume", "segments", s, "tasksPerCustomer") for s in segments}
    for s in segments:
        out["volume.segments.%s.tasks" % s] = customers[s] * own_tasks[s]
    tasks = total(customers[s] * own_tasks[s] for s in segments)
    all_customers = total(customers.values())
    peak = given("volume", "peakFactor")

    # Tools: one call
    tools = file.names("tools")
    tool = {}
    for t in tools:
        p50, p95, timeout, error, retries, pause = (
            given("tools", t, *name.split(".")) for name in
            ("latency.p50", "latency.p95", "timeout", "errorRate", "maxRetries", "backoff"))
        sigma, late, busy = lognormal_try(p50, p95, timeout)
        fails = late + error - late * error
        r = int(retries)
        power = [mpf(1)]
        for _ in range(r + 1):
            power.append(power[-1] * fails)
        tries, lost = total(power[:r + 1]), power[r + 1]
        waits = total(power[i] * pause * mpf(2)**(i - 1) for i in range(1, r + 1))
        by_call, by_time = given("tools", t, "price"), given("tools", t, "priceByTime")
        cost = (tries * by_call if by_call is not None else mpf(0)) + (tries * busy * by_time if by_time is not None else 0)
        seconds = tries * busy + waits
        n = given("tools", t, "callsPerAttempt")
        tool[t] = dict(n=n, tries=tries, busy=busy, lost=lost, cost=cost, seconds=seconds, price=by_call, time=by_time)
        names = dict(sigma=sigma, busySeconds=busy, tryFails=fails, tries=tries, lost=lost, backoffSeconds=waits,
                     costPerCall=cost, secondsPerCall=seconds, timeoutShare=late)
        out.update(("tools.%s.%s" % (t, name), figure) for name, figure in names.items())

    # Attempts
    survives, up = mpf(1), mpf(1)
    for t in tools:
        n, lost = tool[t]["n"], tool[t]["lost"]
        k = int(mpmath.floor(n))
        whole = mpf(1)
        for _ in range(k):
            whole = whole * (1 - lost)
        survives = survives * whole * (1 - (n - k) * lost)
        up = up * (1 - min(mpf(1), n) * (1 - given("tools", t, "availability")))
    lost, down = 1 - survives, 1 - up
    most = int(given("outcomes", "maxAttempts"))
    power = [mpf(1)]
    for _ in range(most):
        power.append(power[-1] * lost)
    attempts_per_task = down * most + (1 - down) * total(power[:most])
    outage = down + (1 - down) * power[most]
    attempts = tasks * attempts_per_task
    # Each call takes its part from 1; what an outage is without downtime is made from nothing else.
    out.sizes["attemptLost"] = 1 + total(tool[t]["n"] for t in tools)
    outage_size = 1 if down > 0 else most * power[most - 1] * out.sizes["attemptLost"]
    out.sizes["toolOutage"] = out.sizes["escalationByReason.toolOutage"] = outage_size
    out.update(tasksSubmitted=tasks, attemptLost=lost, attemptKept=1 - lost, downtime=down, uptime=1 - down,
               attemptsPerTask=attempts_per_task, toolOutage=outage, reachesAnEnd=1 - outage, attempts=attempts)

    # Outcomes
    stated = {r: given("outcomes", "escalation", r) for r in REASONS if r != "toolOutage"}
    sum_stated = total(stated.values())
    scale = 1 / sum_stated if sum_stated > 1 else mpf(1)
    wrong = min(given("outcomes", "wrongResult"), max(mpf(0), 1 - sum_stated * scale))
    if abs(1 - sum_stated * scale) < TINY:
        wrong = mpf(0)
    ended = 1 - outage
    by_reason = {r: ended * rate * scale for r, rate in stated.items()}
    by_reason["toolOutage"] = outage
    escalated = outage + ended * sum_stated * scale
    failed = ended * wrong
    tsr = 1 - escalated - failed
    if tsr is not UNDEFINED and abs(tsr) < TINY:
        tsr = mpf(0)
    detected = given("outcomes", "wrongDetected")
    completed_share = tsr + escalated * given("outcomes", "humanCompletes") + failed * detected
    completed = tasks * completed_share
    out.update(statedEscalation=sum_stated, statedSuccess=max(mpf(0), 1 - sum_stated) - wrong, escalationRate=escalated, failedRate=failed, tsr=tsr,
               completedShare=completed_share, completedTasks=completed, autonomousSuccesses=tasks * tsr)
    out.update(("escalationByReason." + r, share) for r, share in by_reason.items())

    # Inference
    model_cost, model_seconds, model_tokens, model_answers = mpf(0), mpf(0), mpf(0), mpf(0)
    for c in file.names("inference", "calls"):
        n, share, first, growth, answer, read, write, batch, again, wait = (
            given("inference", "calls", c, name) for name in
            ("perAttempt", "share", "input", "growth", "output", "cacheRead", "cacheWrite", "batch", "billedRetries",
             "timeToFirstToken"))
        thought, speed = given("inference", "calls", c, "reasoning"), given("inference", "calls", c, "speed")
        k = int(mpmath.floor(n))
        tokens = n * first + growth * (mpf(k * (k - 1)) / 2 + k * (n - k))
        out["inference.%s.inputTokens" % c] = share * tokens

        # Each call belongs to the last tier that its own input exceeds; the rest of n is part of one more call.
        book = ("inference", "prices", file.words["inference", "calls", c, "model"])
        bounds = [given(*book, "tiers", i, "above") for i in file.names(*book, "tiers")]
        level_input, level_calls = [mpf(0)] * (len(bounds) + 1), [mpf(0)] * (len(bounds) + 1)
        for i in range(k + 1):
            weight = mpf(1) if i < k else n - k
            own = first + growth * i
            level = sum(own - bound > TINY for bound in bounds)
            level_input[level] += weight * own
            level_calls[level] += weight
        discount = 1 - batch * (given(*book, "batchDiscount") or 0)
        written = "cacheWrite1h" if file.words.get(("inference", "calls", c, "cacheLifetime")) == "1 h" else "cacheWrite"

        def price(kind, level):
            """A tier's own price, else that of the tier below; a kind without any costs what its better known kin costs."""
            places = [book + ("tiers", str(i)) for i in range(level)][::-1] + [book]
            for place in places:
                if given(*place, kind) is not None:
                    return given(*place, kind)
            return price({"cacheRead": "input", "cacheWrite": "input", "cacheWrite1h": "cacheWrite",
                          "reasoning": "output"}[kind], level)

        billed = share * (1 + again)
        cost = mpf(0)
        for level in range(len(bounds) + 1):
            suffix = ".tier%d" % level if level else ""
            read_tokens, written_tokens = level_input[level] * read, level_input[level] * write
            kinds = [("input", level_input[level] - read_tokens - written_tokens), ("cacheRead", read_tokens),
                     (written, written_tokens), ("output", level_calls[level] * (answer - (thought or 0)))]
            if thought is not None:
                kinds.append(("reasoning", level_calls[level] * thought))
            for kind, count in kinds:
                rate = price(kind, level) * discount
                line("inference", "%s.%s%s" % (c, kind, suffix), attempts * count * billed, rate)
                cost += count * billed * rate
        seconds = billed * n * (wait + (answer / speed if speed is not None else 0))
        out["inference.%s.costPerAttempt" % c], out["inference.%s.seconds" % c] = cost, seconds
        model_cost += cost
        model_seconds += seconds
        model_tokens += billed * (tokens + n * answer)
        model_answers += billed * n * answer
    out.update(inferencePerAttempt=model_cost, modelSecondsPerAttempt=model_seconds, tokensPerAttempt=model_tokens)

    # Tools: the month
    tools_cost, tools_seconds, tool_calls = mpf(0), mpf(0), mpf(0)
    for t in tools:
        n, one = tool[t]["n"], tool[t]
        month_of_tries = attempts * n * one["tries"]
        if one["price"] is not None:
            line("tools", t, month_of_tries, one["price"])
        if one["time"] is not None:
            line("tools", t + ".time", month_of_tries * one["busy"], one["time"])
        limit = given("tools", t, "rateLimit")
        if limit is not None:
            out["rateLimitUtilization." + t] = over(month_of_tries * peak, limit)
        tools_cost = tools_cost + n * one["cost"]
        tools_seconds = tools_seconds + n * one["seconds"]
        tool_calls = tool_calls + n * one["tries"]
    attempt_cost = model_cost + tools_cost
    runtime = attempts_per_task * (model_seconds + tools_seconds)
    concurrency = tasks * peak * runtime  # tasks are a rate, a task a second
    out.update(toolsPerAttempt=tools_cost, toolSecondsPerAttempt=tools_seconds, costPerAttempt=attempt_cost,
               runtimeSecondsPerTask=runtime, concurrency=concurrency, hoursPerMonth=number(HOUR * 730 / MONTH))

    # Infrastructure
    room = ("infrastructure",)
    if "workers" in file.names(*room):
        slots, target, fewest, rent = (
            given(*room, "workers", name) for name in ("slots", "targetUtilization", "minimum", "price"))
        if file.words.get(room + ("workers", "scaling")) == "elastic":
            workers = largest(fewest, over(concurrency, peak * slots * target))
        else:
            workers = largest(fewest, ceil(over(concurrency, slots * target)))
        out["workers"] = workers
        line("infrastructure", "workers", workers, rent)
    fixed = mpf(0)
    for item in file.names(*room, "monthly"):
        fixed += line("infrastructure", item, mpf(1), given(*room, "monthly", item))
    for item in file.names(*room, "perTask"):
        line("infrastructure", item, tasks, given(*room, "perTask", item))
    tenancy = mpf(0)  # what one customer costs, however many tasks it has
    for item in file.names(*room, "perCustomer"):
        each = given(*room, "perCustomer", item)
        line("infrastructure", item, all_customers, each)
        tenancy += each
    if "traces" in file.names(*room):
        size, kept, take_in, store = (
            given(*room, "traces", name) for name in ("size", "retention", "ingest", "storage"))
        out["traceGB"] = attempts * size
        line("infrastructure", "traceIngest", attempts * size, take_in)
        line("infrastructure", "traceStorage", attempts * size * kept, store)
    if "evaluation" in file.names(*room):
        runs = given(*room, "evaluation", "cases") * given(*room, "evaluation", "runs")
        fixed += line("infrastructure", "evaluation", runs, attempt_cost)
    if "shadow" in file.names(*room):
        line("infrastructure", "shadow", given(*room, "shadow", "share") * tasks, attempt_cost)
    if "canary" in file.names(*room):
        part, lasts, releases, dearer = (
            given(*room, "canary", name) for name in ("share", "duration", "releases", "costMultiplier"))
        line("infrastructure", "canary", part * lasts * releases * attempts * (dearer - 1), attempt_cost)
    for item in file.names(*room, "oneOff"):
        fixed += line("infrastructure", item, 1 / given(*room, "oneOff", item, "over"),
                      given(*room, "oneOff", item, "amount"))

    # Human review
    people = ("humanReview",)
    occupancy, wage = given(*people, "occupancy"), given(*people, "rate")
    paid, handled = mpf(0), mpf(0)
    hours = {}
    for r in REASONS:
        time = given(*people, "handleTime", r)
        if time is None:
            continue
        spent = tasks * by_reason[r] * time
        handled = handled + spent
        hours["escalation." + r] = spent
    out["humanHours.escalations"] = handled
    if "sampling" in file.names(*people):
        hours["sampling"] = tasks * (tsr + failed) * given(*people, "sampling", "share") * given(
            *people, "sampling", "time")
    if "approvals" in file.names(*people):
        hours["approvals"] = tasks * given(*people, "approvals", "share") * given(*people, "approvals", "time")
    if "rework" in file.names(*people):
        hours["rework"] = tasks * failed * detected * given(*people, "rework", "time")
    model = file.words.get(people + ("staffing", "model"), "")
    for name, spent in hours.items():
        is_queued = model.startswith("erlang") and name.startswith("escalation.")
        cost = line("humanReview", name, spent if is_queued else over(spent, occupancy), wage)
        if name == "escalation.toolOutage" and outage is not UNDEFINED and outage > 0:
            out.sizes["humanReviewLines.escalation.toolOutage"] = cost / outage * outage_size
            out.sizes["humanReviewLines.escalation.toolOutage.quantity"] = cost / wage / outage * outage_size if wage else 0
        paid = paid + over(spent, occupancy)
        if not name.startswith("escalation."):
            out["humanHours." + name] = spent
    if file.words.get(people + ("staffing",)) == "wholeFTE":
        contract = given(*people, "hoursPerFTE")
        staff = ceil(over(paid, contract))
        out["humanReview.staff"] = staff
        line("humanReview", "idle", staff * contract - paid, wage)
        out.sizes["humanReviewLines.idle.quantity"] = paid
        out.sizes["humanReviewLines.idle"] = paid * wage
    if model.startswith("erlang"):
        level, within, shrinkage, open_hours, patience = (
            given(*people, "staffing", name)
            for name in ("serviceLevel", "within", "shrinkage", "openHours", "patience"))
        mean = over(total(by_reason[r] * given(*people, "handleTime", r) for r in REASONS
                          if given(*people, "handleTime", r) is not None), escalated)
        load = handled / open_hours * peak
        wait = over(within, mean)
        leaving = mpf(0) if patience is None else UNDEFINED if mean is UNDEFINED else mean / patience
        queue = dict(handleTime=mean, load=load)
        if UNDEFINED in (load, wait, leaving) and load != 0:
            agents = UNDEFINED
        else:
            agents = mpf(0) if load == 0 else exact_queues.agents(load, level, wait, leaving)
            agents = UNDEFINED if agents is None else mpf(agents)

        def late(wait):
            if UNDEFINED in (load, agents, wait, leaving):
                return UNDEFINED
            return exact_queues.late(load, int(agents), wait, leaving)

        queue.update(agents=agents, staff=over(agents, 1 - shrinkage), waiting=late(mpf(0)),
                     serviceLevel=1 - late(wait))
        if patience is None:
            queue["meanWait"] = over(queue["waiting"] * mean, agents - load)
            left = mpf(0)
        else:
            left = queue["abandonment"] = late(None)
            queue["meanWait"] = left * patience
        queue["occupancy"] = over(load * (1 - left), agents)
        held = agents * open_hours
        queue["paidHours"] = over(held if patience is None else largest(held, handled), 1 - shrinkage)
        out.update(("humanReview.queue." + name, figure) for name, figure in queue.items())
        for name in ("waiting", "serviceLevel", "meanWait", "abandonment"):
            # They rest on n − A, which is small where both are large.
            figure = queue.get(name, UNDEFINED)
            out.sizes["humanReview.queue." + name] = figure if figure is UNDEFINED else figure * (1 + load)
        line("humanReview", "queue", queue["paidHours"] - handled, wage)
        out.sizes["humanReviewLines.queue.quantity"] = queue["paidHours"]
        out.sizes["humanReviewLines.queue"] = queue["paidHours"] * wage
    price = given("failures", "perUndetected")
    if price is not None:
        line("failures", "undetected", tasks * failed * (1 - detected), price)

    # Totals
    components = {}
    for component in ("inference", "tools", "infrastructure", "humanReview", "failures"):
        components[component] = total(out[path] for path in lines.get(component, []))
        out[component + "Cost"] = components[component]
    cost = total(components.values())
    out.update(totalCost=cost, fixedCost=fixed, costPerCompletedTask=over(cost, completed),
               costPerSubmittedTask=over(cost, tasks), costPerAutonomousSuccess=over(cost, tasks * tsr),
               humanBaselineCostPerTask=UNDEFINED)
    if "humanBaseline" in file.names("workUnit"):
        base = ("workUnit", "humanBaseline")
        out["humanBaselineCostPerTask"] = over(
            given(*base, "time") * given(*base, "rate"), given(*base, "occupancy"))
    variable = over(cost - fixed - tenancy * all_customers, tasks)
    out["variableCostPerTask"] = variable
    for s in segments:
        out["segments.%s.cost" % s] = variable * own_tasks[s] + tenancy

    # Revenue
    usage_a_task = dict(submitted=mpf(1), completed=completed_share, autonomousSuccess=tsr, escalation=escalated,
                        attempt=attempts_per_task, token=attempts_per_task * model_tokens,
                        inputToken=attempts_per_task * (model_tokens - model_answers),
                        outputToken=attempts_per_task * model_answers, toolCall=attempts_per_task * tool_calls)
    cost_a_task = {name: over(spent, tasks) for name, spent in dict(components, total=cost).items()}
    plans = file.names("plans")
    bills, fee_shares = {}, {}

    def usage(metric, s):
        if metric == "seat":
            return given("volume", "segments", s, "seats")
        if metric == "activeCustomer":
            active = given("volume", "segments", s, "active")
            return mpf(1) if active is None else active
        return own_tasks[s] * usage_a_task[metric]

    def bill_of(p, s):
        plan = ("plans", p)
        fee, used, won = given(*plan, "platformFee"), mpf(0), mpf(0)
        for c in file.names(*plan, "charges"):
            charge = Charge(file, given, plan + ("charges", c), cost_a_task)
            units = usage(charge.metric, s)
            amount = charge.amount(units)
            out["plans.%s.chargePerCustomer.%s.%s" % (p, c, s)] = amount
            if {"convert", "exclusions"} & set(file.names(*charge.path)) or charge.model not in ("standard", "graduated"):
                out["plans.%s.unitsPerCustomer.%s.%s" % (p, c, s)] = charge.units(units) / charge.period
            if charge.model == "percentage":
                out["plans.%s.pricePerEvent.%s.%s" % (p, c, s)] = charge.event_price
                if charge.first_price is not None:
                    out["plans.%s.pricePerFirstEvent.%s.%s" % (p, c, s)] = charge.first_price
                out["plans.%s.paidEventsPerCustomer.%s.%s" % (p, c, s)] = charge.paid_events / charge.period
            used = used + amount
            won = won + amount if charge.metric == "autonomousSuccess" else won
        if "successKicker" in file.names(*plan):
            kicker = plan + ("successKicker",)
            bonus = given(*kicker, "amount")
            if bonus is None:
                bonus = given(*kicker, "share") * given(*kicker, "value")
            if tsr is UNDEFINED:
                earned = UNDEFINED
            else:
                earned = bonus * tsr * own_tasks[s] if at_least(tsr, given(*kicker, "aboveTSR")) else mpf(0)
            out["plans.%s.kickerPerCustomer.%s" % (p, s)] = earned
            used, won = used + earned, won + earned
        if given(*plan, "clawback") is not None:
            reversed_later = won * given(*plan, "clawback")
            out["plans.%s.clawbackPerCustomer.%s" % (p, s)] = reversed_later
            used = used - reversed_later
        kept = 1 - (given(*plan, "discount") or 0)
        if "ramp" in file.names(*plan):
            ramp = plan + ("ramp",)
            part = min(mpf(1), given(*ramp, "months") / given(*ramp, "of"))
            kept = kept * (1 - given(*ramp, "discount") * part)
        if "prepayment" in file.names(*plan):
            early = plan + ("prepayment",)
            kept = kept * (1 - given(*early, "discount") * given(*early, "share"))
        if {"discount", "ramp", "prepayment"} & set(file.names(*plan)):
            out["plans.%s.discountPerCustomer.%s" % (p, s)] = (fee + used) * (1 - kept)
            out["plans.%s.keptAfterDiscounts.%s" % (p, s)] = kept
            out.sizes["plans.%s.discountPerCustomer.%s" % (p, s)] = fee + used
        counts_fee = file.words.get(plan + ("minimumCounts",), "everything") == "everything"
        bill = (fee + used if counts_fee else used) * kept
        if given(*plan, "minimum") is not None:
            bill = largest(bill, given(*plan, "minimum"))
        bill = bill if counts_fee else bill + fee * kept
        if "slaCredit" in file.names(*plan):
            sla = plan + ("slaCredit",)
            if tsr is UNDEFINED:
                back = UNDEFINED
            else:
                back = mpf(0) if at_least(tsr, given(*sla, "belowTSR")) else given(*sla, "credit")
            out["plans.%s.slaCreditPerCustomer.%s" % (p, s)] = bill * back
            bill = bill * (1 - back)
        return bill

    def result(stem, s, bill, kept):
        """What a segment pays, and what is left of it."""
        out[stem + ".revenue"] = bill
        own_cost = out["segments.%s.cost" % s]
        out[stem + ".contributionMargin"] = over(kept - own_cost, bill)
        out.sizes[stem + ".contributionMargin"] = over(bill + own_cost, bill)

    def results(stem, revenue, fees):
        out.update({stem + name: figure for name, figure in dict(
            revenue=revenue, paymentFees=fees, grossProfit=revenue - fees - cost,
            grossMargin=over(revenue - fees - cost, revenue),
            contributionMargin=over(revenue - fees - (cost - fixed), revenue)).items()})
        size = revenue + fees + cost
        out.sizes[stem + "grossProfit"] = size
        out.sizes[stem + "grossMargin"] = out.sizes[stem + "contributionMargin"] = over(size, revenue)

    for p in plans:
        fee_shares[p] = given("plans", p, "paymentFee") or mpf(0)
        revenue = mpf(0)
        for s in segments:
            bill = bills[p, s] = bill_of(p, s)
            out["plans.%s.revenuePerCustomer.%s" % (p, s)] = bill
            result("plans.%s.segments.%s" % (p, s), s, bill, bill - bill * fee_shares[p])
            revenue = revenue + bill * customers[s]
        results("plans.%s." % p, revenue, revenue * fee_shares[p])

    def shares(*place):
        """Plan → the part of customers on it; nothing where nothing is said."""
        if (place + ("plan",)) in file.words:
            return {file.words[place + ("plan",)]: mpf(1)}
        return {name: given(*place, "plan", name) for name in file.names(*place, "plan")}

    everyone = shares() or ({plans[0]: mpf(1)} if len(plans) == 1 else {})
    choices = {s: shares("volume", "segments", s) or everyone for s in segments}
    if all(choices.values()):
        revenue, fees = mpf(0), mpf(0)
        for s in segments:
            weight = total(choices[s].values())
            bill = over(total(part * bills[p, s] for p, part in choices[s].items()), weight)
            fee = over(total(part * bills[p, s] * fee_shares[p] for p, part in choices[s].items()), weight)
            result("segments.%s" % s, s, bill, bill - fee)
            revenue, fees = revenue + bill * customers[s], fees + fee * customers[s]
        results("", revenue, fees)
    return out
