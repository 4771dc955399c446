import type { ReactNode } from 'react'

export const Walls = (): ReactNode => null
