export { type CrlCacheOptions, createCrlCache, type Revocations } from './crl-cache.ts'
export { createSeal, type SealOptions } from './create-seal.ts'
