// Run after every change of dependencies: `node scripts/complete-lockfile.mjs`.
// A registry mirror may serve the binaries of one platform only; npm then leaves the others out of the
// lockfile, and `npm ci` refuses it everywhere. Their versions are fixed by the package that wants them,
// so the entries can be completed without asking anyone. npm skips them where os or cpu differ.
import { readFileSync, writeFileSync } from 'node:fs'

const OS = ['darwin', 'linux', 'win32', 'freebsd', 'netbsd', 'openbsd', 'sunos', 'aix', 'android', 'openharmony']
const CPU = ['x64', 'arm64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']

/** What the name tells: `@oxfmt/binding-linux-arm64-musl` is for linux, arm64, musl. */
function platformOf(name) {
  const words = name.split(/[/@_-]/)
  const os = OS.filter((word) => words.includes(word) || (word === 'linux' && words.includes('linuxmusl')))
  const cpu = CPU.filter((word) => words.some((part) => part === word || part.startsWith(`${word}gnu`) || part.startsWith(`${word}musl`)))
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.some((word) => word === 'gnu') ? ['glibc'] : []
  return { ...(cpu.length > 0 ? { cpu } : {}), ...(libc.length > 0 ? { libc } : {}), ...(os.length > 0 ? { os } : {}) }
}

/** Where npm would look for `name` from the package at `path`. */
function isLocked(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/')))) {
    const prefix = at === '' ? '' : at.endsWith('/') ? at : `${at}/`
    if (packages[`${prefix}node_modules/${name}`] !== undefined) return true
    if (at === '') return false
    if (!at.includes('node_modules/')) return false
  }
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const added = []
for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (path === '' || isLocked(lock.packages, path, name)) continue
    lock.packages[`node_modules/${name}`] = { version: range.replace(/^[~^]/, ''), optional: true, ...platformOf(name) }
    added.push(name)
  }
}
const sorted = Object.keys(lock.packages).toSorted((a, b) => a.localeCompare(b, 'en'))
lock.packages = Object.fromEntries(sorted.map((path) => [path, lock.packages[path]]))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added.length} entries added`)
