import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { writeDurably } from './durable-file.ts'

/** How the publish command reaches the server that holds the folder. */
export const AdminAccess = z.object({ url: z.string(), token: z.string() })
export type AdminAccess = z.infer<typeof AdminAccess>

const fileOf = (dataDir: string): string => join(dataDir, 'admin.json')

export const newToken = (): string => randomBytes(32).toString('base64url')

/** Readable by the owner only, because the token in it lets one publish. An older file keeps its mode, so it goes first. */
export async function writeAdminFile(dataDir: string, access: AdminAccess): Promise<void> {
  await removeAdminFile(dataDir)
  await writeDurably(fileOf(dataDir), `${JSON.stringify(access)}\n`, 0o600)
}

export const removeAdminFile = (dataDir: string): Promise<void> => rm(fileOf(dataDir), { force: true })

export async function readAdminFile(dataDir: string): Promise<AdminAccess | undefined> {
  try {
    return AdminAccess.parse(JSON.parse(await readFile(fileOf(dataDir), 'utf8')))
  } catch {
    return undefined
  }
}
