import { vi } from 'vitest'

/** Until it holds, however busy the machine is: for what comes by a socket, a file or a render. On a quiet machine it is there at once. */
export const soon = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 10_000 })
