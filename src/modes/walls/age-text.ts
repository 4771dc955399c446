const STEPS = [
  [86_400_000, '天'],
  [3_600_000, '小时'],
  [60_000, '分钟'],
  [1_000, '秒']
] as const

/** A span of milliseconds in its largest whole unit: `12 秒`, `3 分钟`, `2 小时`, `5 天`. */
export function spanText(milliseconds: number): string {
  const span = Math.max(0, milliseconds)
  const [size, unit] = STEPS.find(([step]) => span >= step) ?? [1_000, '秒']
  return `${Math.floor(span / size)} ${unit}`
}

export const sinceText = (iso: string, now: number): string => `${spanText(now - Date.parse(iso))}前`
