import type { ServerResponse } from 'node:http'
import type { StreamFault } from './fault.ts'

/** The open event streams: what the server says into them passes through the fault of the moment. */
export interface Streams {
  readonly open: (response: ServerResponse) => (text: string) => void
  readonly begin: (fault: StreamFault | undefined) => void
  readonly end: () => void
  readonly count: () => number
}

export function createStreams(): Streams {
  const open = new Set<ServerResponse>()
  const withheld = new Map<ServerResponse, string>()
  let fault: StreamFault | undefined
  const pass = (response: ServerResponse, text: string): void => {
    if (fault?.withhold === true) withheld.set(response, (withheld.get(response) ?? '') + text)
    else response.write(fault?.rewrite?.(text) ?? text)
  }
  const storm = (response: ServerResponse): void => {
    for (const text of fault?.storm ?? []) response.write(text)
  }
  return {
    open: (response) => {
      open.add(response)
      response.once('close', () => {
        open.delete(response)
        withheld.delete(response)
      })
      storm(response)
      return (text) => pass(response, text)
    },
    begin: (next) => {
      fault = next
      for (const response of open) {
        if (next?.cut === true) response.destroy()
        else storm(response)
      }
    },
    end: () => {
      fault = undefined
      for (const [response, text] of withheld) response.write(text)
      withheld.clear()
    },
    count: () => open.size
  }
}
