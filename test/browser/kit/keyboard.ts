import type { Locator, Page } from 'playwright-core'

const MOST_STOPS = 80

async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Goes from stop to stop with Tab until the element has the focus; fails when the keyboard does not lead there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const afresh = await target.evaluate(
    ({ ownerDocument, parentElement }) =>
      ownerDocument.activeElement === ownerDocument.body && parentElement?.closest('main') !== null,
  )
  // The skip link is the first stop of a page, and leads past its menus.
  if (afresh) await pressAll(page, ['Tab', 'Enter'])
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((one) => one === one.ownerDocument.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not lead to ${target.toString()} on ${page.url()}`)
}

/** Tab to the field, then type. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, page.locator(selector))
  await page.keyboard.type(text)
}

/** Tab to a link or button and press Enter; resolves on the page that comes next. */
export async function press(page: Page, selector: string, next: string | RegExp): Promise<void> {
  await tabTo(page, page.locator(selector).first())
  await Promise.all([page.waitForURL(next), page.keyboard.press('Enter')])
}
