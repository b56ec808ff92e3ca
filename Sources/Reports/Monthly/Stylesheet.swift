/// The looks of a page: a white paper's. Colours say nothing that words do not say too.
enum Stylesheet {
  static let screen = HTML.constant(
    """

    :root {
      --ink: #1d2327; --muted: #646b70; --line: #dcd9d2; --red: #a3261c; --paper: #fff; --desk: #f3f1ec;
      --pale: #f8f7f4;
      --serif: "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", STSong, SimSun, serif;
      --sans: "PingFang SC", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif;
    }
    :lang(en) {
      --serif: Georgia, "Times New Roman", "Source Han Serif SC", "Noto Serif CJK SC", SimSun, serif;
      --sans: "Helvetica Neue", Arial, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--desk); color: var(--ink); font: 15px/1.7 var(--sans);
      font-variant-numeric: lining-nums tabular-nums; line-break: strict; overflow-wrap: break-word; }
    main, .colophon { max-width: 1000px; margin: 0 auto; padding: 0 64px; background: var(--paper); }
    main { padding-top: 56px; padding-bottom: 40px; }
    h1, h2, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
    a { color: inherit; text-decoration: none; }
    sup { font: 11px/1 var(--sans); color: var(--red); margin-left: 2px; vertical-align: 0.55em; font-weight: 400;
      white-space: nowrap; }
    small { font-size: 12px; color: var(--muted); }
    .masthead { border-bottom: 4px solid var(--red); padding-bottom: 20px; margin-bottom: 3px; }
    .masthead + .summary { border-top: 1px solid var(--red); padding-top: 28px; }
    .scope { display: flex; justify-content: space-between; align-items: center; font-size: 16px;
      letter-spacing: 0.12em; }
    :lang(en) .scope { letter-spacing: 0.02em; }
    .stamp { border: 1.5px solid var(--red); color: var(--red); font: 600 13px/1 var(--serif);
      padding: 6px 9px 6px 11px;
      letter-spacing: 0.15em; }
    :lang(en) .stamp { letter-spacing: 0.03em; }
    h1 { font: 700 46px/1.25 var(--serif); letter-spacing: 0.06em; color: var(--red); margin: 14px 0 12px; }
    :lang(en) h1 { letter-spacing: 0; font-size: 40px; }
    .period { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: baseline; color: var(--muted); }
    .period b { font: 600 20px/1.4 var(--serif); color: var(--ink); }
    .abstract { font: 18px/1.95 var(--serif); text-align: justify; }
    :lang(en) .abstract { line-height: 1.65; text-align: left; }
    .notice { margin-top: 16px; padding: 10px 14px; border-left: 3px solid var(--red); background: #fbf5f3;
      font-size: 14px; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 26px 32px;
      margin-top: 32px; }
    .figure { border-top: 1px solid var(--ink); padding-top: 9px; display: flex; flex-direction: column; }
    .figure .name { font-size: 13px; line-height: 1.5; }
    .figure .value { white-space: nowrap; line-height: 1.3; margin-top: 2px; }
    .figure .value b { font: 600 31px/1.25 var(--serif); letter-spacing: -0.01em; }
    .figure .value small { margin-left: 5px; font-size: 13px; }
    .figure .chart { width: 96px; height: 24px; margin: 3px 0; }
    .figure .remark { font-size: 12px; line-height: 1.55; color: var(--muted); margin-top: auto; }
    .contents { margin-top: 32px; padding: 14px 0; border-top: 1px solid var(--line);
      border-bottom: 1px solid var(--line); }
    .contents ul { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 26px; font-size: 14px; }
    .part { margin-top: 52px; }
    h2 { font: 700 22px/1.45 var(--serif); letter-spacing: 0.02em; border-top: 1px solid var(--line);
      padding-top: 16px; }
    :lang(en) h2 { letter-spacing: 0; }
    .lead { margin-top: 6px; color: var(--muted); font-size: 14px; max-width: 52em; }
    table { width: 100%; border-collapse: collapse; margin-top: 18px; font-size: 14px; line-height: 1.6; }
    th, td { padding: 10px 16px 10px 0; text-align: left; vertical-align: top; font-weight: 400;
      border-bottom: 1px solid var(--line); }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { font-size: 12.5px; line-height: 1.4; color: var(--muted); border-bottom: 1.5px solid var(--ink);
      padding-top: 6px;
      padding-bottom: 6px; vertical-align: bottom; white-space: nowrap; }
    .number { text-align: right; white-space: nowrap; }
    .index { width: 36px; color: var(--muted); white-space: nowrap; }
    thead .enterprise { width: 31%; }
    .proposals { table-layout: fixed; }
    .proposals thead .enterprise { width: 28%; }
    .proposals thead .county { width: 11%; }
    .proposals thead .score { width: 11.5%; }
    tbody tr:last-child > * { border-bottom: 0; }
    .enterprise-name b { font-weight: 600; display: block; line-height: 1.5; }
    .code { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: 11.5px;
      letter-spacing: 0.01em; }
    .county { white-space: nowrap; }
    .proposals tbody .county { white-space: normal; }
    .county small { display: block; line-height: 1.45; }
    .score span:first-child { font-weight: 600; }
    .grade { display: inline-block; min-width: 22px; padding: 0 6px; margin-left: 8px;
      border: 1px solid var(--muted); text-align: center;
      font: 600 12px/19px var(--sans); }
    .grade.a { background: #174a61; border-color: #174a61; color: #fff; }
    .grade.b { background: #5a93ab; border-color: #5a93ab; color: #fff; }
    .grade.c { background: #e3bb6b; border-color: #e3bb6b; color: #1d2327; }
    .grade.d { background: #a3261c; border-color: #a3261c; color: #fff; }
    .grades .grade { margin-left: 0; }
    .grades { white-space: nowrap; }
    .was { color: var(--muted); }
    .grades .was { margin: 0 5px; }
    .reasons ul { list-style: none; }
    .reasons li { display: flex; justify-content: space-between; align-items: baseline; gap: 4px 18px; }
    .reasons li + li { margin-top: 4px; }
    .evidence { flex: none; min-width: 5.6em; text-align: right; color: var(--muted); font-size: 12px; }
    .advice { color: var(--muted); }
    .black h2 { border-top: 3px solid var(--ink); }
    .rates td { padding-top: 7px; padding-bottom: 7px; }
    .rates tbody th { padding-top: 7px; white-space: nowrap; }
    .rates thead th { white-space: normal; }
    .rates { table-layout: fixed; }
    .rates thead th:first-child { width: 10.5%; }
    .rates thead th:nth-child(2) { width: 9.5%; }
    .rate { line-height: 1.35; }
    .pair-of-figures { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline;
      column-gap: 6px; }
    .rate small { font-size: 11.5px; }
    .rates .number { text-align: left; }
    .rates .number:nth-child(2) { text-align: right; padding-right: 28px; }
    .meter { display: block; width: 100%; height: 4px; margin: 4px 0 2px; }
    .rate.lowest .percent { font-weight: 700; color: var(--red); }
    .rate.small .percent { color: var(--muted); }
    .rate.small .meter { opacity: 0.45; }
    .total th, .total td { background: var(--pale); }
    .total th, .total .percent, .total > .number { font-weight: 600; }
    .total small { font-weight: 400; }
    .total th { padding-left: 8px; }
    .rates tbody tr:not(.total) th { padding-left: 8px; }
    .rates thead th:first-child { padding-left: 8px; }
    .total td:last-child { padding-right: 8px; }
    .rates tr > :last-child { padding-right: 8px; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(340px, 1fr)); gap: 32px 48px;
      margin-top: 22px; align-items: start; }
    figcaption { font-size: 13px; color: var(--muted); margin-bottom: 10px; }
    .chart { display: block; width: 100%; height: auto; overflow: visible; font-family: var(--sans); }
    .course { fill: none; }
    .plain { max-width: 560px; }
    .plain td { padding-top: 6px; padding-bottom: 6px; }
    .remarks { margin-top: 14px; padding-left: 1.2em; font-size: 14px; }
    .remarks li::marker { color: var(--muted); }
    .notes { columns: 2 320px; column-gap: 48px; margin-top: 12px; padding-left: 1.9em; font-size: 13px;
      line-height: 1.75; color: var(--muted); }
    .notes li::marker { color: var(--red); }
    .colophon { padding-top: 22px; padding-bottom: 56px; color: var(--muted); font-size: 12px; line-height: 1.6; }
    .colophon dl { display: flex; flex-wrap: wrap; gap: 8px 32px; border-top: 1px solid var(--ink);
      padding-top: 14px; }
    .colophon dd { color: var(--ink); }
    .colophon p { margin-top: 12px; }
    @media screen and (min-width: 1064px) {
      main { margin-top: 32px; }
      .colophon { margin-bottom: 32px; }
    }
    @media screen and (max-width: 700px) {
      main, .colophon { padding-left: 20px; padding-right: 20px; }
      main { padding-top: 24px; }
      h1 { font-size: 31px; letter-spacing: 0.02em; }
      :lang(en) h1 { font-size: 28px; }
      .abstract { font-size: 16.5px; line-height: 1.85; }
      .figures { grid-template-columns: repeat(2, 1fr); gap: 22px 20px; }
      .figure .value b { font-size: 26px; }
      .part { margin-top: 40px; }
      .pair { grid-template-columns: 1fr; }
      .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .cards, .cards tbody { display: block; }
      .cards tr { display: block; padding: 12px 0; border-bottom: 1px solid var(--line); }
      .cards tbody tr:first-child { border-top: 1.5px solid var(--ink); }
      .cards th, .cards td { display: block; width: auto; padding: 0; border: 0; text-align: left;
        white-space: normal; }
      .cards { table-layout: auto; }
      .cards td[data-label] { display: grid; grid-template-columns: 6.4em 1fr; margin-top: 3px; }
      .cards td[data-label]::before { content: attr(data-label); color: var(--muted); font-size: 12.5px; }
      .cards td.number:not(.rate):not(.score), .cards td.grades { display: flex; align-items: baseline; }
      .cards td.number:not(.rate):not(.score)::before, .cards td.grades::before { width: 7.2em; flex: none; }
      .cards .was { margin: 0 4px 0 0; }
      .cards .grades .was { margin: 0 5px; }
      .proposals td.county, .proposals td.score { display: inline-block; margin-right: 14px; }
      .proposals td.county small { display: inline; margin-left: 8px; }
      .proposals td.reasons { display: block; margin-top: 6px; }
      .proposals td[data-label]::before { display: none; }
      .proposals tr { position: relative; padding-left: 26px; }
      .proposals .index { position: absolute; left: 0; }
      .rates tr { display: grid; grid-template-columns: repeat(3, 1fr); gap: 10px 16px; }
      .rates tbody th { padding: 0 !important; font-weight: 600; }
      .rates td { padding: 0 !important; }
      .rates td[data-label] { display: block; margin: 0; background: none; }
      .rates td.number:not(.rate) { grid-column: 2 / 4; display: block; text-align: right; color: var(--muted); }
      .rates td.number:not(.rate)::before { margin-right: 6px; }
      .rates .total th, .rates .total td { background: none; }
      .rates .rate::before { display: block; font-weight: 400; }
      .rates .rate:nth-child(6) { grid-column: 1 / 2; }
    }

    """)

