import { readdirSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

const PRIORITY = constants.priority.PRIORITY_BELOW_NORMAL

const attempt = (change: () => void): void => {
  try {
    change()
  } catch {
    // Another system, or no such right: files are made as fast as ever.
  }
}

/**
 * This process gives way to whatever else wants the processor: a wall often runs on the machine of its server, and its frames come
 * first. On Linux each thread has a priority, which the later ones take over, and so has each session: between a desktop's browser
 * and a service it is the session's that counts. The caller is alone in its session.
 */
export function giveWay(): void {
  attempt(() => setPriority(PRIORITY))
  attempt(() => {
    for (const thread of readdirSync('/proc/self/task')) setPriority(Number(thread), PRIORITY)
  })
  attempt(() => writeFileSync('/proc/self/autogroup', String(PRIORITY)))
}
