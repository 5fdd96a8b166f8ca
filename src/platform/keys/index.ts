export { createKeyStore, type Curve, type KeyPair, type KeyStore } from './create-key-store.ts'
