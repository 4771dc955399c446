import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]
const MINIMUM = 1024
const COMPRESSIBLE = /\.(js|css|html|svg|json|txt|map)$/

async function compressFile(file) {
  const { size, mtimeMs } = await stat(file)
  const done = await stat(`${file}.br`).catch(() => undefined)
  if (size < MINIMUM || (done !== undefined && done.mtimeMs >= mtimeMs)) return
  const text = await readFile(file)
  await writeFile(`${file}.gz`, await zip(text, { level: 9 }))
  await writeFile(`${file}.br`, await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }))
}

/** Lays .br and .gz beside each file that is worth it, once and not at each request. */
export async function compressFolder(folder) {
  const names = await readdir(folder, { recursive: true })
  await Promise.all(names.filter((name) => COMPRESSIBLE.test(name)).map((name) => compressFile(join(folder, name))))
}
