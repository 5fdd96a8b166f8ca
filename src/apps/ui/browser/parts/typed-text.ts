/**
 * The language switch is a link. What was typed into a form goes with it through this tab's own storage, and is taken out
 * again on arrival. Passwords, files and hidden fields stay where they are.
 */
type Kept = readonly (readonly [name: string, value: string, checked: boolean])[]
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const KEPT_NOT = new Set(['password', 'file', 'hidden', 'submit', 'button', 'search'])
const key = (): string => `typed:${location.pathname}`
const isCheck = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')

const controls = (): Control[] =>
  Array.from(
    document.querySelectorAll<Control>('form[data-module="q-form"] :is(input, select, textarea)'),
  ).filter(({ name, type }) => name !== '' && !KEPT_NOT.has(type))

export function keepTypedText(): void {
  const kept: Kept = controls().map((control) => [
    control.name,
    control.value,
    isCheck(control) && control.checked,
  ])
  if (kept.length > 0) sessionStorage.setItem(key(), JSON.stringify(kept))
}

function isKept(value: unknown): value is Kept {
  return Array.isArray(value) && value.every((entry) => Array.isArray(entry) && entry.length === 3)
}

export function restoreTypedText(): void {
  const text = sessionStorage.getItem(key())
  if (text === null) return
  sessionStorage.removeItem(key())
  const kept: unknown = JSON.parse(text)
  if (!isKept(kept)) return
  for (const control of controls()) {
    const own = kept.filter(([name]) => name === control.name)
    if (isCheck(control))
      control.checked = own.some(([, value, checked]) => checked && value === control.value)
    else if (own[0] !== undefined) control.value = own[0][1]
  }
}
