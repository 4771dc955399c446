import type { Fault } from './fault.ts'
import { body } from './faults/body.ts'
import { clock } from './faults/clock.ts'
import { connection } from './faults/connection.ts'
import { dead } from './faults/dead.ts'
import { events } from './faults/events.ts'
import { order } from './faults/order.ts'
import { page } from './faults/page.ts'
import { shape } from './faults/shape.ts'
import { status } from './faults/status.ts'

/** All of them, in the order of the report. */
export const faults: readonly Fault[] = [...status, ...connection, ...body, ...shape, ...order, ...events, ...dead, ...page, ...clock]

export function faultNamed(name: string): Fault {
  const found = faults.find((fault) => fault.name === name)
  if (found === undefined) throw new Error(`no fault ${name}`)
  return found
}
