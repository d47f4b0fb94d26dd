extension StyleSheet {
  /// Colours of day and night, letters, headings and headline figures.
  static let words = #"""
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
    """#
}
