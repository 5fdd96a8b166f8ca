import {
  certificateRequest,
  clearFailure,
  fromBase64,
  generateKeys,
  hide,
  KeyFailure,
  makeKeyFile,
  part,
  showFailure,
  type Texts,
  textsOf,
  toBase64,
  whileBusy,
} from '#apps/ui/browser/keys'

/**
 * "Get a key": the pair is made here, only the certificate request is sent, and the key file is put together here from the
 * certificate that comes back. The state never has the private key.
 */
interface Dialogue {
  readonly root: HTMLElement
  readonly texts: Texts
  readonly password: HTMLInputElement
  readonly repeat: HTMLInputElement
  readonly failure: HTMLElement
  readonly done: HTMLElement
}

interface Issued {
  readonly certificate: string
  readonly chain: readonly string[]
  readonly fileName: string
  readonly label: string
}

class PasswordFailure extends KeyFailure {}

function passwordOf(dialogue: Dialogue): string {
  const { password, repeat, texts } = dialogue
  const shortest = Number(dialogue.root.dataset['passwordMin'] ?? '10')
  const complain = (text: string | undefined): never => {
    dialogue.failure.textContent = text ?? ''
    dialogue.failure.hidden = false
    password.focus()
    throw new PasswordFailure('wrong-password')
  }
  if (Array.from(password.value).length < shortest) complain(texts['password-short'])
  if (password.value !== repeat.value) complain(texts['passwords-differ'])
  return password.value
}

async function askCertificate(dialogue: Dialogue, request: ArrayBuffer): Promise<Issued> {
  const form = part(dialogue.root, 'form', HTMLFormElement)
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') body.set(name, value)
  body.set('request', toBase64(request))
  const answer = await fetch(form.action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  })
  if (!answer.ok) {
    const told = (await answer.json().catch(() => ({}))) as { error?: { text?: string } }
    throw new Error(told.error?.text ?? dialogue.texts['unexpected'] ?? '')
  }
  return (await answer.json()) as Issued
}

function offer(dialogue: Dialogue, file: ArrayBuffer, name: string): void {
  const link = part(dialogue.root, 'download', HTMLAnchorElement)
  link.href = URL.createObjectURL(new Blob([file], { type: 'application/x-pkcs12' }))
  link.download = name
  hide(part(dialogue.root, 'dialogue', HTMLElement), dialogue.failure)
  dialogue.done.hidden = false
  dialogue.done.tabIndex = -1
  dialogue.done.focus()
  link.click()
}

async function makeKey(dialogue: Dialogue): Promise<void> {
  clearFailure(dialogue.failure)
  const password = passwordOf(dialogue)
  const keys = await generateKeys()
  const issued = await askCertificate(dialogue, await certificateRequest(keys))
  const file = await makeKeyFile({
    privateKey: keys.privateKey,
    certificate: fromBase64(issued.certificate).buffer,
    chain: issued.chain.map((der) => fromBase64(der).buffer),
    password,
    label: issued.label,
  })
  dialogue.password.value = ''
  dialogue.repeat.value = ''
  offer(dialogue, file, issued.fileName)
}

function start(root: HTMLElement): void {
  const dialogue: Dialogue = {
    root,
    texts: textsOf(root),
    password: part(root, 'password', HTMLInputElement),
    repeat: part(root, 'repeat', HTMLInputElement),
    failure: part(root, 'failure', HTMLElement),
    done: part(root, 'done', HTMLElement),
  }
  const button = part(root, 'make', HTMLButtonElement)
  const fail = (error: unknown): void => {
    if (error instanceof PasswordFailure) return
    const told = error instanceof KeyFailure ? {} : { unexpected: (error as Error).message }
    showFailure(dialogue.failure, { ...dialogue.texts, ...told }, error)
  }
  part(root, 'form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault()
    whileBusy(button, () => makeKey(dialogue)).catch(fail)
  })
  part(root, 'dialogue', HTMLElement).hidden = false
}

for (const root of document.querySelectorAll('[data-module="q-get-key"]')) {
  if (root instanceof HTMLElement) start(root)
}
