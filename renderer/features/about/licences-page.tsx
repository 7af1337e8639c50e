import { licences } from 'virtual:licences'
import { PageHead } from '#renderer/ui/page-head.tsx'
import styles from './about.module.css'

/** The packages that the program is made with, each with the words of its licence. */
export function LicencesPage() {
  return (
    <>
      <PageHead
        title="使っている部品とライセンス"
        line={`つどいは、${String(licences.length)}の公開された部品を使っています。名前を選ぶと、ライセンスの文が開きます。`}
      />
      <ul className={styles.licences}>
        {licences.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            {text === '' ? (
              <p className={styles.bare}>
                {name} {version}　{licence === '' ? '（部品に書かれていません）' : licence}
              </p>
            ) : (
              <details>
                <summary>
                  {name} {version}　{licence}
                </summary>
                <pre className={styles.text}>{text}</pre>
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
