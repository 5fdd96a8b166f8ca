/**
 * The keys of a desk: j and k go along the list, Enter opens, / searches, r reloads, l leads back to the list, d to the
 * decision, ? shows them all. All of it is there by Tab and click too. While somebody types, keys are letters.
 */
const PATH = '/office'

const rows = (): HTMLTableRowElement[] =>
  Array.from(document.querySelectorAll<HTMLTableRowElement>('tr:has(a[data-open])'))

const linkOf = (row: HTMLElement | undefined): HTMLAnchorElement | null =>
  row?.querySelector<HTMLAnchorElement>('a[data-open]') ?? null

/** Goes along the list; the focus goes too, so that a screen reader says where it is. */
function move(by: 1 | -1): void {
  const all = rows()
  const at = all.findIndex((row) => row.contains(document.activeElement))
  const from = at < 0 && by < 0 ? all.length : at
  linkOf(all[Math.min(all.length - 1, Math.max(0, from + by))])?.focus()
}

function search(): void {
  const input = document.querySelector<HTMLInputElement>('[data-key="search"]')
  if (input === null) return location.assign(PATH)
  input.focus()
  input.select()
}

function help(): void {
  const details = document.querySelector<HTMLDetailsElement>('[data-key="help"]')
  if (details === null) return
  details.open = !details.open
  if (details.open) details.querySelector('summary')?.focus()
}

function decide(): void {
  const section = document.querySelector('#decision')
  const first = section?.querySelector<HTMLElement>(
    'input:not([type="hidden"]), select, textarea, button, a',
  )
  first?.focus()
}

const KEYS: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  '/': search,
  r: () => location.reload(),
  l: () => location.assign(PATH),
  d: decide,
  '?': help,
}
/** The same places of the keyboard in the Kazakh and Russian layouts. */
const CYRILLIC: Readonly<Record<string, string>> = { о: 'j', л: 'k', к: 'r', д: 'l', в: 'd' }

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select')

/** Escape leaves a field, so that keys are commands again. */
function leave(event: KeyboardEvent): void {
  if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
}

const isCommand = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing

function onKey(event: KeyboardEvent): void {
  if (isTyping(event.target)) return leave(event)
  const key = event.key.toLowerCase()
  const act = KEYS[CYRILLIC[key] ?? key]
  if (act === undefined || !isCommand(event)) return
  event.preventDefault()
  act()
}

document.addEventListener('keydown', onKey)
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
