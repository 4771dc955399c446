import type { Observation } from '#contract/observation.ts'

const STATUS: Record<Observation['obsStatus'], string> = {
  A: '正常',
  P: '初步',
  E: '估算',
  F: '预计',
  B: '口径有变',
  O: '未报',
  M: '不适用',
  Q: '不予公布',
  U: '可靠性低'
}
const ORIGIN: Record<Observation['origin'], string> = { published: '已发布', reported: '已报送', demo: '演示' }

export const statusText = (status: Observation['obsStatus']): string => STATUS[status]
export const originText = (origin: Observation['origin']): string => ORIGIN[origin]

/** What stands in place of a value that is not there. Never 0, never a dash alone. */
export const absenceText = (status: Observation['obsStatus'] | undefined): string => (status === undefined ? '未公布' : STATUS[status])
