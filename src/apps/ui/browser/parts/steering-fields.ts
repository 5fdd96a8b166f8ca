import { keepTypedText, restoreTypedText } from './typed-text.ts'

/**
 * A choice that decides what else a form asks: the server is told at once and the form put in place anew, as its button
 * "Update the fields" does without this script. What was typed and where the reader is stay.
 */
const BUTTON = 'button[name=update]'
const COUNT = '[data-update=count]'
const busy = new WeakSet<HTMLFormElement>()
/** Changed once more, or sent, while the server was being asked. */
const changed = new WeakSet<HTMLFormElement>()
const sent = new WeakSet<HTMLFormElement>()

/** The button is for those without scripts; it would also take the key Enter from "Continue". */
const tidy = (root: ParentNode): void => {
  for (const button of root.querySelectorAll(BUTTON)) button.remove()
}

async function freshPage(form: HTMLFormElement): Promise<Document | undefined> {
  const body = new URLSearchParams({ update: 'yes' })
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') body.append(name, value)
  const answer = await fetch(form.action, { method: 'POST', body })
  if (!answer.ok) return undefined
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

function putInPlace(form: HTMLFormElement, page: Document): void {
  const fresh = page.querySelector(`form[action="${form.getAttribute('action')}"]`)
  if (fresh === null) return
  tidy(fresh)
  keepTypedText()
  const focused = document.activeElement?.id ?? ''
  form.replaceChildren(...fresh.childNodes)
  restoreTypedText()
  if (focused !== '') document.getElementById(focused)?.focus()
  const [count, said] = [document.querySelector(COUNT), page.querySelector(COUNT)]
  if (count !== null && said !== null) count.textContent = said.textContent
}

async function update(form: HTMLFormElement): Promise<void> {
  if (busy.has(form)) {
    changed.add(form)
    return
  }
  busy.add(form)
  try {
    const page = await freshPage(form)
    if (page !== undefined) putInPlace(form, page)
  } finally {
    busy.delete(form)
  }
  if (changed.delete(form)) await update(form)
  if (sent.delete(form)) form.requestSubmit()
}

export function steerForms(): void {
  tidy(document)
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
    if (target.form === null || target.closest('[data-steers=true]') === null) return
    // When the server does not answer, "Continue" asks for the further fields.
    update(target.form).catch(() => undefined)
  })
  document.addEventListener('submit', (event) => {
    const { target } = event
    if (!(target instanceof HTMLFormElement) || !busy.has(target)) return
    event.preventDefault()
    sent.add(target)
  })
}
