import { Problem } from '#contract/problem.ts'
import type { Refusal } from './remote-sessions.ts'

export const UNKNOWN: Refusal = 'unknown'

const REFUSALS: Readonly<Record<Refusal, readonly [status: number, title: string, detail: string]>> = {
  unknown: [401, '没有配对', '请重新配对'],
  expired: [401, '控制时间已到', '请重新配对'],
  left: [401, '已断开', '请重新配对'],
  taken: [409, '控制权已移交', '另一台平板已与这块大屏配对'],
  wall: [403, '不是这块大屏的控制者', '指令没有执行'],
  replayed: [422, '指令重复', '编号不大于上一条'],
  stale: [422, '指令过时', '发出的时间与服务器相差太多'],
  flood: [429, '指令太多', '请停一秒再点']
}

export function refusalProblem(refusal: Refusal): Problem {
  const [status, title, detail] = REFUSALS[refusal]
  return new Problem(status, title, detail)
}
