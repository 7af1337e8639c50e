const selector = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u
const withSelector = /(.[\uFE00-\uFE0F\u{E0100}-\u{E01EF}])/u

/** A name to the character: one with a variation selector (葛󠄀) is set in a font that draws it. */
export function Name({ children }: { readonly children: string }) {
  if (!selector.test(children)) return <>{children}</>
  return (
    <>
      {children.split(withSelector).map((part, position) =>
        selector.test(part) ? (
          // The parts of one name keep their order.
          <span key={position} className="ivs">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  )
}
