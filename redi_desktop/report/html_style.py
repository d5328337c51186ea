"""The look of the HTML documents: the colours of the paper, readable at any width, printed as A4."""

from __future__ import annotations

from string import Template

from redi_desktop.report import colours

_RULES = Template("""
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: $card; color: $ink; font: 1rem/1.5 "Noto Sans", "Segoe UI", system-ui, sans-serif; }
body.tight { font-size: .95rem; }
body.tight tbody > tr > * { padding-block: .2rem; }
body.compact { font-size: .875rem; }
body.large { font-size: 1.3rem; }
main, footer { max-width: 56rem; margin: 0 auto; padding: 2rem; background: $paper; }
footer { padding-top: 1rem; border-top: 1px solid $rule; color: $quiet; font-size: .8rem; }
footer p { margin: 0; overflow-wrap: anywhere; }
.letterhead { display: flex; justify-content: space-between; gap: 2rem; border-bottom: 2px solid $teal; }
.letterhead p { margin: 0 0 .25rem; }
.letterhead > :last-child { text-align: right; }
.cpas { font-weight: 700; color: $deep; }
h1, h2 { color: $deep; line-height: 1.25; }
h1 { font-size: 1.9em; }
h2 { font-size: 1.35em; margin: 2rem 0 .5rem; }
h2.part { margin-top: 3rem; padding-top: 1rem; border-top: 2px solid $teal; }
h3 { font-size: 1.1em; margin: 1.5rem 0 .5rem; }
p.lead { font-size: 1.25em; font-weight: 700; }
p.attention { font-weight: 700; color: $amber_deep; }
.quiet { color: $quiet; font-size: .9em; }
dl { margin: 1rem 0; }
dl div { display: grid; grid-template-columns: minmax(8rem, 30%) 1fr; gap: 1rem; padding: .1rem 0; }
dl.short { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2rem; }
dt { color: $quiet; }
dd { margin: 0; overflow-wrap: anywhere; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem; margin: 1rem 0; }
.card { margin: 0; padding: .75rem 1rem; background: $card; border-left: 4px solid $rule; }
.card span, .card strong { display: block; }
.card strong { font-size: 1.6em; line-height: 1.2; }
.card.lead { font-size: 1em; font-weight: 400; background: $pale; border-color: $teal; }
.card.attention { color: $ink; font-weight: 400; background: $amber_pale; border-color: $amber; }
.callout { padding: .75rem 1rem; margin: 1rem 0; background: $card; border-left: 4px solid $rule; }
.callout p { margin: .25rem 0; }
.callout.lead { background: $pale; border-color: $teal; }
.callout.attention { background: $amber_pale; border-color: $amber; }
.callout.attention strong { color: $amber_deep; }
figure { margin: 1.5rem 0; }
figure svg { width: 100%; height: auto; }
.wide { position: relative; overflow-x: auto; margin: 1rem 0; }
.wide:focus-visible { outline: 3px solid $teal; outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .35rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid $hairline; }
tbody th { font-weight: 400; }
td, th { overflow-wrap: break-word; }
thead th { color: $deep; font-size: .9em; vertical-align: bottom; border-bottom: 2px solid $teal; }
.amount { text-align: right; white-space: nowrap; }
thead .amount { white-space: normal; }
.card .amount { text-align: left; }
tr.part th { font-weight: 700; background: $pale; }
tr.subtotal > *, tr.total > * { font-weight: 700; background: $card; border-top: 2px solid $teal; }
tr.total > * { background: $pale; }
.rule { height: 2.2rem; border-bottom: 1px solid $rule; }
table.writable th, table.writable td { border: 1px solid $rule; }
table.writable tbody tr { height: 2.4em; }
.outline > ul { padding-left: 1rem; }
.outline > ul > li { margin-top: .5rem; font-weight: 700; list-style: none; }
.outline ul ul { font-weight: 400; }
h2.form { display: flex; align-items: center; gap: .6rem; }
ul.boxes { display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; padding: 0; list-style: none; }
.box { display: inline-block; width: 1em; height: 1em; margin-right: .5em; border: 1.5px solid $ink; }
.fields { display: flex; gap: .75rem; margin: .5rem 0; }
.fields p { margin: 0; min-height: 3.2rem; padding: .2rem .5rem; border: 1px solid $rule; }
.recipient { width: 48%; margin: 1.5rem 0 2.5rem auto; }
.signatures { display: flex; gap: 2rem; margin-top: 4rem; }
.signatures p { flex: 1; border-top: 1px solid $quiet; color: $quiet; font-size: .9em; padding-top: .25rem; }
@media (max-width: 40rem) {
  main, footer { padding: 1rem; }
  dl div, dl.short { grid-template-columns: 1fr; gap: 0; }
}
@page { size: A4; margin: 18mm; }
@media print {
  body { background: $paper; font-size: 9.5pt; }
  body.tight { font-size: 9pt; }
  body.tight h2 { margin-top: 1rem; }
  body.compact { font-size: 8pt; }
  body.large { font-size: 13pt; }
  main, footer { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  h1, h2, h3 { break-after: avoid; }
  h2.part { break-before: page; margin-top: 0; border: 0; }
  tr, figure, .card, .callout, .space { break-inside: avoid; }
  thead { display: table-header-group; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
""")

STYLE = _RULES.substitute(
    paper=colours.PAPER,
    card=colours.CARD,
    ink=colours.INK,
    quiet=colours.QUIET,
    rule=colours.RULE,
    hairline=colours.HAIRLINE,
    teal=colours.TEAL,
    deep=colours.TEAL_DEEP,
    pale=colours.TEAL_PALE,
    amber=colours.AMBER,
    amber_deep=colours.AMBER_DEEP,
    amber_pale=colours.AMBER_PALE,
)
"""The whole style sheet."""
