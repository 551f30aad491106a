const state = (name: string, word: string, tint: string, fill: string): string =>
  `[data-state=${name}]{--word:${word};--tint:${tint};--fill:${fill}}`;

const light = [
  state('OPEN', '#0B7350', '#DFF2EA', '#0B7350'),
  state('LIMITED', '#9A5B00', '#FBEBCB', '#C47E00'),
  state('FULL', '#8B2A72', '#F6E3F0', '#8B2A72'),
  state('SUSPENDED', '#BE3A12', '#FCE3DA', '#C53D17'),
  state('RELOCATED', '#0C66A6', '#DCECF8', '#2A8AD0'),
  state('CLOSED', '#333B45', '#E2E5E9', '#333B45'),
  state('UNKNOWN', '#5C6874', '#EEF0F3', '#7F8A96'),
].join('');
const dark = [
  state('OPEN', '#4FCB9B', '#12352B', '#35B585'),
  state('LIMITED', '#F3B94A', '#3A2D10', '#F0B23C'),
  state('FULL', '#E394CC', '#3A1D33', '#EA9AD6'),
  state('SUSPENDED', '#FF8F66', '#40211A', '#F47C50'),
  state('RELOCATED', '#6DB9F5', '#14314A', '#4A9FE6'),
  state('CLOSED', '#C3CCD6', '#2A323C', '#C9D2DB'),
  state('UNKNOWN', '#9AA7B4', '#222B36', '#6F7D8B'),
].join('');

