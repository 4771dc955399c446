import { messageOf } from '#server/messages/failure.ts'

export interface Outage {
  readonly begins: (error: unknown) => void
  readonly ends: () => void
}

/** One line when the database is lost and one when it is back, however often it is tried in between. */
export function createOutage(log: (message: string) => void): Outage {
  let away = false
  return {
    begins: (error) => {
      if (!away) log(`数据库暂时不可用，继续展示已有的版本：${messageOf(error)}`)
      away = true
    },
    ends: () => {
      if (away) log('数据库已恢复。')
      away = false
    }
  }
}
