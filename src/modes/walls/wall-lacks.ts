import type { WallLine } from '#contract/walls.ts'

/** What a wall does without, and what that will lead to. */
export function lacksOf({ secure, offlineReady, storage, awake }: WallLine): string[] {
  const lacks: readonly (readonly [boolean, string])[] = [
    [!secure, '未用 https：断网重启后打不开，屏幕可能自动息屏'],
    [secure && !offlineReady, '离线页面还没备好：现在断网重启会打不开'],
    [!storage, '浏览器不许存数据：断网重启后没有上次的数据'],
    [secure && !awake, '没有拿到防息屏锁：屏幕可能自动息屏']
  ]
  return lacks.flatMap(([holds, words]) => (holds ? words : []))
}
