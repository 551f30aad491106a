/** One column that an old telephone draws too. */
export const sheet = `:root{color-scheme:light dark;font:17px/1.5 system-ui,sans-serif;--line:#c5ccd6;--ink2:#4a5565;--link:#15479c;--warn:#fdf3d7}
@media (prefers-color-scheme:dark){:root{--line:#3a4656;--ink2:#b4bfcd;--link:#9fc3ff;--warn:#3d3310}}
body{max-width:46rem;margin:0 auto;padding:0 1rem 3rem}
a{color:var(--link)}
header{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center;border-bottom:1px solid var(--line)}
header a{padding:.65rem 0}.call{margin-left:auto;font-weight:700}
h1{font-size:1.5rem;line-height:1.2;margin:1rem 0 .5rem}h2{font-size:1.15rem;margin:0}
.demonstration{margin:0 -1rem;padding:.2rem 1rem;background:CanvasText;color:Canvas;font-size:.85rem}
.event{background:var(--warn);padding:.5rem .75rem;border-left:4px solid #9a6b00}
form{display:grid;gap:.75rem;margin:1rem 0}label{display:grid;gap:.2rem;font-weight:600}label.box{display:flex;gap:.6rem;align-items:center;min-height:44px}
input[type=text],select,button{font:inherit;min-height:44px;padding:.25rem .6rem;width:100%;box-sizing:border-box}
button{font-weight:700;cursor:pointer}input[type=checkbox]{width:1.4rem;height:1.4rem}
.wrong{font-weight:400;border-left:4px solid #b3261e;padding-left:.6rem}
ol{list-style:none;padding:0;margin:0}li.service{border-top:1px solid var(--line);padding:.9rem 0}li p,.service p{margin:.15rem 0}
.state{font-weight:700}.stale{border:2px dashed var(--ink2);padding:.1rem .5rem;display:inline-block}
.dim{color:var(--ink2)}.phone{display:inline-block;font-weight:700;font-size:1.1rem;padding:.6rem .75rem .6rem 0}
footer{margin-top:2rem;border-top:1px solid var(--line);color:var(--ink2)}dt{font-weight:600;margin-top:.75rem}dd{margin:0}`;
