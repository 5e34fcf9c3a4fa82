/** The style of the preview's page, and the script by which it follows the files. */

export const style = `
:root{color-scheme:light dark;--paper:light-dark(#faf7f1,#171511);--raised:light-dark(#fffdf9,#1e1b16);--ink:light-dark(#211d17,#efe9dd);--soft:light-dark(#5f584c,#b0a799);--rule:light-dark(#e4ddcf,#343027);--right:light-dark(#2c6e49,#84c49b);--wrong:light-dark(#a23c2a,#e89580);--accent:light-dark(#1d4e89,#8db4e2)}
*{box-sizing:border-box}
body{background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;margin:0;overflow-wrap:anywhere}
main{max-inline-size:62rem;margin:auto;padding:1.5rem}
h1,h2,h3{font-family:Georgia,serif;font-weight:500;line-height:1.3}h1{margin-block:0}h2{margin-block:2rem .5rem}h3{font-size:1.15rem;margin:0}
small,.cite,.key,.counts,header p{color:var(--soft)}.key,.counts{margin:.25rem 0}.key{font-size:.875rem}
article{border:1px solid var(--rule);border-radius:10px;padding:1rem;margin:.75rem 0;background:var(--raised)}
article:target{border-color:var(--accent)}
ul{padding-inline-start:1.25rem;margin:.25rem 0}.cite{list-style:none;padding:0;font-size:.875rem}
a,summary{color:var(--accent)}summary{padding-block:.35rem;cursor:pointer}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin-block:.5rem}nav a{padding-block:.2rem}
.right,.good{color:var(--right)}.error{color:var(--wrong)}
.question{border-inline-start:2px solid var(--rule);padding:.25rem 0 .25rem .9rem;margin:.9rem 0}.question p{margin:.15rem 0}.stem{font-weight:600}
.kinds{list-style:none;display:flex;flex-wrap:wrap;gap:.35rem;padding:0}.kinds li{font-size:.8rem;color:var(--soft);border:1px solid var(--rule);border-radius:999px;padding:0 .55rem}
.timeline ul{list-style:none;padding:0}.timeline li{display:grid;grid-template-columns:minmax(8rem,22rem) 1fr;gap:.1rem 1rem;padding-block:.2rem;min-block-size:1.5rem}
.timeline .line{position:relative;min-block-size:1.1rem;border-inline-start:1px solid var(--rule)}.timeline i{position:absolute;top:.35rem;height:.6rem;background:var(--accent);border-radius:2px}
.timeline h3{margin-block:.75rem .25rem;font-size:1rem}.timeline em{position:absolute;top:1rem;font-size:.7rem;font-style:normal;color:var(--soft)}.timeline .years .line{min-block-size:2rem}
.timeline i.open{border-inline-end:3px dotted var(--paper)}.timeline b{position:absolute;font-weight:400;font-size:.8rem;color:var(--soft)}
@media (max-width:40rem){main{padding:1rem}.timeline li{grid-template-columns:1fr}.timeline .years span:first-child{display:none}}`;

/** What was opened stays open when the page loads itself anew. */
export const script = `
const version = document.body.dataset.version;
const kept = JSON.parse(sessionStorage.getItem("open") ?? "{}");
for (const each of document.querySelectorAll("details")) {
  if (each.id in kept) each.open = kept[each.id];
  each.addEventListener("toggle", () => {
    kept[each.id] = each.open;
    sessionStorage.setItem("open", JSON.stringify(kept));
  });
}
setInterval(async () => {
  const now = await fetch("/version").then((answer) => answer.text(), () => version);
  if (now !== version) location.reload();
}, 1000);`;
