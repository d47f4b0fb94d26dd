extension StyleSheet {
  /// Drawings: their letters, bars, lines and shades.
  static let drawings = #"""
    figure { margin: 16px 0 0; }
    figcaption { margin-bottom: 12px; max-width: 74ch; }
    svg { display: block; overflow: visible; }
    svg text {
      font-size: 13px; fill: var(--ink); stroke: var(--paper); stroke-width: 4px; paint-order: stroke;
      stroke-linejoin: round;
    }
    svg .label { font-weight: 560; fill: var(--ink); font-size: 13px; }
    svg .faint, svg .tick { fill: var(--soft); font-size: 12px; }
    svg .inner { font-size: 12.5px; stroke: none; }
    svg .inner.fails { fill: var(--bad); font-weight: 600; }
    .track { fill: var(--track); }
    .bar { fill: var(--accent); }
    .bar.whole { fill: var(--soft); }
    .bar.below, .bar.fails { fill: var(--bad); }
    .low { fill: var(--low); }
    .high { fill: var(--high); }
    .grid, .zero, .step, .base, .marked, .limit { stroke: var(--rule); stroke-width: 1; }
    .zero, .base { stroke: var(--soft); }
    .step { stroke: var(--soft); stroke-dasharray: 2 3; }
    .marked { stroke: var(--soft); stroke-dasharray: 4 4; }
    .limit { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 6 4; }
    .line { fill: none; stroke-width: 2.25; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
    .series0 { stroke: var(--s0); }
    .series1 { stroke: var(--s1); stroke-dasharray: 9 4; }
    .series2 { stroke: var(--s2); stroke-dasharray: 3 3; }
    .series3 { stroke: var(--s3); stroke-dasharray: 12 3 3 3; }
    .series4 { stroke: var(--s4); stroke-dasharray: 6 2; }
    .series5 { stroke: var(--s5); stroke-dasharray: 2 5; }
    .series6 { stroke: var(--soft); stroke-dasharray: 14 5; }
    .swatch.low { stroke: var(--low); stroke-width: 10; }
    .swatch.high { stroke: var(--high); stroke-width: 10; }
    .cell { stroke: var(--paper); stroke-width: 1.5; }
    .cell.shade0 { fill: var(--h0); }
    .cell.shade1 { fill: var(--h1); }
    .cell.shade2 { fill: var(--h2); }
    .cell.shade3 { fill: var(--h3); }
    .cell.shade4 { fill: var(--h4); }
    .cell.fails { fill: var(--fails); }
    .frontier {
      fill: none; stroke: var(--bad); stroke-width: 2.5; vector-effect: non-scaling-stroke;
      stroke-linejoin: round;
    }
    .frontier.under { stroke: var(--paper); stroke-width: 5; }
    .legend {
      list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0 0 14px; padding: 0;
      font-size: 0.9rem;
    }
    .legend li { display: flex; align-items: center; gap: 8px; }
    """#
}
