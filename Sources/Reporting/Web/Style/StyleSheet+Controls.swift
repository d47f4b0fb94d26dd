extension StyleSheet {
  /// Tables, sliders and the bar that says what was moved.
  static let controls = #"""
    details { margin-top: 14px; }
    a { color: var(--accent); }
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
    .bench b { color: var(--ink); font-size: 1.05rem; font-weight: 640; }
    .bench span { color: var(--soft); }
    .bench .act { margin-left: auto; }
    footer { margin-top: 52px; padding-top: 20px; border-top: 1px solid var(--rule); }
    .digest { font-size: 0.8rem; overflow-wrap: anywhere; margin: 2px 0; max-width: none; }
    .outline { padding-left: 1.2em; }
    """#
}
