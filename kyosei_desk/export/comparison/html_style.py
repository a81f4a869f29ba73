# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""The style sheet of a comparison's page: for the screen, and for A4 on its side.

Every state is told by a word and a line of its own kind, every function by its number: the
page reads the same in black and white.
"""

STYLE = """
:root { --text: #1a1a1a; --subtle: #4d4d4d; --line: #8a8a8a; --soft: #f1f1f4; --link: #0055ad; }
* { box-sizing: border-box; }
body { margin: 16px; color: var(--text); background: #ffffff; line-height: 1.55;
  font-family: "BIZ UDPGothic", "Yu Gothic UI", Meiryo, "Hiragino Sans", "Noto Sans CJK JP",
    sans-serif; }
h1 { font-size: 1.4em; margin: 0 0 8px; }
h2 { font-size: 1.1em; margin: 16px 0 4px; }
a { color: var(--link); }
table { border-collapse: separate; border-spacing: 0; width: 100%; table-layout: fixed;
  border-top: 1px solid var(--line); border-left: 1px solid var(--line); }
th, td { border-right: 1px solid var(--line); border-bottom: 1px solid var(--line);
  padding: 6px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
col.label { width: 11em; }
thead th { position: sticky; top: 0; z-index: 2; background: #e6f0fa;
  border-bottom: 2px solid var(--text); }
thead th:first-child { left: 0; z-index: 3; }
thead small, th small { display: block; font-weight: normal; color: var(--subtle); }
tbody th[scope=row] { position: sticky; left: 0; z-index: 1; background: #ffffff; }
tr.group th { background: var(--soft); border-top: 2px solid var(--text); }
tr.group b { display: inline-block; min-width: 1.6em; margin-right: 4px; text-align: center;
  color: #ffffff; background: #4d4d4d; border-radius: 3px; }
tr.f1 b { background: #197a4b; } tr.f2 b { background: #ac3e00; }
tr.f3 b { background: #0031d8; } tr.f4 b { background: #6f23d0; }
.state { display: inline-block; padding: 0 6px; font-size: .9em; border: 1px solid var(--text);
  border-radius: 3px; background: #ffffff; }
.stated .state { font-weight: bold; border-width: 2px; }
.partial .state { border-style: dashed; border-radius: 0; }
.not_stated .state, .not_applicable .state { border: none; color: var(--subtle); padding: 0; }
td.not_stated { background: repeating-linear-gradient(135deg, #ffffff 0 6px, #ececec 6px 8px); }
ul { margin: 4px 0 0; padding-left: 1.1em; }
td p { margin: 4px 0 0; }
dl { margin: 0; } dt { font-weight: bold; } dd { margin: 0 0 4px 1em; }
.sources { font-size: .9em; }
table.many { font-size: .85em; }
@media screen { table.many { min-width: 1280px; } }
@page { size: A4 landscape; margin: 10mm; }
@media print {
  body { margin: 0; font-size: 9pt; line-height: 1.4; }
  table { border-collapse: collapse; }
  table.some { font-size: 8pt; } table.many { font-size: 6.5pt; }
  th, td { padding: 2px 4px; }
  thead { display: table-header-group; }
  thead th, tbody th[scope=row] { position: static; }
  tr, .sources li { break-inside: avoid; }
  tr.group { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
