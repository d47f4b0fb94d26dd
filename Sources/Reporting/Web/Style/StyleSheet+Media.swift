extension StyleSheet {
  /// On a phone and on paper.
  static let media = #"""
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
      h2, h3, figcaption { break-after: avoid; break-inside: avoid; }
      section > details::details-content { content-visibility: visible; block-size: auto; }
      table { font-size: 8pt; }
      th, td { padding: 2pt 5pt; }
      .inputs table { font-size: 6.5pt; }
      .inputs td, .inputs td:nth-child(n), tbody th[scope="row"] { min-width: 0; position: static; }
      .inputs td.n { white-space: normal; }
      .inputs th, .inputs td { overflow-wrap: anywhere; }
      .scroll { overflow: visible; }
      svg rect, svg .key, .kpis li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    @media (prefers-reduced-motion: no-preference) { .bar, .low, .high { transition: width 120ms; } }
    """#
}
