/**
 * PGlite blocks its thread while it works, so it has this one to itself. It imports nothing of ours.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

interface Request {
  readonly id: number
  /** Absent: close the database. */
  readonly text?: string
  readonly values?: unknown[]
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const database = await PGlite.create(String(workerData))

async function answer({ text, values }: Request): Promise<unknown> {
  if (text === undefined) return database.close()
  return (await database.query(text, values ?? [])).rows
}

parentPort?.on('message', (request: Request) => {
  answer(request).then(
    (rows) => parentPort?.postMessage({ id: request.id, rows: rows ?? [] }),
    (error: unknown) => parentPort?.postMessage({ id: request.id, error: messageOf(error) })
  )
})
parentPort?.postMessage({ id: 0, rows: [] })
