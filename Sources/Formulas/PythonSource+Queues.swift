extension PythonSource {
  /// Erlang C and A in plain Python, for programs that ask for them; loops that a compiler takes as they
  /// stand.
  static let queueHelpers = """
    def erlang_late(load, agents, wait, leaving):
        if not (0 <= load <= 1e6 and agents >= 0 and wait >= 0 and leaving >= 0):
            return nan
        if load == 0:
            return 0.0
        agents = float(math.floor(agents))
        if agents < 1:
            return 1.0
        if leaving < 1e-9 and agents <= load:
            return 1.0
        agent = max(0.0, math.floor(min(agents, load) - 9 * math.sqrt(load) - 1))
        inverse = 1.0
        while agent < agents and inverse < 1e300:
            agent += 1
            inverse = 1 + inverse * (agent / load)
        if inverse >= 1e300:
            return 0.0
        if leaving < 1e-9:
            waiting = agents / (agents - load)
            return waiting / (inverse + waiting - 1) * math.exp(-(agents - load) * wait)
        unit = weight = 1.0
        total = leavers = place = halvings = 0.0
        while True:
            place += 1
            rate = agents + place * leaving
            weight *= load / rate
            total += weight
            leavers += place * weight
            if rate > load and weight * load <= 1e-18 * total * (rate - load):
                break
            if place > 4e6:
                return nan
            if total > 1e150:
                weight, total, leavers = weight * 1e-150, total * 1e-150, leavers * 1e-150
                unit *= 1e-150
                halvings -= 1
        total += inverse * unit
        time = wait * leaving
        thinned = load * math.exp(-time)
        term = later = agents / (agents + leaving)
        place = 1.0
        while True:
            place += 1
            rate = agents + place * leaving
            term *= thinned / rate
            later += term
            if rate > thinned and term * thinned <= 1e-18 * later * (rate - thinned):
                break
            if place > 4e6:
                return nan
            if later > 1e150:
                term, later = term * 1e-150, later * 1e-150
                halvings += 1
        excess = 0.0
        if time < 0.5:
            for divisor in range(16, 1, -1):
                excess = (1 - excess) * time / divisor
        else:
            excess = 1 + math.expm1(-time) / time
        exponent = (load - agents) * wait - time - load * wait * excess
        later *= math.exp(exponent + halvings * 345.38776394910684)
        return min(1.0, leaving * leavers / (load * total) + later / total)


    def erlang_agents(load, level, wait, leaving):
        if not (0 <= load <= 1e6 and level < 1 and wait >= 0 and leaving >= 0):
            return nan
        if load == 0:
            return 0.0
        late = 1 - level
        low = float(math.floor(load))
        high = low + 1
        step = 1.0
        if erlang_late(load, high, wait, leaving) > late:
            while erlang_late(load, high, wait, leaving) > late:
                low = high
                high += step
                step *= 2
        elif leaving >= 1e-9:
            low = max(0.0, high - step)
            while low > 0 and erlang_late(load, low, wait, leaving) <= late:
                high = low
                step *= 2
                low = max(0.0, high - step)
            if late >= 1:
                return 0.0
        while high - low > 1:
            middle = float(math.floor((low + high) / 2))
            if erlang_late(load, middle, wait, leaving) <= late:
                high = middle
            else:
                low = middle
        return high


    """
}
