/// How a page looks: light and dark, on a desk, on a phone and on paper, with the fonts that are there.
enum StyleSheet {
  static let text = #"""
    :root {
      --paper: #fff; --ink: #1b1f24; --soft: #57606a; --rule: #d9dee3; --wash: #f5f7f9;
      --accent: #1d5f91; --good: #1a6b3c; --bad: #b3261e; --warn: #8a5a00;
      --low: #4f8fbf; --high: #c0703a; --track: #eceff2;
      --s0: #1d5f91; --s1: #b4541a; --s2: #23795a; --s3: #7a4fa3; --s4: #9a2f5c; --s5: #6b6b00;
      --h0: #f7ead2; --h1: #f1f0e4; --h2: #e3eef0; --h3: #d3e5ef; --h4: #c3dcec; --fails: #f6d5d1;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #14181c; --ink: #e6eaee; --soft: #a3adb7; --rule: #333b44; --wash: #1c2228;
        --accent: #7ab8e6; --good: #7fd19b; --bad: #ff9a8f; --warn: #e6b95c;
        --low: #6fb0de; --high: #e0955f; --track: #252c33;
        --s0: #7ab8e6; --s1: #f0a06a; --s2: #74cfa8; --s3: #c3a1e8; --s4: #f090b8; --s5: #d6d06a;
        --h0: #3d3420; --h1: #33362a; --h2: #263840; --h3: #20404f; --h4: #1a475e; --fails: #57292a;
      }
    }
    * { box-sizing: border-box; }
    html { color-scheme: light dark; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
      font-variant-numeric: tabular-nums;
    }
    main { max-width: 1100px; margin: 0 auto; padding: 40px 24px 72px; }
    h1, h2, h3, .lead { overflow-wrap: anywhere; }
    h1, h2, h3 { line-height: 1.25; text-wrap: balance; margin: 0; letter-spacing: -0.01em; }
    h1 { font-size: 2rem; font-weight: 650; }
    h2 { font-size: 1.45rem; font-weight: 620; }
    h3 { font-size: 1.1rem; font-weight: 620; margin-top: 36px; }
    p { margin: 8px 0; max-width: 74ch; }
    section { margin-top: 52px; padding-top: 28px; border-top: 1px solid var(--rule); }
    code { font: 0.9em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
    code, pre, .lever .name { overflow-wrap: anywhere; }
    td, th { overflow-wrap: break-word; }
    .note, .notes, figcaption, small, footer, .label { color: var(--soft); font-size: 0.9rem; }
    .lead { font-size: 1.15rem; font-weight: 560; margin-top: 12px; }
    .verdict { font-weight: 600; }
    .verdict.passed { color: var(--good); }
    .verdict.failed { color: var(--bad); }
    .verdict.warning { color: var(--warn); }
    .kpis {
      list-style: none; margin: 28px 0 0; padding: 0; display: grid; gap: 0 12px;
      grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
    }
    .kpis li {
      background: var(--wash); border-radius: 8px; padding: 14px 16px; display: grid; gap: 0;
      grid-template-rows: subgrid; grid-row: span 4;
    }
    .kpis .label { align-self: end; }
    .kpis .label, .kpis small { display: block; line-height: 1.35; }
    .kpis strong { display: block; font-size: 1.75rem; font-weight: 640; line-height: 1.3; }
    .kpis .was { display: block; color: var(--accent); font-size: 0.85rem; }
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
    .frontier.under { stroke: var(--paper); stroke-width: 6; }
    .legend {
      list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0 0 14px; padding: 0;
      font-size: 0.9rem;
    }
    .legend li { display: flex; align-items: center; gap: 8px; }
    details { margin-top: 14px; }
    summary { cursor: pointer; color: var(--accent); font-size: 0.92rem; width: fit-content; }
    .scroll { overflow-x: auto; margin-top: 12px; }
    table { border-collapse: collapse; width: 100%; font-size: 0.88rem; line-height: 1.35; }
    caption { text-align: left; font-weight: 600; padding-bottom: 8px; }
    th, td { text-align: left; padding: 6px 10px; vertical-align: top; font-weight: 400; }
    th:first-child { padding-left: 0; }
    td:last-child, thead th:last-child { padding-right: 0; }
    thead th { color: var(--soft); border-bottom: 1px solid var(--soft); vertical-align: bottom; }
    tbody tr { border-bottom: 1px solid var(--rule); }
    th.n, td.n { text-align: right; white-space: nowrap; }
    thead th.n { white-space: normal; }
    th.in { padding-left: 16px; color: var(--soft); }
    tr.sub th, tr.sub td, tr.total th, tr.total td { font-weight: 620; }
    tr.total { border-top: 1px solid var(--ink); }
    thead button {
      all: unset; cursor: pointer; border-bottom: 1px dotted var(--soft);
    }
    thead [aria-sort] button { color: var(--ink); }
    .notes { margin: 10px 0 0; padding-left: 1.1em; max-width: 90ch; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
    .with-script, #again, .bench { display: none; }
    .script .with-script { display: block; }
    .script .without-script { display: none; }
    #levers summary { width: auto; padding: 8px 0; font-weight: 560; }
    #levers details { margin: 0; border-bottom: 1px solid var(--rule); }
    #levers details > :last-child { border-bottom: 0; }
    .outcomes table { max-width: 560px; }
    tbody th[scope="row"] { position: sticky; left: 0; background: var(--paper); min-width: 96px; }
    .inputs td { min-width: 90px; }
    .inputs td:nth-child(5), .inputs td:nth-child(6) { min-width: 210px; }
    .lever {
      display: grid; grid-template-columns: minmax(0, 1fr) minmax(120px, 300px) 104px 130px;
      gap: 2px 14px; align-items: center; padding: 7px 0; border-bottom: 1px solid var(--rule);
    }
    .lever .name { font-size: 0.9rem; line-height: 1.3; }
    .lever .name code { display: block; color: var(--soft); font-size: 0.78rem; }
    .lever .unit { color: var(--soft); font-size: 0.85rem; }
    .lever input { width: 100%; accent-color: var(--accent); font: inherit; font-size: 0.9rem; }
    .lever input[type="number"], .lever input[type="text"] {
      padding: 4px 6px; color: inherit; background: var(--paper); border: 1px solid var(--soft);
      border-radius: 4px; text-align: right;
    }
    .lever input[aria-invalid="true"] { border-color: var(--bad); }
    .lever .problem { grid-column: 1 / -1; color: var(--bad); font-size: 0.85rem; }
    .lever.moved .name { border-left: 3px solid var(--accent); padding-left: 8px; }
    .lever .back { grid-column: 1 / -1; font-size: 0.85rem; color: var(--accent); }
    button.act {
      font: inherit; font-size: 0.9rem; padding: 5px 12px; border-radius: 6px; cursor: pointer;
      border: 1px solid var(--accent); background: var(--paper); color: var(--accent);
    }
    .back button { all: unset; cursor: pointer; text-decoration: underline; margin-left: 8px; }
    .script #again.on { display: block; }
    pre {
      background: var(--wash); padding: 12px 14px; border-radius: 8px; font-size: 0.85rem;
      white-space: pre-wrap; margin: 8px 0;
    }
    .bench.on {
      display: flex; flex-wrap: wrap; gap: 6px 26px; align-items: center; position: fixed; inset: auto 0 0;
      padding: 10px max(24px, calc((100vw - 1052px) / 2)); background: var(--paper);
      border-top: 1px solid var(--rule); box-shadow: 0 -4px 16px rgb(0 0 0 / 12%); font-size: 0.9rem;
    }
    .bench b { font-size: 1.05rem; font-weight: 640; }
    .bench span { color: var(--soft); }
    .bench .act { margin-left: auto; }
    footer { margin-top: 52px; padding-top: 20px; border-top: 1px solid var(--rule); }
    .digest { font-size: 0.8rem; overflow-wrap: anywhere; margin: 2px 0; max-width: none; }
    .outline { padding-left: 1.2em; }
    @media (max-width: 640px) {
      main { padding: 24px 16px 96px; }
      h1 { font-size: 1.6rem; }
      h2 { font-size: 1.25rem; }
      section { margin-top: 36px; padding-top: 22px; }
      .kpis { grid-template-columns: 1fr 1fr; gap: 0 8px; }
      .kpis li { padding: 10px 12px; margin-bottom: 8px; }
      .kpis strong { font-size: 1.35rem; }
      .kpis li:first-child { grid-column: 1 / -1; }
      svg .inner { display: none; }
      svg .inner.fails { display: initial; font-size: 0; }
      svg .tick.odd { display: none; }
      svg text, svg .label { font-size: 12px; }
      svg .faint, svg .tick { font-size: 11px; }
      .lever { grid-template-columns: minmax(0, 1fr) 92px 88px; }
      .lever .name { grid-column: 1 / -1; }
      .bench.on { gap: 2px 16px; padding: 8px 16px; font-size: 0.8rem; }
      .bench b { font-size: 0.95rem; }
    }
    @media print {
      :root { color-scheme: light; }
      body { font-size: 10.5pt; }
      main { max-width: none; padding: 0; }
      section.levers, .bench.on, summary { display: none; }
      section { margin-top: 18pt; padding-top: 12pt; }
      figure, .kpis, tr { break-inside: avoid; }
      h2, h3, figcaption { break-after: avoid; }
      details::details-content { content-visibility: visible; block-size: auto; }
      .scroll { overflow: visible; }
      svg rect, svg .key, .kpis li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    @media (prefers-reduced-motion: no-preference) { .bar, .low, .high { transition: width 120ms; } }
    """#
}
