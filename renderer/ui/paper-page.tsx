import type { PDFPageProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import styles from './paper-preview.module.css'
import { textOfPage } from './pdf-pages.ts'

/** One page of paper, drawn when it comes into sight, sharp at the scale of the screen. */
export function PaperPage({
  page,
  scale,
  name,
}: {
  readonly page: PDFPageProxy
  /** CSS pixels for each point of the paper. */
  readonly scale: number
  readonly name: string
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(false)
  const [text, setText] = useState('')
  const view = page.getViewport({ scale })
  const width = Math.round(view.width)
  const height = Math.round(view.height)

  useEffect(() => {
    const surface = canvas.current
    if (surface === null) return
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true)
      },
      { rootMargin: '600px' },
    )
    watch.observe(surface)
    return () => {
      watch.disconnect()
    }
  }, [])

  useEffect(() => {
    const surface = canvas.current
    if (!near || surface === null) return
    const density = window.devicePixelRatio
    surface.width = Math.round(width * density)
    surface.height = Math.round(height * density)
    const drawing = page.render({ canvas: surface, viewport: page.getViewport({ scale: scale * density }) })
    // A drawing that was cancelled by the next one ends in a rejection that says nothing.
    drawing.promise.catch(() => undefined)
    return () => {
      drawing.cancel()
    }
  }, [near, page, scale, width, height])

  useEffect(() => {
    let wanted = true
    void textOfPage(page).then((words) => {
      if (wanted) setText(words)
    })
    return () => {
      wanted = false
    }
  }, [page])

  return (
    <li className={styles.page}>
      <canvas ref={canvas} style={{ width, height }} aria-hidden="true" />
      <p className="unseen">
        {name} {text}
      </p>
    </li>
  )
}
