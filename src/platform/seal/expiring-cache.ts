import type { Instant } from '#core/kernel'

/** A small map whose entries end; the oldest entry leaves when it is full. */
export interface ExpiringCache<T> {
  get(key: string, now: Instant): T | undefined
  set(key: string, value: T, until: Instant): void
}

export function createExpiringCache<T>(limit: number): ExpiringCache<T> {
  const entries = new Map<string, { readonly value: T; readonly until: Instant }>()
  return {
    get(key, now) {
      const entry = entries.get(key)
      return entry !== undefined && entry.until > now ? entry.value : undefined
    },
    set(key, value, until) {
      entries.delete(key)
      const oldest = entries.keys().next()
      if (entries.size >= limit && oldest.done !== true) entries.delete(oldest.value)
      entries.set(key, { value, until })
    },
  }
}
