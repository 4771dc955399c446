import { Problem } from '#contract/problem.ts'
import { Failure, messageOf } from '#server/messages/failure.ts'

/** One sentence for what the operator can put right; a stack only for what we did not foresee. */
const textOf = (error: unknown): string => {
  if (error instanceof Failure) return error.message
  if (error instanceof Problem && error.cause instanceof Failure) return error.cause.message
  if (error instanceof Problem)
    return error.detail === undefined ? `${error.title}。` : `${error.title}：${error.detail.includes('\n') ? '\n' : ''}${error.detail}`
  return `程序内部错误，请把下面的内容交给维护人员：\n${error instanceof Error ? (error.stack ?? messageOf(error)) : String(error)}`
}

export function exitWith(error: unknown): never {
  process.stderr.write(`${textOf(error)}\n`)
  process.exit(1)
}
