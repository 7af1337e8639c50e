import type { DrawnThing } from '#shared/domain/sheet-picture.ts'
import styles from './sheet.module.css'

/** A shape, text box, picture or check box that lies over the cells. */
export function DrawnBox({ thing, scale }: { readonly thing: DrawnThing; readonly scale: number }) {
  const place = {
    left: thing.left * scale,
    top: thing.top * scale,
    width: Math.max(1, thing.width * scale),
    height: Math.max(1, thing.height * scale),
  }
  if (thing.kind === 'picture' && thing.picture !== null) {
    return (
      <img
        className={styles.drawn}
        style={place}
        alt=""
        src={`data:${thing.picture.mediaType};base64,${thing.picture.base64}`}
      />
    )
  }
  if (thing.kind === 'check-box') {
    return (
      <div className={styles.drawn} style={{ ...place, fontSize: thing.fontSize * scale }}>
        {thing.isChecked ? '☑' : '☐'} {thing.text}
      </div>
    )
  }
  return (
    <div
      className={styles.drawn}
      style={{
        ...place,
        border: thing.line === null ? 'none' : `1px solid ${thing.line}`,
        background: thing.fill ?? 'none',
        borderRadius: thing.outline === 'ellipse' ? '50%' : thing.outline === 'roundRect' ? 8 : 0,
        fontSize: thing.fontSize * scale,
        textAlign: thing.align,
        justifyContent:
          thing.align === 'center' ? 'center' : thing.align === 'right' ? 'flex-end' : 'flex-start',
      }}
    >
      <span className={styles.drawnText}>{thing.text}</span>
    </div>
  )
}
