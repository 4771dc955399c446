import { Problem } from '#contract/problem.ts'
import { packReleaseAt, withdrawnAt, type ReleaseLine } from './as-of.ts'

/** @throws Problem when withdrawing `target` means nothing or would leave nothing to show. */
export function checkWithdrawal(releases: readonly ReleaseLine[], target: number): void {
  const next = releases.length + 1
  if (target >= next || target < 1) throw new Problem(404, '不能撤回', `没有第 ${target} 版，最新的是第 ${next - 1} 版`)
  if (withdrawnAt(releases, next).has(target)) throw new Problem(409, '不能撤回', `第 ${target} 版已经撤回`)
  const after = [...releases, { release: next, withdraws: target, hasPack: false }]
  if (packReleaseAt(after, next) === undefined) throw new Problem(409, '不能撤回', `第 ${target} 版带着唯一可用的数据包，撤回后大屏没有内容可显示`)
}
