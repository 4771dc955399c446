// npm run map: what it takes is in `map/map-arguments.ts`, what it does in `map/map-command.ts`.
import { fileURLToPath } from 'node:url'
import { mapCommand } from './map/map-command.ts'
import { MapError } from './map/map-error.ts'

const packs = fileURLToPath(new URL('../packs/', import.meta.url))

try {
  for (const line of await mapCommand(process.argv.slice(2), packs)) console.log(line)
} catch (error) {
  // A mistake gets its sentence; a defect keeps its stack, or nobody could find it.
  if (!(error instanceof MapError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
