import pino from 'pino'
import { getEnv } from '@/lib/env'

/** Structured log on stdout, one JSON line an event; ids only, never secrets or people's words. */
export const log = pino({ level: getEnv().LOG_LEVEL, base: null })
