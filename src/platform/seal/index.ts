export { createSeal, type SealOptions } from './create-seal.ts'
