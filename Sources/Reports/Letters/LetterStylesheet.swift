/// The looks of an official letter: A4 and the margins, sizes and lines of GB/T 9704, with fonts that are at hand.
enum LetterStylesheet {
  static let sheet = HTML.constant(
    """

    :root { --ink: #111; --red: #c21807;
      --title: "FZXiaoBiaoSong-B05S", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", STSong, SimSun, "AR PL UMing CN", serif;
      --text: FangSong, FangSong_GB2312, STFangsong, "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun, "AR PL UMing CN", serif;
      --heading: SimHei, STHeiti, "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Zen Hei", sans-serif; }
    :lang(en) { --title: Georgia, "Times New Roman", serif; --text: "Times New Roman", Georgia, "Noto Serif CJK SC", serif;
      --heading: "Times New Roman", Georgia, serif; }
    * { box-sizing: border-box; margin: 0; padding: 0; }
    html { -webkit-text-size-adjust: 100%; }
    body { background: #e9e7e2; color: var(--ink); font: 16pt/28pt var(--text); line-break: strict; overflow-wrap: anywhere; }
    body:lang(en) { font-size: 12pt; line-height: 18pt; overflow-wrap: break-word; }
    main { position: relative; width: 210mm; max-width: 100%; min-height: 297mm; margin: 8mm auto; padding: 30mm 26mm 30mm 28mm;
      background: #fff; }
    header { border-bottom: 2.4pt solid var(--red); padding-bottom: 5mm; margin-bottom: 13mm; text-align: center; }
    main p.issuer { font: 700 26pt/1.4 var(--title); color: var(--red); letter-spacing: 0.08em; text-align: center; text-indent: 0; }
    main p.issuer:lang(en) { font-size: 19pt; letter-spacing: 0.02em; }
    .stamp { position: absolute; top: 13mm; right: 26mm; border: 1.2pt solid var(--red); color: var(--red); text-indent: 0;
      font: 700 12pt/1 var(--heading); padding: 2mm 3mm; letter-spacing: 0.12em; }
    h1 { font: 700 22pt/1.5 var(--title); text-align: center; text-wrap: balance; }
    :lang(en) h1 { font-size: 17pt; }
    p { text-indent: 2em; text-align: justify; }
    :lang(en) p { text-indent: 0; text-align: left; margin-bottom: 5pt; }
    main > .number { text-align: center; text-indent: 0; margin: 3mm 0 9mm; }
    main > .addressee { text-indent: 0; text-align: left; }
    h2 { font: 400 16pt/28pt var(--heading); text-indent: 2em; break-after: avoid; }
    h2:lang(en), :lang(en) h2 { font: 700 12.5pt/20pt var(--heading); text-indent: 0; margin-top: 6pt; }
    b { font-weight: 600; }
    table { width: 100%; border-collapse: collapse; margin: 2mm 0 4mm; font-size: 12pt; line-height: 17pt; }
    :lang(en) table { font-size: 10.5pt; line-height: 14pt; }
    th, td { border: 0.6pt solid #333; padding: 1.4mm 2mm; text-align: left; vertical-align: top; font-weight: 400; }
    th { font-family: var(--heading); text-align: center; white-space: nowrap; }
    td:nth-child(2) { width: 24%; }
    .count { text-align: center; white-space: nowrap; width: 4.2em; }
    .key { white-space: nowrap; }
    tr { break-inside: avoid; }
    .signature { margin: 12mm 0 0 auto; width: 78mm; break-inside: avoid; }
    main .signature p { text-align: center; text-indent: 0; }
    .signature .seal { color: #999; font-size: 12pt; }
    .note { margin-top: 8mm; font-size: 12pt; line-height: 19pt; color: #333; text-indent: 0; }
    .copies { margin-top: 8mm; border-top: 0.6pt solid #333; border-bottom: 0.6pt solid #333; font-size: 14pt; text-indent: 1em; }
    footer { margin-top: 10mm; padding-top: 4mm; border-top: 1pt dashed #777; font-size: 12pt; line-height: 20pt; break-inside: avoid; }
    footer p { text-indent: 0; text-align: left; }
    main footer p:first-child { text-align: center; font-family: var(--heading); }
    @media screen and (max-width: 800px) {
      main { margin: 0; padding: 20mm 6mm; min-height: 0; }
      .stamp { right: 6mm; top: 5mm; }
      .signature { width: auto; }
    }
    @media print {
      body { background: none; }
      main { width: auto; min-height: 0; margin: 0; padding: 0; }
      .stamp { top: -8mm; right: 0; }
    }

    """)

  static let chinesePages = HTML.constant(
    """
    @page { size: A4; margin: 30mm 26mm 30mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 12pt serif; } }

    """)

  static let englishPages = HTML.constant(
    """
    @page { size: A4; margin: 25mm 26mm 25mm 28mm; @bottom-center { content: counter(page) " / " counter(pages); font: 10pt serif; } }

    """)
}
