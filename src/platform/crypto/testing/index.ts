export { createOpenSsl, pem, type OpenSsl } from './openssl.ts'
export {
  certify,
  createTestAuthority,
  signingPurpose,
  testNow,
  type Holder,
  type HolderInput,
  type TestAuthority,
} from './test-authority.ts'
