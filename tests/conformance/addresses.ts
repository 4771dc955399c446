import type { EndpointId } from '#contract/endpoints.ts'

export const API = '/api/v1'

/** Where each endpoint answers, given what stands in its path. */
export const addressOf = {
  pack: `${API}/pack`,
  regions: `${API}/regions`,
  boundaries: (code: string): string => `${API}/boundaries/${code}`,
  indicators: `${API}/indicators`,
  scenes: `${API}/scenes`,
  scene: (id: string): string => `${API}/scenes/${id}`,
  /** `SCENE/PANEL` */
  panel: (place: string): string => `${API}/panels/${place}`,
  observations: `${API}/observations`,
  releases: `${API}/releases`,
  version: `${API}/version`
} satisfies Record<EndpointId, string | ((part: string) => string)>

export const withQuery = (path: string, query: Readonly<Record<string, string>>): string =>
  `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(query).toString()}`
