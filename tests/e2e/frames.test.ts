import { expect, it } from 'vitest'
import { judge } from '#tests/frames/judge.ts'
import { plant, PLANTED, runningAnimations } from '#tests/frames/moments.ts'
import { record } from '#tests/frames/record.ts'
import { untilPainted } from './browser.ts'
import { serve } from './served.ts'

const served = serve()

/** No other task is judged: how long those take is a matter of the machine. */
it('finds a planted task that holds up the page', async () => {
  const page = await served.browser.newPage({ viewport: { width: 1_366, height: 768 } })
  await page.goto(served.url)
  await untilPainted(page)
  const recording = await record(page, 4_000, [{ at: 2_000, act: () => plant(page) }])
  const planted = judge(recording).findings.filter(({ what }) => what.includes('plantedTask'))
  expect(planted).toHaveLength(1)
  expect(planted[0]?.duration).toBeGreaterThanOrEqual(PLANTED)
  await page.close()
})

it('finds a planted loop, once in the trace and once among the animations', async () => {
  const page = await served.browser.newPage({ viewport: { width: 1_366, height: 768 } })
  await page.goto(served.url)
  await untilPainted(page)
  await page.evaluate(() => document.body.animate([{ opacity: 1 }, { opacity: 0.9 }], { duration: 1_000, iterations: Infinity, id: 'planted' }))
  const recording = await record(page, 3_000, [
    {
      at: 0,
      act: () =>
        page.evaluate(
          () =>
            void requestAnimationFrame(function again() {
              requestAnimationFrame(again)
            })
        )
    }
  ])
  const { problems } = judge(recording, await runningAnimations(page))
  expect(problems).toContainEqual(expect.stringContaining('frame callbacks'))
  expect(problems).toContainEqual('animation planted runs without news')
  await page.close()
})
