import type { EmbedScope } from '#contract/embed-session.ts'
import { parseEmbed, type Wanted } from './address.ts'

/** What a session may show, read as an address is: a token fixes it, whatever the page's own address says. */
export function wantedBy({ panel, scene, params }: EmbedScope): Wanted | undefined {
  const path = panel === undefined ? `/embed/scene/${scene ?? ''}` : `/embed/panel/${panel}`
  return parseEmbed(path, new URLSearchParams(Object.entries(params).map(([key, value]) => [key, String(value)])).toString())
}
