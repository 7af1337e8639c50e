/** An object whose unknown members throw when read, so that the shell cannot use what the stand-in does not stand in for. */
export function onlyKnown<T extends object>(name: string, known: T): T {
  return new Proxy(known, {
    get(target, key, receiver) {
      // Node's own ways of looking at an object ask for symbols; `then` is asked of whatever is awaited.
      if (typeof key === 'symbol' || key === 'then' || key in target)
        return Reflect.get(target, key, receiver)
      throw new Error(`the stand-in has no ${name}.${key}`)
    },
  })
}

export interface PreventableEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

export function preventableEvent<T extends object>(more: T): PreventableEvent & T {
  let prevented = false
  return {
    ...more,
    get defaultPrevented() {
      return prevented
    },
    preventDefault() {
      prevented = true
    },
  }
}
