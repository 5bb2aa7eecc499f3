import 'server-only'
import { randomBytes } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { and, eq } from 'drizzle-orm'
import * as z from 'zod'
import { newId } from '@/lib/core/id'
import type { Transaction } from '@/lib/db/client'
import { twoFactors, users, verifications } from '@/lib/db/schema/identity'
import { getIdentity } from './identity'
import { makeRecoveryCodes, tidyRecoveryCode } from './recovery-codes'
import { codeUseId, findTimeStep } from './totp'

/** Of chance, in 24 letters; RFC 4226 (R6) asks for 16 or more. */
const SECRET_BYTES = 18
/** A used code is remembered until no clock takes it any more. */
const CODE_USE_MS = 120_000
/** Setting it up is given up after this. */
const SETUP_MS = 60 * 60 * 1000

/** Somebody's second step; kept as Better Auth keeps it, so that its sign-in can read it. */
interface SecondFactor {
  id: string
  userId: string
  /** Off until a first code was given. */
  isOn: boolean
  secret: string
  recoveryCodes: readonly string[]
  startedAt: Date
  lockedUntil: Date | null
}

const codesSchema = z.array(z.string())

async function encryptionKey() {
  return (await getIdentity().$context).secretConfig
}

async function encrypt(data: string): Promise<string> {
  return symmetricEncrypt({ key: await encryptionKey(), data })
}

/** Locks the row, so that no two requests use up the same thing. */
export async function lockSecondFactor(
  userId: string,
  tx: Transaction,
): Promise<SecondFactor | null> {
  const [row] = await tx
    .select()
    .from(twoFactors)
    .where(eq(twoFactors.userId, userId))
    .for('update')
  return row ? decrypted(row) : null
}

export async function findSecondFactor(
  userId: string,
  tx: Transaction,
): Promise<SecondFactor | null> {
  const [row] = await tx.select().from(twoFactors).where(eq(twoFactors.userId, userId))
  return row ? decrypted(row) : null
}

async function decrypted(row: typeof twoFactors.$inferSelect): Promise<SecondFactor> {
  const key = await encryptionKey()
  const codes = await symmetricDecrypt({ key, data: row.backupCodes })
  return {
    id: row.id,
    userId: row.userId,
    isOn: row.verified,
    secret: await symmetricDecrypt({ key, data: row.secret }),
    recoveryCodes: codesSchema.parse(JSON.parse(codes)),
    startedAt: timeOf(row.id),
    lockedUntil: row.lockedUntil,
  }
}

/** A UUIDv7 begins with the milliseconds of when it was made. */
const timeOf = (id: string): Date => new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16))

/** Whether it still waits for its first code. */
export const isBeingSetUp = (factor: SecondFactor, now: Date): boolean =>
  !factor.isOn && now.getTime() - factor.startedAt.getTime() < SETUP_MS

/** Begins anew, with another secret; one that is on stays as it is. */
export async function startSecondFactor(userId: string, tx: Transaction): Promise<void> {
  await dropUnfinished(userId, tx)
  const row = {
    id: newId(),
    userId,
    secret: await encrypt(randomBytes(SECRET_BYTES).toString('base64url')),
    backupCodes: await encrypt('[]'),
    verified: false,
  }
  await tx.insert(twoFactors).values(row).onConflictDoNothing({ target: twoFactors.userId })
}

export async function dropUnfinished(userId: string, tx: Transaction): Promise<void> {
  await tx
    .delete(twoFactors)
    .where(and(eq(twoFactors.userId, userId), eq(twoFactors.verified, false)))
}

/** Switches it on, with its first recovery codes. */
export async function turnOn(factor: SecondFactor, tx: Transaction): Promise<string[]> {
  await tx.update(twoFactors).set({ verified: true }).where(eq(twoFactors.id, factor.id))
  await tx.update(users).set({ twoFactorEnabled: true }).where(eq(users.id, factor.userId))
  return replaceRecoveryCodes(factor, tx)
}

/** Forgets wrong codes, which somebody else may have tried to keep the owner out. */
export async function unlockSecondFactor(userId: string, tx: Transaction): Promise<void> {
  await tx
    .update(twoFactors)
    .set({ failedVerificationCount: 0, lockedUntil: null })
    .where(eq(twoFactors.userId, userId))
}

export async function turnOff({ id, userId }: SecondFactor, tx: Transaction): Promise<void> {
  await tx.delete(twoFactors).where(eq(twoFactors.id, id))
  await tx.update(users).set({ twoFactorEnabled: false }).where(eq(users.id, userId))
}

/** New recovery codes; the older ones are worth nothing from now on. */
export async function replaceRecoveryCodes(
  { id }: SecondFactor,
  tx: Transaction,
): Promise<string[]> {
  const codes = makeRecoveryCodes()
  await saveRecoveryCodes(id, codes, tx)
  return codes
}

async function saveRecoveryCodes(
  id: string,
  codes: readonly string[],
  tx: Transaction,
): Promise<void> {
  const backupCodes = await encrypt(JSON.stringify(codes))
  await tx.update(twoFactors).set({ backupCodes }).where(eq(twoFactors.id, id))
}

/**
 * Takes a code of the authenticator app, once: `used` is one that was taken before, by whoever looked
 * over a shoulder (RFC 6238, 5.2). Of two requests with the same code one waits for the other.
 */
export async function takeCode(
  { userId, secret }: SecondFactor,
  code: string,
  { tx, now }: { tx: Transaction; now: Date },
): Promise<'taken' | 'used' | 'wrong'> {
  const step = await findTimeStep(secret, code, now)
  if (step === null) return 'wrong'
  const taken = await tx
    .insert(verifications)
    .values({
      id: codeUseId(userId, step),
      identifier: 'used-code',
      value: '',
      expiresAt: new Date(now.getTime() + CODE_USE_MS),
    })
    .onConflictDoNothing({ target: verifications.id })
    .returning({ id: verifications.id })
  return taken.length > 0 ? 'taken' : 'used'
}

/** Takes a recovery code of a locked row, once. */
export async function takeRecoveryCode(
  { id, recoveryCodes }: SecondFactor,
  typed: string,
  tx: Transaction,
): Promise<boolean> {
  const code = tidyRecoveryCode(typed)
  if (!recoveryCodes.includes(code)) return false
  const left = recoveryCodes.filter((each) => each !== code)
  await saveRecoveryCodes(id, left, tx)
  return true
}
