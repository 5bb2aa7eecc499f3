import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { getEnv } from '@/lib/env'

interface Behaviour {
  /** Whether it asks for a finger, a face or a PIN. */
  verifies?: boolean
  /** Where the browser says the page is from. */
  origin?: string
}

const PRESENT = 0x01
const VERIFIED = 0x04
const BACKED_UP = 0x18
const HAS_KEY = 0x40

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest()
const web = (bytes: Buffer): string => bytes.toString('base64url')

/** A device with one passkey, answering as a browser passes it on (WebAuthn 3, 5.1 and 6.1). */
export function createAuthenticator(behaviour: Behaviour = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let userHandle = ''

  const clientData = (type: string, challenge: string): Buffer =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge,
        origin: behaviour.origin ?? new URL(getEnv().APP_URL).origin,
      }),
    )

  const head = (rpId: string, flags: number): Buffer =>
    Buffer.concat([
      sha256(rpId),
      Buffer.from([flags | PRESENT | BACKED_UP | (behaviour.verifies === false ? 0 : VERIFIED)]),
      Buffer.alloc(4),
    ])

  /** RFC 9053, 7.1: an elliptic curve key for ES256. */
  function coseKey(): Uint8Array {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const [key, point] = [
      new Map<number, number | Uint8Array>(),
      (part: string) => Buffer.from(part, 'base64url'),
    ]
    for (const [label, value] of [
      [1, 2],
      [3, -7],
      [-1, 1],
    ] as const)
      key.set(label, value)
    return isoCBOR.encode(key.set(-2, point(x)).set(-3, point(y)))
  }

  const credential = {
    ...{ id: web(id), rawId: web(id), type: 'public-key' as const },
    clientExtensionResults: {},
  }

  return {
    /** What the form sends once the device has made its passkey. */
    create({ challenge, rp, user }: PublicKeyCredentialCreationOptionsJSON): string {
      userHandle = user.id
      const length = Buffer.from([0, id.length])
      const authData = Buffer.concat([
        ...[head(rp.id ?? '', HAS_KEY), Buffer.alloc(16), length, id, coseKey()],
      ])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      const response = {
        clientDataJSON: web(clientData('webauthn.create', challenge)),
        attestationObject: web(Buffer.from(isoCBOR.encode(attestation as never))),
        transports: ['internal'],
      }
      return JSON.stringify({ ...credential, response })
    },
    /** What the form sends once the device has signed. */
    get({ challenge, rpId = '' }: PublicKeyCredentialRequestOptionsJSON): string {
      const authData = head(rpId, 0)
      const said = clientData('webauthn.get', challenge)
      const signature = sign('sha256', Buffer.concat([authData, sha256(said)]), privateKey)
      const response = {
        ...{ clientDataJSON: web(said), authenticatorData: web(authData) },
        ...{ signature: web(signature), userHandle },
      }
      return JSON.stringify({ ...credential, response })
    },
  }
}
