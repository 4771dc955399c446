import { Problem } from '#contract/problem.ts'

/** Told before each slide or sheet: how many are done, and of how many. Throws where the work is to be given up. */
export type Step = (done: number, of: number) => void

export const NO_STEPS: Step = () => undefined

/** Nobody waits any more for what was being made. */
export class GivenUp extends Problem {
  override name = 'GivenUp'
  constructor() {
    super(503, '已取消', '没有人再等这个文件，服务器不再生成')
  }
}
