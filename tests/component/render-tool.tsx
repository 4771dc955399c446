import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { RequestHandler } from 'msw'
import type { ComponentType } from 'react'
import { afterEach, vi } from 'vitest'
import { packAnswer, type Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { mockServer } from '#mocks/node.ts'
import type { ToolProps } from '#modes/tablet/tool.ts'
import { createQueryClient } from '#queries/query-client.ts'
import { answerOf } from '#tests/support/panel-data.ts'
import type { View } from '#view/codec.ts'

interface Setting {
  readonly snapshot?: Snapshot
  readonly view?: View
  readonly handlers?: readonly RequestHandler[]
}

let ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends) end()
  ends = []
})

/** Opens a tool of the toolbar over mocks, on the first scene. */
export function renderTool(Tool: ComponentType<ToolProps>, { snapshot = normal(), view = {}, handlers = [] }: Setting = {}) {
  const { server } = mockServer(snapshot)
  server.listen({ onUnhandledRequest: 'error' })
  server.use(...handlers)
  const client = createQueryClient()
  const [setView, onClose] = [vi.fn<ToolProps['setView']>(), vi.fn<ToolProps['onClose']>()]
  const rendered = render(
    <QueryClientProvider client={client}>
      <Tool pack={packAnswer(snapshot)} answer={answerOf(snapshot)} view={view} setView={setView} onClose={onClose} />
    </QueryClientProvider>
  )
  ends.push(() => {
    rendered.unmount()
    client.clear()
    server.close()
  })
  return { setView, onClose }
}
