import { render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { OfflineNotes } from '#modes/offline/offline-notes.tsx'
import { setOffline } from '#queries/offline-store.ts'

const shelf = { release: 1, publishedAt: '2022-10-26', scenes: ['zonglan'], of: 1, answers: 9, ofAnswers: 9, at: 0, timeZone: 'Asia/Shanghai' }

afterEach(() => setOffline({ shelf: undefined }))

it.each([
  [{ leftOut: 12 }, true],
  [{ leftOut: 0 }, false],
  [{}, false]
])('says what of the regions further down is not laid in, where something is: %j', (more, said) => {
  setOffline({ shelf: { ...shelf, ...more } })
  render(<OfflineNotes onClose={() => undefined} />)
  expect(screen.queryByText('下级地区太多，没有全部存下：另有 12 项断网时打不开。') !== null).toBe(said)
})
