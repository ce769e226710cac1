/** Black on white, for any printer; a letter is one page of A4. */
export const letterStyles = `<style>
@page { size: A4; margin: 0 }
* { box-sizing: border-box }
body { margin: 0; background: #ddd; color: #000; font: 11.5pt/1.5 system-ui, 'Segoe UI', Roboto, Arial, sans-serif }
.page { position: relative; width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 22mm 24mm 18mm; background: #fff;
  break-after: page }
@media print { body { background: none } .page { margin: 0; min-height: 296mm } }
header { margin-block-end: 22mm }
header p { margin: 0 }
.sender { font-weight: 700; font-size: 14pt; margin-block-end: 14mm }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 4mm; text-wrap: balance }
.lead { font-size: 12.5pt; margin: 0 0 7mm }
.vote { display: flex; gap: 8mm; align-items: center; padding: 5mm; border: 0.5mm solid #000; border-radius: 3mm;
  margin-block-end: 7mm; break-inside: avoid }
.vote p { margin: 0 }
.qr svg { display: block; width: 42mm; height: 42mm }
.address { font-weight: 700; overflow-wrap: anywhere; margin-block-end: 3mm !important }
.code { font: 700 22pt/1.3 ui-monospace, 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace; white-space: nowrap }
.code.small { font-size: 14pt }
ul { margin: 0 0 6mm; padding-inline-start: 6mm }
li { margin-block-end: 1.5mm }
.english { padding-block-start: 4mm; border-block-start: 0.25mm solid #000; font-size: 10.5pt }
.number { position: absolute; inset-block-end: 10mm; inset-inline-end: 24mm; margin: 0; font-size: 9pt }
table { width: 100%; border-collapse: collapse; margin-block-end: 6mm }
tr { break-inside: avoid }
td { padding: 2mm 3mm 2mm 0; border-block-end: 0.2mm solid #999; vertical-align: top }
.nr { font-weight: 700; text-align: end }
.cost { text-align: end; white-space: nowrap }
.square, .line { display: inline-block; width: 6mm; height: 6mm; border: 0.4mm solid #000; border-radius: 1mm }
.line { width: 12mm; border-width: 0 0 0.4mm; border-radius: 0 }
</style>`;
