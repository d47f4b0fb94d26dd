extension JavaScriptSource {
  /// Erlang C and A, for programs that ask for them.
  static let queueHelpers = """
    function erlangLate(load, agents, wait, leaving) {
      if (!(load >= 0 && load <= 1e6 && agents >= 0 && wait >= 0 && leaving >= 0)) return NaN;
      if (load === 0) return 0;
      agents = Math.floor(agents);
      if (agents < 1) return 1;
      if (leaving < 1e-9 && agents <= load) return 1;
      let agent = Math.max(0, Math.floor(Math.min(agents, load) - 9 * Math.sqrt(load) - 1));
      let inverse = 1;
      while (agent < agents && inverse < 1e300) {
        agent += 1;
        inverse = 1 + inverse * (agent / load);
      }
      if (inverse >= 1e300) return 0;
      if (leaving < 1e-9) {
        const waiting = agents / (agents - load);
        return waiting / (inverse + waiting - 1) * Math.exp(-(agents - load) * wait);
      }
      let unit = 1, weight = 1, total = 0, leavers = 0, halvings = 0;
      for (let place = 1; ; place += 1) {
        const rate = agents + place * leaving;
        weight *= load / rate;
        total += weight;
        leavers += place * weight;
        if (rate > load && weight * load <= 1e-18 * total * (rate - load)) break;
        if (place > 4e6) return NaN;
        if (total > 1e150) {
          weight *= 1e-150; total *= 1e-150; leavers *= 1e-150; unit *= 1e-150;
          halvings -= 1;
        }
      }
      total += inverse * unit;
      const time = wait * leaving, thinned = load * Math.exp(-time);
      let term = agents / (agents + leaving), later = term;
      for (let place = 2; ; place += 1) {
        const rate = agents + place * leaving;
        term *= thinned / rate;
        later += term;
        if (rate > thinned && term * thinned <= 1e-18 * later * (rate - thinned)) break;
        if (place > 4e6) return NaN;
        if (later > 1e150) { term *= 1e-150; later *= 1e-150; halvings += 1; }
      }
      let excess = 0;
      if (time < 0.5) {
        for (let divisor = 16; divisor > 1; divisor -= 1) excess = (1 - excess) * time / divisor;
      } else {
        excess = 1 + Math.expm1(-time) / time;
      }
      const exponent = (load - agents) * wait - time - load * wait * excess;
      later *= Math.exp(exponent + halvings * 345.38776394910684);
      return Math.min(1, leaving * leavers / (load * total) + later / total);
    }
    function erlangAgents(load, level, wait, leaving) {
      if (!(load >= 0 && load <= 1e6 && level < 1 && wait >= 0 && leaving >= 0)) return NaN;
      if (load === 0) return 0;
      const late = 1 - level, isLate = agents => erlangLate(load, agents, wait, leaving) > late;
      let low = Math.floor(load), high = low + 1, step = 1;
      if (isLate(high)) {
        while (isLate(high)) { low = high; high += step; step *= 2; }
      } else if (leaving >= 1e-9) {
        low = Math.max(0, high - step);
        while (low > 0 && !isLate(low)) { high = low; step *= 2; low = Math.max(0, high - step); }
        if (late >= 1) return 0;
      }
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (isLate(middle)) low = middle; else high = middle;
      }
      return high;
    }

    """
}
