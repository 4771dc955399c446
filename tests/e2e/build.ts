import { execFileSync } from 'node:child_process'

/** What the tests open is what `npm start` serves: built once before them. */
export default function build(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] })
}
