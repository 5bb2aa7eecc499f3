/** A form of a page as a browser without JavaScript sees it. */
export interface PlainForm {
  /** Sends it with what was typed; a redirect is an answer. */
  send(typed: Record<string, string>, headers?: Record<string, string>): Promise<Response>
}

/**
 * The form of a page that has the field of that name.
 * @throws Error where there is none
 */
export async function openForm(
  address: string,
  field: string,
  headers: Record<string, string> = {},
): Promise<PlainForm> {
  const page = await (await fetch(address, { headers })).text()
  const forms = page.match(/<form\b.*?<\/form>/gs) ?? []
  const form = forms.find((each) => each.includes(`name="${field}"`))
  if (!form) throw new Error(`${address} has no form with ${field}`)
  const hidden = (form.match(/<input\b[^>]*type="hidden"[^>]*>/g) ?? []).map(
    (tag) => [attribute(tag, 'name'), attribute(tag, 'value')] as const,
  )
  return {
    send: (typed, more = {}) => {
      const body = new FormData()
      for (const [name, value] of [...hidden, ...Object.entries(typed)]) body.set(name, value)
      return fetch(address, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: new URL(address).origin, ...headers, ...more },
        body,
      })
    },
  }
}

const ENTITIES: Record<string, string> = { '&quot;': '"', '&#x27;': "'", '&amp;': '&', '&lt;': '<' }

function attribute(tag: string, name: string): string {
  const [, value = ''] = new RegExp(`\\b${name}="([^"]*)"`).exec(tag) ?? []
  return value.replace(/&(?:quot|#x27|amp|lt);/g, (entity) => ENTITIES[entity] ?? entity)
}
