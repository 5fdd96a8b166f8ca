import { KeyFailure } from './key-failure.ts'

/** The texts that the server wrote for a module, by name, in the language of the page. */
export type Texts = Readonly<Record<string, string>>

export const textsOf = (root: HTMLElement): Texts =>
  JSON.parse(root.dataset['texts'] ?? '{}') as Texts

/** The element of a module by its `data-part`. @throws Error when the page lacks it: page and script do not fit. */
export function part<E extends HTMLElement>(root: HTMLElement, name: string, type: new () => E): E {
  const found = root.querySelector(`[data-part="${name}"]`)
  if (!(found instanceof type)) throw new Error(`the page has no part ${name}`)
  return found
}

/** Says what went wrong, at once to a screen reader, and leads the focus there. */
export function showFailure(box: HTMLElement, texts: Texts, error: unknown): void {
  const reason = error instanceof KeyFailure ? error.reason : 'unexpected'
  box.replaceChildren(document.createTextNode(texts[reason] ?? texts['unexpected'] ?? reason))
  box.hidden = false
  box.tabIndex = -1
  box.focus()
}

export function hide(...elements: readonly HTMLElement[]): void {
  for (const element of elements) element.hidden = true
}

/** An old failure must not stand beside a new success. */
export function clearFailure(box: HTMLElement): void {
  box.replaceChildren()
  box.hidden = true
}

/** While something runs the button says so and takes no second click. */
export async function whileBusy(button: HTMLButtonElement, work: () => Promise<void>) {
  if (button.getAttribute('aria-disabled') === 'true') return
  button.setAttribute('aria-disabled', 'true')
  try {
    await work()
  } finally {
    button.removeAttribute('aria-disabled')
  }
}
