/** The bank's own look: plain, dark on white, nothing of the portal's. */
export const STYLE = `
:root { color-scheme: light; --ink: #1a1a1a; --quiet: #4a4a4a; --line: #8c8c8c; --brand: #5b2b82; --bad: #a3111b; --good: #1c6b2f; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 1.0625rem/1.5 system-ui, sans-serif; }
header, main, footer { max-width: 40rem; margin: 0 auto; padding: 1rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; border-bottom: 4px solid var(--brand); }
header strong { color: var(--brand); font-size: 1.25rem; }
nav a { display: inline-block; padding: .25rem .5rem; }
a { color: var(--brand); }
:focus-visible { outline: 3px solid #ffbf00; outline-offset: 2px; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.125rem; }
dl { display: grid; grid-template-columns: minmax(7rem, auto) 1fr; gap: .25rem 1rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
dd.sum { font-size: 1.25rem; font-weight: 700; }
label { display: block; font-weight: 600; margin-top: 1rem; }
.hint { display: block; color: var(--quiet); font-weight: 400; font-size: .9375rem; }
.wrong { display: block; color: var(--bad); font-weight: 600; }
input { width: 100%; max-width: 16rem; padding: .5rem; font: inherit; border: 2px solid var(--line); border-radius: 4px; }
input[aria-invalid=true] { border-color: var(--bad); }
.short { max-width: 7rem; }
button, .button { display: inline-block; margin-top: 1.25rem; padding: .75rem 1.5rem; font: inherit; font-weight: 600; color: #fff; background: var(--brand); border: 0; border-radius: 4px; text-decoration: none; cursor: pointer; }
form > button { display: block; }
.note { border-left: 6px solid var(--brand); padding: .5rem 1rem; background: #f4eefa; }
.bad { border-left: 6px solid var(--bad); padding: .5rem 1rem; background: #fdeced; }
.good { border-left: 6px solid var(--good); padding: .5rem 1rem; background: #e9f5ec; }
.cards { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .375rem .5rem .375rem 0; border-bottom: 1px solid #ccc; }
td:first-child { white-space: nowrap; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .5rem; } th, td { display: block; border: 0; padding: 0; } tr { display: block; padding: .5rem 0; border-bottom: 1px solid #ccc; } thead { position: absolute; left: -99rem; } }
`
