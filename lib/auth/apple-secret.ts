import { createPrivateKey, sign } from 'node:crypto'

const LIFETIME_SECONDS = 300

interface AppleKeys {
  clientId: string
  teamId: string
  keyId: string
  /** PEM of a P-256 key. */
  privateKey: string
}

/**
 * The client secret Apple asks for: a JWT signed with ES256. Made anew for each sign-in and good for
 * five minutes, so that nobody has to renew one by hand every half year.
 * https://developer.apple.com/documentation/accountorganizationaldatasharing/creating-a-client-secret
 */
export function makeAppleSecret(keys: AppleKeys, now = new Date()): string {
  const issuedAt = Math.floor(now.getTime() / 1000)
  const header = { alg: 'ES256', kid: keys.keyId, typ: 'JWT' }
  const claims = {
    iss: keys.teamId,
    iat: issuedAt,
    exp: issuedAt + LIFETIME_SECONDS,
    aud: 'https://appleid.apple.com',
    sub: keys.clientId,
  }
  const signed = [header, claims].map(encode).join('.')
  const key = createPrivateKey(keys.privateKey)
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
  return `${signed}.${signature.toString('base64url')}`
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
