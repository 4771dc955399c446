import { recorder } from '#tests/soak/frames.ts'
import type { OpenWall } from '#tests/soak/wall.ts'
import type { Part } from './verdict.ts'

/** How long the page's requests of the API took since it was last asked, streams and reports aside. */
const answersOf = ({ page }: OpenWall): Promise<number[]> =>
  page.evaluate(() => {
    const all = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/v1/') && !name.includes('/events'))
    performance.clearResourceTimings()
    return all.map(({ duration }) => duration)
  })

/** Turns the wall so many times, and tells what its frames and its requests were like. */
export async function rotate(wall: OpenWall, rotations: number): Promise<Part> {
  const film = await recorder(wall)
  const [seen, answers]: [{ readonly gap: number }[], number[]] = [[], []]
  await answersOf(wall)
  for (let rotation = 0; rotation < rotations; rotation += 1) {
    seen.push(...film.turned(await wall.turn()))
    answers.push(...(await answersOf(wall)))
  }
  seen.push(...(await film.stop()))
  return { gaps: seen.map(({ gap }) => gap), answers: [...answers, ...(await answersOf(wall))] }
}

/** Work in the page as if files were made there: text, since tools that compile functions wrap what has a name. */
const HELD = `setInterval(function plantedWork() {
  const ends = performance.now() + 400
  while (performance.now() < ends);
}, 700)`

export const holdUp = async ({ page }: OpenWall): Promise<void> => {
  await page.evaluate(HELD)
}
