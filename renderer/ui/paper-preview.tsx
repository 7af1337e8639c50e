import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { PaperPage } from './paper-page.tsx'
import styles from './paper-preview.module.css'
import { type OpenPdf, openPdf } from './pdf-pages.ts'

export interface PaperPreviewProps {
  /** What the paper is called: 次第. */
  readonly title: string
  /** The very PDF that will be printed; null while it is being made. */
  readonly pdf: Uint8Array | null
  /** Why there is no paper, where making it failed. */
  readonly problem?: ReactNode
  readonly busy?: boolean
  readonly onPrint: () => void
  readonly onSavePdf: () => void
  readonly onSaveExcel?: () => void
  readonly onSaveWord?: () => void
  readonly onClose?: () => void
}

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const
/** CSS pixels per point at 100 %: paper at its own size. */
const actualSize = 96 / 72

function useOpenPdf(pdf: Uint8Array | null): OpenPdf | 'unreadable' | null {
  const [opened, setOpened] = useState<{
    readonly of: Uint8Array
    readonly as: OpenPdf | 'unreadable'
  } | null>(null)
  useEffect(() => {
    if (pdf === null) return
    let open: OpenPdf | null = null
    let wanted = true
    openPdf(pdf).then(
      (found) => {
        open = found
        if (wanted) setOpened({ of: pdf, as: found })
        else found.close()
      },
      () => {
        if (wanted) setOpened({ of: pdf, as: 'unreadable' })
      },
    )
    return () => {
      wanted = false
      open?.close()
    }
  }, [pdf])
  return opened !== null && opened.of === pdf ? opened.as : null
}

/** The scale at which a page is as wide as the room it lies in. */
function useFittingScale(open: OpenPdf | null): {
  readonly room: React.RefObject<HTMLDivElement | null>
  readonly scale: number
} {
  const room = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = room.current
    if (element === null) return
    const watch = new ResizeObserver(() => {
      setWidth(element.clientWidth)
    })
    watch.observe(element)
    return () => {
      watch.disconnect()
    }
  }, [])
  const paper = open?.pages[0]?.getViewport({ scale: 1 }).width ?? 595
  return { room, scale: width <= 0 ? actualSize : Math.max(0.2, (width - 48) / paper) }
}

/**
 * Paper as it will be printed: the real PDF, page under page, with zoom and page count. 印刷, PDF and Excel
 * stand at the same place always. `+` and `-` zoom, the arrows scroll.
 */
export function PaperPreview(props: PaperPreviewProps) {
  const opened = useOpenPdf(props.pdf)
  const open = opened === 'unreadable' ? null : opened
  const { room, scale: fitting } = useFittingScale(open)
  const [chosen, setZoom] = useState<number | 'fit' | null>(null)
  // Until somebody chooses: its own size, or less where its right edge would be out of sight.
  const zoom = chosen ?? (fitting < actualSize ? 'fit' : 1)
  const scale = zoom === 'fit' ? fitting : zoom * actualSize
  const percent = Math.round((scale / actualSize) * 100)
  const larger = zooms.find((each) => each * 100 > percent + 1)
  const smaller = zooms.findLast((each) => each * 100 < percent - 1)
  return (
    <section className={styles.preview} aria-label={`${props.title}の見本`}>
      <div className={styles.bar}>
        <b>{props.title}</b>
        <span className="sub" role="status">
          {open === null ? '' : `${String(open.pages.length)}ページ`}
        </span>
        <span className={styles.zoom} role="group" aria-label="大きさ">
          <Button
            small
            label="小さく"
            disabled={smaller === undefined}
            onPress={() => {
              setZoom(smaller ?? 0.5)
            }}
          >
            −
          </Button>
          <span className={styles.percent}>{percent}%</span>
          <Button
            small
            label="大きく"
            disabled={larger === undefined}
            onPress={() => {
              setZoom(larger ?? 3)
            }}
          >
            ＋
          </Button>
          <Button
            small
            onPress={() => {
              setZoom(zoom === 'fit' ? 1 : 'fit')
            }}
          >
            {zoom === 'fit' ? '実際の大きさ' : '幅に合わせる'}
          </Button>
        </span>
        <span className={styles.ways}>
          <Button small disabled={props.pdf === null} busy={props.busy === true} onPress={props.onPrint}>
            印刷
          </Button>
          <Button small disabled={props.pdf === null} onPress={props.onSavePdf}>
            PDF
          </Button>
          {props.onSaveExcel === undefined ? null : (
            <Button small onPress={props.onSaveExcel}>
              Excel
            </Button>
          )}
          {props.onSaveWord === undefined ? null : (
            <Button small onPress={props.onSaveWord}>
              Word
            </Button>
          )}
          {props.onClose === undefined ? null : (
            <Button small look="quiet" onPress={props.onClose}>
              閉じる
            </Button>
          )}
        </span>
      </div>
      <div
        ref={room}
        className={styles.desk}
        tabIndex={0}
        role="region"
        aria-label={`${props.title}のページ`}
        onKeyDown={(event) => {
          if (event.key === '+' || event.key === ';') setZoom(larger ?? 3)
          if (event.key === '-') setZoom(smaller ?? 0.5)
        }}
      >
        {props.problem ?? null}
        {opened === 'unreadable' ? (
          <p>紙の形を表示できませんでした。「PDF」で保存して確かめてください。</p>
        ) : null}
        {open === null && props.problem === undefined && opened !== 'unreadable' ? (
          <p>紙の形にしています…</p>
        ) : null}
        {open === null ? null : (
          <ol className={styles.pages}>
            {open.pages.map((page) => (
              <PaperPage
                key={page.pageNumber}
                page={page}
                scale={scale}
                name={`${String(page.pageNumber)}ページ目`}
              />
            ))}
          </ol>
        )}
      </div>
    </section>
  )
}
