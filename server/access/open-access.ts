import { makeFolder } from '#server/data-dir/prepare-folder.ts'
import { accessFolderIn, devicesFileIn, followDevices } from './devices-file.ts'
import type { AccessOptions } from './guard.ts'
import { createTokens } from './tokens.ts'
import { openUsedTickets, usedTicketsFileIn } from './used-tickets.ts'

interface OpenOptions {
  readonly secret: string
  readonly dataDir: string
  readonly log: (error: unknown) => void
}

/** What the gate needs to know, from the folder. @throws Failure for a folder that cannot be made. */
export async function openAccess({ secret, dataDir, log }: OpenOptions): Promise<AccessOptions> {
  await makeFolder(accessFolderIn(dataDir))
  return {
    tokens: createTokens(secret),
    devices: followDevices(devicesFileIn(dataDir), log),
    tickets: await openUsedTickets({ path: usedTicketsFileIn(dataDir), log })
  }
}
