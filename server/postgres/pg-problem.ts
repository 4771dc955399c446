import { Problem } from '#contract/problem.ts'
import { Failure } from '#server/messages/failure.ts'
import { CommitUnknown, DatabaseFull } from './pg-errors.ts'

function inPublic(error: Failure): Problem {
  if (error instanceof CommitUnknown) return new Problem(503, '数据库在发布时断开', '不能确定这一版是否已经发布，请先查看 /api/v1/releases，再决定是否重试')
  if (error instanceof DatabaseFull) return new Problem(507, '数据库磁盘已满', '这次没有发布，原有数据没有改动，请腾出空间后再发布一次')
  return new Problem(503, '数据库暂不可用', '原有数据没有改动，请稍后再试')
}

/** The sentence names servers and users, so whoever asks over HTTP gets another; the cause is for the operator. */
export const problemOf = (error: unknown): unknown => (error instanceof Failure ? Object.assign(inPublic(error), { cause: error }) : error)
