// The first of all: takes a set-up link out of the address before anything can tell that to anybody.
import '#queries/credential.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import 'virtual:tokens.css'
import '#ui/base.css'
import { offerAudit } from '#panel-kit/audit.ts'
import { createQueryClient } from '#queries/query-client.ts'

/** One shell for each use of the screen; each is loaded by itself. */
const MODES: Readonly<Record<string, () => Promise<ComponentType>>> = {
  '/wall': async () => (await import('#modes/wall/wall-mode.tsx')).WallMode,
  '/walls': async () => (await import('#modes/walls/walls.tsx')).Walls,
  '/remote': async () => (await import('#modes/remote/remote-mode.tsx')).RemoteMode,
  '/embed': async () => (await import('#modes/embed/embed-mode.tsx')).EmbedMode,
  '/brief': async () => (await import('#modes/brief/brief-mode.tsx')).BriefMode
}

const desk = async (): Promise<ComponentType> => (await import('#modes/desk/desk.tsx')).DeskMode

async function start(): Promise<void> {
  // Left out of production builds: the condition is a constant there.
  if (import.meta.env.DEV) await (await import('#mocks/browser.ts')).startMocks(location.search)
  offerAudit(location.search)
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  // Behind the first part of the path stands what the mode shows: `/brief/huigui`, `/embed/panel/huigui/river`.
  const Mode = await (MODES[`/${location.pathname.split('/')[1]}`] ?? desk)()
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <Mode />
      </QueryClientProvider>
    </StrictMode>
  )
}

void start()
