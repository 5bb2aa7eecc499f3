import { createHash } from 'node:crypto'

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>(.+?)<\/script>/gs

/** The scripts inside a page as sources of a policy, for pages that are made with the build. */
export const inlineScripts = (html: string): string[] =>
  [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )

/**
 * What a page of ours may load and do. Scripts run by the nonce of their answer or by their own hash;
 * styles of an element are its author's, who is React.
 */
export function contentPolicy(about: {
  nonce: string
  /** Sources of inline scripts that no nonce reaches. */
  scripts: readonly string[]
  /** Origins that a form may lead to besides ours. */
  formTargets: readonly string[]
  isHttps: boolean
  isDevelopment: boolean
}): string {
  const scripts = ["'self'", `'nonce-${about.nonce}'`, ...about.scripts]
  const directives = {
    'default-src': ["'none'"],
    // React makes its development errors readable by eval.
    'script-src': about.isDevelopment ? [...scripts, "'unsafe-eval'"] : scripts,
    'script-src-attr': ["'none'"],
    'style-src': about.isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'media-src': ["'self'", 'blob:'],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'", ...about.formTargets],
    'frame-ancestors': ["'none'"],
    ...(about.isHttps ? { 'upgrade-insecure-requests': [] } : {}),
  }
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}
