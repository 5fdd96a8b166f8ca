/**
 * Shows a change of status without a reload: the server tells the version of the case by events; on a newer one the same
 * page is fetched and its status part put in place. Without this script the button "Refresh" does the same.
 */
async function refresh(root: HTMLElement): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.querySelector('[data-module="q-live"]')
  // The page has become another one: the form is ready, or the request waits for its signature.
  if (!(fresh instanceof HTMLElement)) return location.assign(answer.url)
  const { next } = fresh.dataset
  if (next !== undefined && root.dataset['next'] === undefined) return location.assign(next)
  root.replaceChildren(...fresh.childNodes)
  root.dataset['version'] = fresh.dataset['version'] ?? ''
  root.dataset['ended'] = fresh.dataset['ended'] ?? ''
  const title = page.querySelector('title')?.textContent
  if (title) document.title = title
}

async function follow(root: HTMLElement, source: EventSource, told: string): Promise<void> {
  const { version } = JSON.parse(told) as { version: string }
  if (version === root.dataset['version']) return
  await refresh(root)
  if (root.dataset['ended'] === 'true') source.close()
}

function start(root: HTMLElement): void {
  const { events } = root.dataset
  if (events === undefined || root.dataset['ended'] === 'true') return
  const source = new EventSource(events)
  source.addEventListener('message', (event) => {
    // A failed refresh leaves the page as it is; the next event or the button will do.
    follow(root, source, String(event.data)).catch(() => undefined)
  })
  addEventListener('pagehide', () => source.close())
}

for (const root of document.querySelectorAll('[data-module="q-live"]')) {
  if (root instanceof HTMLElement) start(root)
}
