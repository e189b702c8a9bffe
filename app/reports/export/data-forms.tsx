/** Two buttons that take the data of one scan along: a sheet for Excel, and everything as JSON. */
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

/** `csv` and `json`: the addresses of the files; taking them is noted, so they are posted to. */
export function DataForms({ csv, json }: { csv: string; json: string }) {
  return (
    <div className="screen-only flow">
      <h3>{m.word_data()}</h3>
      <p>{m.word_data_text()}</p>
      <div className="actions">
        <form method="post" action={csv}>
          <Button kind="quiet">{m.word_data_csv()}</Button>
        </form>
        <form method="post" action={json}>
          <Button kind="quiet">{m.word_data_json()}</Button>
        </form>
      </div>
    </div>
  )
}
