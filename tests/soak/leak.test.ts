import { expect, it } from 'vitest'
import { soak } from '#tests/soak/command.ts'

/** On a busy machine; a free one takes one of them. */
const MINUTES = 1_200_000

it(
  'canary: what stays behind at each change is found: listeners, timers, observers, charts, and the memory they take',
  async () => {
    const { problems } = await soak(['--rotations', '120', '--refreshes', '0', '--every', '1', '--settle', '0', '--plant', 'leak'], () => undefined)
    expect(problems).toContainEqual(expect.stringContaining('the heap grows'))
    for (const count of ['listeners: window', 'timers', 'ResizeObserver', 'canvases alive', 'nodes', 'listeners'])
      expect(problems).toContainEqual(expect.stringContaining(`${count} is not the same at all points`))
  },
  MINUTES
)
