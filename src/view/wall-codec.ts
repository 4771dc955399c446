import type { WallStop } from '#contract/wall.ts'
export interface WallView { readonly play?: readonly WallStop[]; readonly name?: string; readonly theme?: 'ink' | 'hong' | 'paper'; readonly pin?: unknown; readonly waits?: Readonly<Record<string, number>> }
export const parseWallView = (search: string): WallView => {
  const query = new URLSearchParams(search)
  const play = (query.get('play') ?? '').split(',').filter((x) => x !== '').map((x) => { const [scene = '', seconds] = x.split(':'); return { scene, ...(seconds === undefined ? {} : { seconds: Number(seconds) }) } })
  const waits = Object.fromEntries((query.get('waits') ?? '').split(',').filter((x) => x !== '').map((x) => [x.split(':')[0] ?? '', Number(x.split(':')[1])]))
  return { play: play.length > 0 ? play : undefined, name: query.get('name') ?? undefined, waits }
}
