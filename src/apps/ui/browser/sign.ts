import {
  type CertificateFacts,
  certificateFacts,
  checkSigner,
  clearFailure,
  fromBase64,
  hide,
  KeyFailure,
  type OpenedKey,
  openKeyFile,
  part,
  showFailure,
  signDetached,
  type Texts,
  textsOf,
  toBase64,
  toHex,
  whileBusy,
} from './keys/index.ts'

/**
 * The signing dialogue: the person chooses a key file and types its password; the certificate is shown; then the exact
 * bytes of the document are signed here. The file, the key and the password stay in the browser: only the signature is sent.
 */
interface Dialogue {
  readonly root: HTMLElement
  readonly texts: Texts
  readonly file: HTMLInputElement
  readonly password: HTMLInputElement
  readonly failure: HTMLElement
  readonly certificate: HTMLElement
  readonly content: Uint8Array<ArrayBuffer>
  opened?: OpenedKey | undefined
}

async function readKey(dialogue: Dialogue): Promise<OpenedKey> {
  const chosen = dialogue.file.files?.[0]
  if (chosen === undefined) throw new KeyFailure('no-file')
  if (chosen.size > 256 * 1024) throw new KeyFailure('too-big')
  return openKeyFile(await chosen.arrayBuffer(), dialogue.password.value)
}

function showCertificate(dialogue: Dialogue, facts: CertificateFacts): void {
  const day = (date: Date): string => date.toLocaleDateString('ru-KZ', { timeZone: 'Asia/Almaty' })
  const values: Readonly<Record<string, string>> = {
    owner: facts.owner,
    number: [facts.iin, facts.bin].filter((one) => one !== undefined).join(' / '),
    organisation: facts.organisation ?? '—',
    validity: `${day(facts.notBefore)} – ${day(facts.notAfter)}`,
    usage: dialogue.texts[facts.signs ? 'usage-sign' : 'usage-other'] ?? '',
    serial: facts.serial,
  }
  for (const [name, value] of Object.entries(values)) {
    const place = dialogue.certificate.querySelector(`[data-fact="${name}"]`)
    if (place !== null) place.textContent = value
  }
  dialogue.certificate.hidden = false
}

async function open(dialogue: Dialogue): Promise<void> {
  clearFailure(dialogue.failure)
  hide(dialogue.certificate)
  dialogue.opened = undefined
  const opened = await readKey(dialogue)
  const facts = certificateFacts(opened.certificate)
  showCertificate(dialogue, facts)
  const { iin = '', bin } = dialogue.root.dataset
  checkSigner(facts, { iin, bin }, new Date())
  dialogue.opened = opened
  dialogue.password.value = ''
  const button = part(dialogue.root, 'sign', HTMLButtonElement)
  button.hidden = false
  // What else the form asks for comes before signing: a new password.
  const asked = part(dialogue.root, 'form', HTMLFormElement).querySelector<HTMLElement>(
    'input:not([type=hidden])',
  )
  const next = asked ?? button
  next.focus()
}

/** What is signed must be what was shown: the hash on the page is checked against the bytes that came with it. */
async function checkContent(dialogue: Dialogue): Promise<void> {
  const hash = toHex(await crypto.subtle.digest('SHA-256', dialogue.content))
  if (hash !== dialogue.root.dataset['sha256']) throw new KeyFailure('content-changed')
}

async function sign(dialogue: Dialogue): Promise<void> {
  if (dialogue.opened === undefined) return
  await checkContent(dialogue)
  const cms = await signDetached(dialogue.opened, dialogue.content, new Date())
  part(dialogue.root, 'cms', HTMLInputElement).value = toBase64(cms)
  const form = part(dialogue.root, 'form', HTMLFormElement)
  form.submit()
}

/** A key that is chosen anew must be opened anew. */
function forget(dialogue: Dialogue): void {
  dialogue.opened = undefined
  clearFailure(dialogue.failure)
  hide(dialogue.certificate, part(dialogue.root, 'sign', HTMLButtonElement))
}

function start(root: HTMLElement): void {
  const dialogue: Dialogue = {
    root,
    texts: textsOf(root),
    file: part(root, 'file', HTMLInputElement),
    password: part(root, 'password', HTMLInputElement),
    failure: part(root, 'failure', HTMLElement),
    certificate: part(root, 'certificate', HTMLElement),
    content: fromBase64(root.dataset['content'] ?? ''),
  }
  const fail = (error: unknown): void => {
    hide(part(root, 'sign', HTMLButtonElement))
    showFailure(dialogue.failure, dialogue.texts, error)
  }
  const openButton = part(root, 'open', HTMLButtonElement)
  const tryOpen = (): void => void whileBusy(openButton, () => open(dialogue)).catch(fail)
  openButton.addEventListener('click', tryOpen)
  dialogue.file.addEventListener('change', () => forget(dialogue))
  dialogue.password.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    tryOpen()
  })
  const signButton = part(root, 'sign', HTMLButtonElement)
  signButton.addEventListener('click', () => {
    whileBusy(signButton, () => sign(dialogue)).catch(fail)
  })
  part(root, 'dialogue', HTMLElement).hidden = false
}

for (const root of document.querySelectorAll('[data-module="q-sign"]')) {
  if (root instanceof HTMLElement) start(root)
}
