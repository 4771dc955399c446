import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inRoot } from './paths.mjs'
import { parts } from './parts.mjs'

const STAMP = inRoot('dist/.stamp')

/** Tests change nothing that is built. */
const counts = (name) => !/\.test\.tsx?$/.test(name)

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter(counts)
    .toSorted()
    .flatMap((name) => filesUnder(join(path, name)))
}

export function hashInputs(part) {
  const hash = createHash('sha256')
  for (const file of parts[part].inputs.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'))
  } catch {
    return {}
  }
}

/** The parts whose inputs have changed since they were made, or whose output is gone. */
export function staleParts(names = Object.keys(parts)) {
  const stamp = readStamp()
  return names.filter((part) => !existsSync(parts[part].output) || stamp[part] !== hashInputs(part))
}

export function stampPart(part, hash) {
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, `${JSON.stringify({ ...readStamp(), [part]: hash }, null, 1)}\n`)
}
