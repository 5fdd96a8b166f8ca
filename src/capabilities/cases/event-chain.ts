import { createHash } from 'node:crypto'
import type { Actor, CaseEvent } from '#core/engine'
import { canonicalJson, type Instant, type JsonObject } from '#core/kernel'

/** An event as it is kept: numbered from 1, with its actor, and chained to the one before by its hash. */
export interface KeptEvent {
  readonly seq: number
  readonly type: CaseEvent['type']
  readonly actor: JsonObject
  readonly data: JsonObject
  readonly at: Instant
  readonly hash: Buffer
}

/** Before the first event. */
export const GENESIS: Buffer = Buffer.alloc(32)

const hashOf = (before: Buffer, event: Omit<KeptEvent, 'hash'>): Buffer => {
  const { seq, type, actor, data, at } = event
  return createHash('sha256')
    .update(before)
    .update(canonicalJson({ seq, type, actor, data, at }))
    .digest()
}

/** SHA-256(previous hash || canonical JSON of the event): whoever changes one event breaks all that follow. */
export function chainEvents(
  head: { readonly version: number; readonly hash: Buffer },
  events: readonly CaseEvent[],
  actor: Actor,
  at: Instant,
): KeptEvent[] {
  let { version, hash } = head
  return events.map((event) => {
    const { type, ...data } = event
    version += 1
    const kept = {
      seq: version,
      type,
      actor: { ...actor } as JsonObject,
      data: { ...data } as JsonObject,
      at,
    }
    hash = hashOf(hash, kept)
    return { ...kept, hash }
  })
}

/**
 * The number of the first event that is missing or whose hash does not follow from the ones before, or undefined when the
 * chain is whole and ends in the hash that the state keeps as its `head`.
 */
export function brokenAt(events: readonly KeptEvent[], head: Buffer): number | undefined {
  let hash = GENESIS
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1 || !hashOf(hash, event).equals(event.hash)) return index + 1
    hash = event.hash
  }
  return hash.equals(head) ? undefined : events.length + 1
}
