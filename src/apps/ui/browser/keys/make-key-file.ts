import { BmpString, OctetString } from 'asn1js'
import {
  Attribute,
  type BagType,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  CertificationRequest,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs'

const FRIENDLY_NAME = '1.2.840.113549.1.9.20'
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21'
const SHROUDED_KEY = '1.2.840.113549.1.12.10.1.2'
const CERTIFICATE = '1.2.840.113549.1.12.10.1.3'
/** PBKDF2-HMAC-SHA-256 (OWASP 2023); the MAC's own derivation is slower per round, so it has fewer. */
const KEY_ROUNDS = 600_000
const MAC_ROUNDS = 20_000

const EC = { name: 'ECDSA', namedCurve: 'P-256' }

/** A new key pair on P-256. It can be exported once, into the key file. */
export const generateKeys = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(EC, true, ['sign', 'verify'])

/** PKCS#10 (RFC 2986): proof that whoever asks holds the key. The authority writes the subject itself. */
export async function certificateRequest(keys: CryptoKeyPair): Promise<ArrayBuffer> {
  const request = new CertificationRequest()
  await request.subjectPublicKeyInfo.importKey(keys.publicKey)
  request.attributes = []
  await request.sign(keys.privateKey, 'SHA-256')
  return request.toSchema(true).toBER(false)
}

export interface KeyFile {
  readonly privateKey: CryptoKey
  /** DER. */
  readonly certificate: ArrayBuffer
  /** Issuing CA and root, DER. */
  readonly chain: readonly ArrayBuffer[]
  readonly password: string
  /** What other programs show as the name of the key. */
  readonly label: string
}

const encrypted = (password: ArrayBuffer) => ({
  password,
  // pkijs fills the vector in by itself.
  contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 } as AesCbcParams & { length: number },
  hmacHashAlgorithm: 'SHA-256',
  iterationCount: KEY_ROUNDS,
})

const bagOf = (bagId: string, bagValue: BagType, bagAttributes?: Attribute[]): SafeBag =>
  new SafeBag({ bagId, bagValue, ...(bagAttributes === undefined ? {} : { bagAttributes }) })

const certificateBag = (der: ArrayBuffer, attributes?: Attribute[]): SafeBag =>
  bagOf(CERTIFICATE, new CertBag({ parsedValue: Certificate.fromBER(der) }), attributes)

function marks(label: string, id: ArrayBuffer): Attribute[] {
  return [
    new Attribute({ type: FRIENDLY_NAME, values: [new BmpString({ value: label })] }),
    new Attribute({ type: LOCAL_KEY_ID, values: [new OctetString({ valueHex: id })] }),
  ]
}

/** PKCS#12 (RFC 7292): key and certificates under PBES2 with AES-256, MAC with SHA-256. OpenSSL 3 opens it. */
export async function makeKeyFile(file: KeyFile): Promise<ArrayBuffer> {
  const password = new TextEncoder().encode(file.password).buffer
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', file.privateKey)
  const shrouded = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(pkcs8) })
  await shrouded.makeInternalValues(encrypted(password))
  const id = await crypto.subtle.digest('SHA-256', file.certificate)
  const safeOf = (privacyMode: 0 | 1, safeBags: SafeBag[]) => ({
    privacyMode,
    value: new SafeContents({ safeBags }),
  })
  const authenticatedSafe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        safeOf(0, [bagOf(SHROUDED_KEY, shrouded, marks(file.label, id))]),
        safeOf(1, [
          certificateBag(file.certificate, marks(file.label, id)),
          ...file.chain.map((der) => certificateBag(der)),
        ]),
      ],
    },
  })
  await authenticatedSafe.makeInternalValues({ safeContents: [{}, encrypted(password)] })
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } })
  await pfx.makeInternalValues({
    password,
    iterations: MAC_ROUNDS,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  })
  return pfx.toSchema().toBER(false)
}
