import type { ReactNode } from 'react'

export const WallMode = (): ReactNode => null
