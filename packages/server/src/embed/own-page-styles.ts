/** The stylesheet of this server's own pages: for webmasters, and for makers. */
export const ownPageStyles = `
:root { color-scheme: light dark; --buurt-brand: #0b5c66; --line: #c9d3d1; --soft: #f1f5f4; --link: #0b5c66; }
@media (prefers-color-scheme: dark) { :root { --line: #46524f; --soft: #222a2b; --link: #7fd1dc; } }
body { margin: 0; font: 1.0625rem/1.6 system-ui, sans-serif; background: Canvas; color: CanvasText; }
header, main { box-sizing: border-box; max-inline-size: 60rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2rem); }
.wide :is(header, main) { max-inline-size: 90rem; }
header { display: flex; justify-content: space-between; gap: 1rem; padding-block: .5rem; }
header a { display: inline-block; padding-block: .5rem; }
main { padding-block: 1rem 4rem; }
h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere; }
h1 { margin: 0 0 .5rem; font-size: clamp(1.6rem, 5vw, 2.25rem); }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.4rem; }
p, li { max-inline-size: 42rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }
code { font: .9em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { margin: 1rem 0; border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; background: var(--soft); white-space: pre-wrap; }
.note { border: 1px solid var(--line); border-inline-start: .375rem solid var(--link); border-radius: .5rem; padding: .75rem 1rem; background: var(--soft); }
.guides { padding: 0; list-style: none; }
.guides a { display: inline-block; padding-block: .375rem; }
.skip { position: absolute; inset-block-start: -4rem; }
.skip:focus { position: static; }
buurt-embed-builder { margin-block: 2rem; }
`;
