import { readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { basename } from 'node:path'

/**
 * The calling thread, and it alone, gives way to whatever else wants the processor: on Linux, where threads have priorities of their
 * own. A wall often runs on the machine of its server, and its frames come first. Elsewhere nothing changes.
 */
export function giveWay(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // No such folder, or no such right: files are made as fast as ever.
  }
}
