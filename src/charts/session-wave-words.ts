import { openTotal, type SessionWaveModel } from './session-wave.ts'

/** What the marks mean, for those that are drawn. */
export function meaning(wave: SessionWaveModel): string {
  const { sessions, split, indicator, unit } = wave
  if (!split) return indicator === null ? '一个半月为一期' : '一个半月形为一期，分期诉求数未公布'
  const [demo, solid] = [sessions.some((one) => one.demo), sessions.some((one) => !one.demo && (one.rings ?? 0) > 0)]
  const answered = demo && solid ? '圈内有点或实心为已答复' : solid ? '实心为已答复' : '圈内有点为已答复'
  const open = openTotal(wave)
  return `一圈一个诉求，${answered}，空圈为办理中${open === null ? '' : `，共${open}${unit}`}；上半月、下半月交替起伏`
}
