import { Component, type ErrorInfo, type ReactNode } from 'react'

interface BoundaryProps {
  readonly fallback: (error: Error) => ReactNode
  /** A change of this gives the children another try: new data may heal what old data broke. */
  readonly resetKey: unknown
  readonly onError?: (error: Error) => void
  readonly children: ReactNode
}

interface BoundaryState {
  readonly error: Error | null
  readonly resetKey: unknown
}

export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  static getDerivedStateFromProps({ resetKey }: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    return resetKey === state.resetKey ? null : { error: null, resetKey }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.warn('panel failed:', error.message, info.componentStack)
    this.props.onError?.(error)
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : this.props.fallback(this.state.error)
  }
}
