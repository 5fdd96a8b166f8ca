import { randomUUID } from 'node:crypto'
import type { DocumentRequest } from '#capabilities/documents'
import { parseExample } from '#capabilities/regulations'
import { dayOf, type Iin, instant } from '#core/kernel'
import type { Edition } from '#core/regulation'
import { documentsOfExample } from '../../src/main/example-documents.ts'
import { rate, round } from '../measure.ts'
import type { Scene } from '../parts/certificates.ts'
import type { Part } from '../report.ts'
import type { SideEntrance } from '../side-entrance.ts'
import { finishedByKind } from './finished-by-kind.ts'

const EACH_MS = 3000
const LANES = 4
const OWNER = { kind: 'person', iin: '810203400011' as Iin } as const

/** A document as it is asked for, but for its key and its case. */
type Kind = Omit<DocumentRequest, 'key' | 'caseId'>

/** One document of each kind that the edition issues, as a golden example fills it. */
function kindsOf({ backend }: SideEntrance, edition: Edition): Kind[] {
  const found = new Map<string, Kind>()
  for (const { text } of backend.regulations.examples(edition.ref)) {
    const previews = documentsOfExample(edition, parseExample(text), backend)
    for (const [document, { day: _day, ...printed }] of previews) {
      const data = edition.documents[document]
      if (data === undefined) throw new Error(`${edition.ref} has no ${document}`)
      const barcode = Object.keys(data.barcode).map((id) => [id, printed.data[id] ?? ''])
      found.set(document, {
        ...printed,
        service: edition.service,
        edition: edition.ref,
        document,
        barcode: Object.fromEntries(barcode),
        owner: OWNER,
        ownerName: 'СЫНАҚОВА САЯ',
        seal: backend.bodies.find(data.seal, undefined).seal,
      })
    }
  }
  return [...found.values()]
}

/** A receipt belongs to no edition: payments issue it. */
function receipt({ backend }: SideEntrance): Kind {
  const { body, seal } = backend.bodies.find('e-government', undefined)
  const text = { kk: 'Мемлекеттік баж', ru: 'Государственная пошлина', en: 'State duty' }
  return {
    service: 'payments.receipt',
    edition: 'payments.receipt',
    document: 'receipt',
    templateDir: '_shared',
    template: 'receipt.typ',
    title: text,
    body,
    data: {
      duty: text,
      service: text,
      request: '10100012345678',
      payer: 'СЫНАҚОВА САЯ',
      payerNumber: OWNER.iin,
      amount: '1 000 ₸',
      paidOn: '2026-01-05',
      paidAt: '09:00',
      card: '4400 43** **** 0015',
      payment: '12345678',
    },
    phrases: {},
    barcode: { amount: 1000, payment: '12345678', paidAt: '2026-01-05T04:00:00.000Z' },
    owner: OWNER,
    ownerName: 'СЫНАҚОВА САЯ',
    seal,
    language: 'kk',
  }
}

async function issueOne({ backend }: SideEntrance, kind: Kind): Promise<number> {
  const issued = await backend.documents.issue({
    ...kind,
    key: `bench/${randomUUID()}`,
    caseId: randomUUID(),
  })
  if (!issued.ok) throw new Error(`${kind.edition} ${kind.document}: ${issued.error.code}`)
  return 1
}

const more = (name: string, value: number) =>
  ({ name, unit: '1/s', value, better: 'more' }) as const

/**
 * The whole way of what can be ordered without officials; then every kind of document alone: rendered as PDF/A, sealed,
 * time-stamped and registered, so many a second by one rendering thread.
 */
export async function documentsByKind(scene: Scene): Promise<Part> {
  const { entrance } = scene
  const { regulations } = entrance.backend
  const finished = await finishedByKind(scene)
  const today = dayOf(instant(new Date()))
  const editions = regulations.services().flatMap(({ id }) => regulations.inForce(id, today) ?? [])
  const kinds = [...editions.flatMap((edition) => kindsOf(entrance, edition)), receipt(entrance)]
  const issued: Record<string, number> = {}
  for (const kind of kinds) {
    await issueOne(entrance, kind)
    issued[`${kind.service} ${kind.document}`] = round(
      await rate(LANES, EACH_MS, () => issueOne(entrance, kind)),
    )
  }
  return {
    figures: [
      ...Object.entries(finished).map(([kind, { perSecond }]) =>
        more(`finished, ${kind}`, perSecond),
      ),
      ...Object.entries(issued).map(([kind, perSecond]) =>
        more(`documents issued, ${kind}`, perSecond),
      ),
    ],
    details: { lanes: LANES, finished },
  }
}
