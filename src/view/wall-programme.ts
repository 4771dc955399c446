import type { WallStop } from '#contract/wall.ts'
import type { WallView } from './wall-codec.ts'
export const programmeAt = ({ url, scenes }: { settings: unknown; url: WallView; now: number; openedAt: number; timeZone: string; scenes: readonly string[] }): { stops: readonly WallStop[]; pinned: { scene: string; region?: string; until: number } | null; dim: number } => ({ stops: url.play ?? scenes.map((scene) => ({ scene })), pinned: null, dim: 0 })
export const stepsOf = ({ stops, defaultSeconds }: { stops: readonly WallStop[]; children: readonly string[]; root: string; defaultSeconds: number }) => stops.map((s, i) => ({ key: `${i}:${s.scene}`, scene: s.scene, region: undefined as string | undefined, metric: s.metric, seconds: s.seconds ?? defaultSeconds }))
export const nextStep = <S extends { key: string }>(steps: readonly S[], key: string | undefined): S | undefined => steps[(steps.findIndex((s) => s.key === key) + 1) % steps.length]
