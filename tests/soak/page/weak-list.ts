/** Things that are listed as long as something else keeps them: after a collection the list holds those that live. */
export class WeakList<T extends object> {
  #refs: WeakRef<T>[] = []

  add(thing: T): void {
    this.#refs.push(new WeakRef(thing))
  }

  alive(): T[] {
    const living = this.#refs.flatMap((ref) => ref.deref() ?? [])
    this.#refs = living.map((thing) => new WeakRef(thing))
    return living
  }
}
