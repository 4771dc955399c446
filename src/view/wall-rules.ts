import type { WallInterrupt, WallRule } from '#contract/wall.ts'
export const ruleReason = (_rule: WallRule, _context: unknown): string | null => null
export const dueInterrupt = (_: { interrupts: readonly WallInterrupt[]; reasons: ReadonlyMap<string, string>; lastShown: ReadonlyMap<string, number>; now: number }): WallInterrupt | null => null
