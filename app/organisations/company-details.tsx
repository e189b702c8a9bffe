/** The details of a company: the form for its owner, the same to read for everybody else. */
import { Form } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { detailsWords, longestCompanyName, type DetailsField, type DetailsProblem } from './details-words.ts'

export type CompanyDetailsProps = {
  readonly details: { readonly name: string | null; readonly kvk: string | null; readonly partOfGroup: boolean }
  readonly saved: boolean
  readonly change: boolean
  /** null where it is not for who looks */
  readonly takeAlong: string | null
  readonly remove: string | null
  readonly refused:
    | {
        readonly problems: readonly { readonly field: DetailsField; readonly problem: DetailsProblem }[]
        readonly typed: { readonly name: string; readonly kvk: string; readonly group: boolean }
      }
    | undefined
}

export function CompanyDetails({ details, saved, change, takeAlong, remove, refused }: CompanyDetailsProps) {
  const errors = (refused?.problems ?? []).map(({ field, problem }) => ({ id: field, message: detailsWords(field, problem) }))
  const error = (field: DetailsField) => errors.find(({ id }) => id === field)?.message
  const shown = refused?.typed ?? { name: details.name ?? '', kvk: details.kvk ?? '', group: details.partOfGroup }
  return (
    <div className="flow">
      <ErrorSummary title={m.scan_errors()} errors={errors} />
      <h1>{m.company_details_title()}</h1>
      {saved && refused === undefined ? (
        <Notice live>
          <p>{m.company_details_saved()}</p>
        </Notice>
      ) : null}
      {change ? (
        <>
          <p>{m.company_details_text()}</p>
          <Form method="post" noValidate className="flow">
            <TextField name="name" label={m.company_name()} error={error('name')} value={shown.name} autoComplete="organization" maxLength={longestCompanyName} />
            <TextField
              name="kvk"
              label={m.company_kvk()}
              optional={m.company_optional()}
              help={m.company_kvk_help()}
              error={error('kvk')}
              value={shown.kvk}
              inputMode="numeric"
              autoComplete="off"
            />
            <ChoiceGroup
              type="checkbox"
              size="label"
              name="group"
              legend={m.company_group_legend()}
              options={[{ value: 'yes', label: m.company_group(), help: m.company_group_help() }]}
              value={shown.group ? 'yes' : null}
            />
            <div className="actions">
              <Button>{m.company_details_save()}</Button>
            </div>
          </Form>
        </>
      ) : (
        <>
          <dl className="flow">
            <Line term={m.company_name()}>{details.name ?? m.company_none()}</Line>
            <Line term={m.company_kvk()}>{details.kvk ?? m.company_none()}</Line>
            <Line term={m.company_group_legend()}>{details.partOfGroup ? m.company_group_yes() : m.company_group_no()}</Line>
          </dl>
          <p className="text-soft">{m.company_details_look()}</p>
        </>
      )}
      {takeAlong === null && remove === null ? null : (
        <p className="actions">
          {takeAlong === null ? null : <a href={takeAlong}>{m.company_to_export()}</a>}
          {remove === null ? null : <a href={remove}>{m.company_to_remove()}</a>}
        </p>
      )}
    </div>
  )
}

function Line({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt className="label">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
