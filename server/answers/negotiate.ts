export type Encoding = 'br' | 'gzip' | 'identity'

/** In the server's order of liking. */
const OFFERED: readonly Encoding[] = ['br', 'gzip', 'identity']

function weights(header: string): ReadonlyMap<string, number> {
  return new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='))
      const weight = q === undefined ? 1 : Number(q.slice(2))
      return [name.trim(), Number.isFinite(weight) ? weight : 0]
    })
  )
}

/** Accept-Encoding after RFC 9110: the highest weight wins, ties go to the smaller body. Identity is the last resort. */
export function negotiate(header: string | undefined): Encoding {
  if (header === undefined || header.trim() === '') return 'identity'
  const asked = weights(header)
  /* Identity is always acceptable, but nobody who names a compression without it prefers it. */
  const weigh = (encoding: Encoding): number => asked.get(encoding) ?? (encoding === 'identity' ? 0.0001 : (asked.get('*') ?? 0))
  const best = OFFERED.reduce((a, b) => (weigh(b) > weigh(a) ? b : a))
  return weigh(best) > 0 ? best : 'identity'
}
