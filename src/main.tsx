import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import 'virtual:tokens.css'
import '#ui/base.css'
import { Desk } from '#modes/desk/desk.tsx'
import { offerAudit } from '#panel-kit/audit.ts'
import { LiveProvider } from '#queries/live.tsx'
import { createQueryClient } from '#queries/query-client.ts'

async function start(): Promise<void> {
  // Left out of production builds: the condition is a constant there.
  if (import.meta.env.DEV) await (await import('#mocks/browser.ts')).startMocks(location.search)
  offerAudit(location.search)
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <LiveProvider>
          <Desk />
        </LiveProvider>
      </QueryClientProvider>
    </StrictMode>
  )
}

void start()