/** The look of « Mes services », in one column that an old telephone draws too. */
export const sheet = `
:root{color-scheme:light dark;--bg:#F3F5F7;--surface:#FFFFFF;--line:#D5DBE2;--strong:#7D8896;--ink:#14202E;--ink2:#46535F;--accent:#1B4B8F;--accent-ink:#FFFFFF;--accent-tint:#E6EEF8;--focus:#1B4B8F;--danger:#A8201A;--danger-tint:#FBEAE8;--mark:#FFF6DC;--shape-ink:#FFFFFF;font:16px/1.5 'Atkinson Hyperlegible Next',system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
${light}
@media (prefers-color-scheme:dark){:root{--bg:#0E141C;--surface:#161E29;--line:#2B3746;--strong:#6E7E90;--ink:#EAF0F6;--ink2:#B3C0CD;--accent:#8DB8F2;--accent-ink:#0B1826;--accent-tint:#1B2F49;--focus:#F2C14E;--danger:#FF9C8F;--danger-tint:#3B1B18;--mark:#25261F;--shape-ink:#0B1826}${dark}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink)}
header{background:var(--surface);border-bottom:1px solid var(--line)}
header>div,main,footer{max-width:600px;margin:0 auto;padding:0 12px}
header>div{display:flex;align-items:center;gap:12px;min-height:60px}
header p{margin:0;flex:1;min-width:0;overflow-wrap:anywhere}header small{display:block;color:var(--ink2);font-size:14px;line-height:18px}
header a{display:inline-block;padding:12px 8px;font-weight:600}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
h1{font-size:24px;line-height:30px;margin:20px 0 6px}h2{font-size:19px;line-height:25px;margin:24px 0 8px}h3{font-size:18px;line-height:24px;margin:0}
p{margin:4px 0}.dim{color:var(--ink2);font-size:14px;line-height:19px}.message{white-space:pre-line;overflow-wrap:anywhere}
.demonstration{margin:0;padding:4px 12px;background:var(--ink);color:var(--bg);font-size:14px;text-align:center}
.box,.card{border:1px solid var(--line);border-radius:12px;background:var(--surface);padding:14px;margin:12px 0}
.box{background:var(--accent-tint);border-color:var(--accent-tint)}
.note{border:0;border-left:4px solid #E8A317;border-radius:4px;background:var(--mark);padding:8px 12px;margin:12px 0}
.wrong{color:var(--danger);font-weight:600;margin:6px 0}
.faults{border:2px solid var(--danger);border-radius:8px;background:var(--danger-tint);padding:8px 12px;margin:12px 0}
.faults ul{margin:4px 0;padding-left:20px}.faults a{display:inline-block;padding:8px 0;color:var(--danger)}
.ground{display:flex;gap:12px;align-items:center;margin:10px 0;padding:9px 12px;border-radius:8px;background:var(--tint,transparent)}
.ground>div{min-width:0;overflow-wrap:anywhere}.ground p{margin:0;color:var(--ink2);font-size:14px;line-height:19px}.ground .state{display:block;color:var(--word);font-size:19px;line-height:24px;font-weight:700}
.stale-ground{background-image:repeating-linear-gradient(135deg,color-mix(in srgb,var(--word) 26%,transparent) 0 1.2px,transparent 1.2px 7px)}.stale-ground p,.stale-ground .state{width:fit-content;background:var(--tint);box-shadow:0 0 0 2px var(--tint)}
.shape{flex:none;display:block}.body{fill:var(--fill);stroke:var(--word);stroke-width:.6;stroke-linejoin:round}
.glyph{fill:none;stroke:var(--shape-ink);stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
[data-state=LIMITED] .glyph{stroke:#1B1204}[data-state=UNKNOWN] .body{fill:none;stroke-width:1.6;stroke-dasharray:3.1 2.1}[data-state=UNKNOWN] .glyph{stroke:var(--word);stroke-width:1.6}
.stale-ground .body{fill:var(--surface);stroke-width:1.4}.stale-ground .glyph{stroke:var(--word)}
button,.button{font:inherit;font-weight:600;min-height:52px;width:100%;padding:10px 16px;border-radius:8px;border:1px solid var(--strong);background:var(--surface);color:var(--ink);cursor:pointer;text-align:center;text-decoration:none;display:inline-block}
button.main{background:var(--accent);color:var(--accent-ink);border-color:var(--accent);font-size:18px}
fieldset{border:0;margin:14px 0 0;padding:0;min-width:0}legend{font-weight:600;padding:0;margin-bottom:6px}
.tiles{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:8px}
.tile{position:relative;display:block}.tile input{position:absolute;opacity:0;width:100%;height:100%;margin:0;cursor:pointer}
.face{display:flex;gap:8px;align-items:center;height:100%;min-height:62px;padding:8px;border:1px solid var(--line);border-radius:8px;background:var(--surface)}
.face>span{min-width:0;hyphens:auto;overflow-wrap:break-word}.face b{display:block;font-size:15px;line-height:19px}.face small{display:block;color:var(--ink2);font-size:14px;line-height:17px}
:checked+.face{border-color:var(--word);box-shadow:0 0 0 1px var(--word);background:var(--tint)}:focus-visible+.face{outline:2px solid var(--focus);outline-offset:2px}
.chips{display:flex;flex-wrap:wrap;gap:8px}.chip{display:flex;gap:8px;align-items:center;min-height:44px;padding:6px 12px;border:1px solid var(--strong);border-radius:8px;background:var(--surface);cursor:pointer}
.chip:has(:checked){background:var(--accent-tint);border-color:var(--accent)}
input[type=radio]{width:20px;height:20px;margin:0;flex:none;accent-color:var(--accent)}
label.field{display:block;margin:14px 0 0;font-weight:600}label.field .wrong{display:block}label.field small{font-weight:400;color:var(--ink2)}
input[type=text],input[type=email],input[type=number],input[type=date],input[type=time],textarea{font:inherit;color:inherit;background:var(--surface);width:100%;min-height:48px;padding:8px 12px;border:1px solid var(--strong);border-radius:8px;margin-top:4px}
:is(input,textarea)[aria-invalid=true]{border:2px solid var(--danger)}
.pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:8px;align-items:end}.chips:has([value=date]:not(:checked))+.pair{display:none}
summary{cursor:pointer;font-weight:600;min-height:48px;padding:12px 14px;border:1px solid var(--strong);border-radius:8px;text-align:center;list-style-position:inside}
details[open]>summary{margin-bottom:8px}
.now{margin-top:16px}.fact{margin:14px 0 0}.fact p{white-space:pre-line}
footer{padding:8px 12px 40px;color:var(--ink2);font-size:15px}footer p{margin:10px 0}
.call{display:inline-block;padding:10px 0;font-weight:700}
.plain button,button.quiet{width:auto;min-height:44px}
@media (max-width:419px){.face{gap:6px;padding:6px}.face b{font-size:14px}.face .shape{width:20px;height:20px}}
@media (max-width:339px){.tiles,.pair{grid-template-columns:1fr}}
@media (forced-colors:active){:checked+.face{outline:3px solid Highlight}.body{fill:Canvas;stroke:CanvasText}.glyph{stroke:CanvasText}}
@media print{:root{--bg:#fff}body{background:#fff;color:#000}button,.chips,header a,.plain{display:none}.ground,.box,.card{border:1px solid #000;background:#fff;break-inside:avoid}.body{fill:#fff;stroke:#000}.shape .glyph{stroke:#000}.stale-ground p,.stale-ground .state{background:none;box-shadow:none}details>*{display:block}}`;