  static let print = HTML.constant(
    """
    @media print {
      body { background: none; font-size: 9.6pt; line-height: 1.6; -webkit-print-color-adjust: exact;
        print-color-adjust: exact; }
      main, .colophon { max-width: none; padding: 0; }
      h1 { font-size: 27pt; margin: 8pt 0 7pt; }
      .scope { font-size: 11pt; }
      .period b { font-size: 13pt; }
      .abstract { font-size: 11.5pt; line-height: 1.85; }
      .notice { font-size: 9.4pt; }
      .figures { grid-template-columns: repeat(4, 1fr); gap: 12pt 16pt; margin-top: 16pt; }
      .figure { break-inside: avoid; }
      .figure .value b { font-size: 18pt; }
      .figure .name, .figure .remark { font-size: 8pt; }
      .part { margin-top: 17pt; }
      .plain td { padding-top: 3pt; padding-bottom: 3pt; }
      .remarks { font-size: 8.8pt; margin-top: 7pt; }
      h2 { font-size: 14pt; padding-top: 8pt; break-after: avoid; }
      .lead { font-size: 9pt; max-width: none; break-after: avoid; }
      table { font-size: 8.8pt; margin-top: 8pt; }
      thead { display: table-header-group; }
      thead th { font-size: 8pt; }
      th, td { padding: 4pt 9pt 4pt 0; }
      tr, figure, .pair, .notes li { break-inside: avoid; }
      .rates td, .rates tbody th { padding-top: 3pt; padding-bottom: 3pt; }
      .rates, .lead { break-inside: avoid; }
      .rates thead th:nth-child(2) { width: 11%; }
      .rates .number:nth-child(2) { padding-right: 10pt; }
      .meter { height: 2.6pt; margin: 2pt 0 1pt; }
      sup { font-size: 6.4pt; }
      .grade { font-size: 7.6pt; line-height: 11pt; min-width: 13pt; padding: 0 3pt; }
      .figure .chart { width: 66pt; height: 16.5pt; }
      small, .evidence { font-size: 7.6pt; }
      .code { font-size: 7.2pt; }
      .rate small { font-size: 6.8pt; }
      .index { width: 20pt; }
      .pair { grid-template-columns: 1fr 1fr; gap: 14pt 24pt; margin-top: 12pt; }
      figcaption { font-size: 8.4pt; }
      .notes { columns: 2; column-gap: 28pt; font-size: 8.2pt; margin-top: 6pt; }
      .pair-of-figures { column-gap: 2pt; }
      .proposals thead .enterprise { width: 31%; }
      .colophon { font-size: 8pt; padding: 10pt 0 0; break-inside: avoid; break-before: avoid; }
      .colophon dl { padding-top: 8pt; }
      .colophon p { margin-top: 6pt; }
    }

    """)

  static let chinesePages = HTML.constant(
    """
    @page { size: A4; margin: 17mm 18mm 18mm;
      @bottom-center { content: "— " counter(page) " —"; font: 8.5pt SimSun, "Noto Serif CJK SC", serif;
        color: #646b70; } }

    """)

  static let englishPages = HTML.constant(
    """
    @page { size: A4; margin: 17mm 18mm 18mm;
      @bottom-center { content: counter(page) " / " counter(pages); font: 8.5pt Georgia, serif; color: #646b70; } }

    """)

  static let chineseDraft = HTML.constant(
    """
    @page { @top-right { content: "征求意见稿 · 供预演"; font: 8.5pt SimSun, "Noto Serif CJK SC", serif; color: #a3261c; } }

    """)

  static let englishDraft = HTML.constant(
    """
    @page { @top-right { content: "Draft policy: for rehearsal"; font: 8.5pt Georgia, serif; color: #a3261c; } }

    """)
}
