/** The form that begins a scan. Everything else a scan needs to know is a question in it. */
import { zodResolver } from '@hookform/resolvers/zod'
import { Form, Link, useNavigate, useNavigation, useSubmit } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { searchMunicipalities } from '#app/catalogue/municipalities.ts'
import { namedRegions, regionName } from '#app/catalogue/regions.ts'
import { searchTrades, type Trade } from '#app/catalogue/trades.ts'
import { sizes, type Region } from '#app/core/questionnaire.ts'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { pathsIn } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Combobox, type Match } from '#app/ui/combobox.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { asGuest, startForm, type StartField, type StartValues } from './start-form.ts'

/** Whose scan it becomes, for who is signed in and may begin one for a company. */
export type StartHolder = {
  /** the one that was joined last first; `href`: this page for that company */
  readonly companies: readonly { readonly id: string; readonly name: string; readonly href: string }[]
  /** the id of a company, or `asGuest` */
  readonly chosen: string
  /** this page for a guest */
  readonly guest: string
  /** of the company's newest scan */
  readonly profile: { readonly sector: string; readonly size: string; readonly region: string } | null
}

export type StartPageProps = {
  /** null for who begins as a guest in any case */
  readonly holder: StartHolder | null
  /** the secret of a customer's link, and how that customer calls itself; null where nobody asked */
  readonly supplier: { readonly token: string; readonly asker: string } | null
  readonly once: string
  /** the answer of the home page */
  readonly power: string
  /** where the trades are fetched from */
  readonly trades: string
  readonly sectors: readonly { readonly id: string; readonly title: string; readonly built: boolean }[]
  readonly municipalities: readonly { readonly code: string; readonly name: string; readonly region: Region }[]
  readonly minutes: readonly { readonly id: string; readonly quick: number; readonly full: number }[]
  /** what the server found wrong, with what was typed */
  readonly refused: { readonly fields: readonly StartField[]; readonly typed: Readonly<Record<string, string>> } | undefined
}

const matchesShown = 8

function messageFor(field: StartField): string {
  return { sector: m.start_error_sector(), size: m.start_error_size(), region: m.start_error_region(), scope: m.start_error_scope(), mode: m.start_error_mode(), name: m.scans_start_name_error() }[field]
}

/** The trades, fetched once the page is alive; until then only sectors are found. */
function useTrades(address: string): readonly Trade[] {
  const [trades, setTrades] = useState<readonly Trade[]>([])
  useEffect(() => {
    fetch(address)
      .then(response => response.json() as Promise<{ trades: [string, string, string][] }>)
      .then(found => setTrades(found.trades.map(([nl, en, sector]) => ({ nl, en, sector }))))
      .catch(() => undefined) // the list of sectors still works
  }, [address])
  return trades
}

export function StartPage({ holder, supplier, once, power, trades: address, sectors, municipalities, minutes, refused }: StartPageProps) {
  const typed: Readonly<Record<string, string>> = refused?.typed ?? holder?.profile ?? {}
  const company = holder?.chosen ?? asGuest
  const trades = useTrades(address)
  const submit = useSubmit()
  const busy = useNavigation().state !== 'idle'
  const { register, handleSubmit, setValue, formState, watch } = useForm<StartValues>({
    resolver: zodResolver(startForm),
    defaultValues: { scope: 'company', mode: 'quick', region: '', company, name: '', ...typed, once, power } as StartValues,
    shouldFocusError: false,
  })
  const sector = watch('sector')
  const chosen = sectors.find(one => one.id === sector)
  const time = minutes.find(one => one.id === sector) ?? minutes.find(one => one.id === 'algemeen')
  const wrong = formState.isSubmitted ? (Object.keys(formState.errors) as StartField[]) : (refused?.fields ?? [])
  const errorOf = (field: StartField) => (wrong.includes(field) ? messageFor(field) : undefined)
  const paths = pathsIn(language())
  const onPaper = chosen === undefined ? paths.formList : paths.form(chosen.built ? chosen.id : 'algemeen', { alone: watch('size') === '1', quick: false })
  const title = (id: string) => sectors.find(one => one.id === id)?.title ?? id

  const findTrades = (query: string): Match[] => {
    const found = searchTrades(trades, query, language(), matchesShown).map(trade => ({ key: trade.nl, value: trade.sector, label: trade[language()], note: title(trade.sector) }))
    const named = sectors.filter(one => one.title.toLowerCase().includes(query.trim().toLowerCase())).map(one => ({ key: one.id, value: one.id, label: one.title }))
    return [...found, ...named].slice(0, matchesShown)
  }
  const findRegions = (query: string): Match[] => {
    const named = namedRegions
      .filter(region => region.name.toLowerCase().startsWith(query.trim().toLowerCase()))
      .map(region => ({ key: region.id, value: region.id, label: region.name, note: m.start_region_note() }))
    const found = searchMunicipalities(municipalities, query, matchesShown).map(one => ({ key: one.code, value: one.region, label: one.name, note: regionName(one.region) }))
    return [...found, ...named].slice(0, matchesShown)
  }

  return (
    <Form
      method="post"
      noValidate
      className="flow start-form"
      onSubmit={event => {
        event.preventDefault()
        const form = event.currentTarget
        void handleSubmit(() => submit(form))(event)
      }}
    >
      <h1>{m.start_title()}</h1>
      <p className="lead">{company === asGuest ? m.start_intro() : m.scans_start_intro()}</p>
      <ErrorSummary title={m.scan_errors()} errors={wrong.map(field => ({ id: field, message: messageFor(field) }))} />
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="power" value={power} />
      {supplier === null ? null : <ForCustomer {...supplier} />}
      {holder === null ? null : <ForWhom holder={holder} />}
      {holder?.profile ? <p className="text-soft">{m.scans_start_filled()}</p> : null}
      <Combobox
        name="sector"
        label={m.start_sector()}
        help={m.start_sector_help()}
        error={errorOf('sector')}
        options={sectors.map(one => ({ value: one.id, label: one.built ? one.title : m.start_sector_general({ sector: one.title }) }))}
        value={typed.sector}
        find={findTrades}
        words={{ empty: m.start_choose(), none: m.start_sector_none(), count: n => m.start_found({ n }) }}
        onChoose={match => setValue('sector', match?.value ?? '', { shouldValidate: formState.isSubmitted })}
      />
      <div aria-live="polite">
        {chosen === undefined ? null : (
          <p className="start-sector">{chosen.built ? m.start_sector_is({ sector: chosen.title }) : m.start_sector_not_built({ sector: chosen.title })}</p>
        )}
      </div>
      <ChoiceGroup
        type="radio"
        name="size"
        legend={m.start_size()}
        help={m.start_size_help()}
        error={errorOf('size')}
        options={sizes.map(size => ({ value: size, label: sizeLabel(size) }))}
        value={typed.size}
        size="label"
        binding={register('size')}
      />
      <Combobox
        name="region"
        label={m.start_region()}
        optional={m.start_optional()}
        help={m.start_region_help()}
        error={errorOf('region')}
        options={namedRegions.map(region => ({ value: region.id, label: region.name }))}
        value={typed.region}
        find={findRegions}
        words={{ empty: m.start_region_empty(), none: m.start_region_none(), count: n => m.start_found({ n }) }}
        onChoose={match => setValue('region', (match?.value ?? '') as StartValues['region'])}
      />
      <ChoiceGroup
        type="radio"
        name="scope"
        legend={m.start_scope()}
        error={errorOf('scope')}
        options={[
          { value: 'company', label: m.start_scope_company() },
          {
            value: 'site',
            label: m.start_scope_site(),
            more:
              company === asGuest ? undefined : (
                <TextField
                  name="name"
                  label={m.scans_start_site_name()}
                  optional={m.start_optional()}
                  error={errorOf('name')}
                  value={typed.name}
                  autoComplete="off"
                  binding={register('name')}
                />
              ),
          },
        ]}
        value={typed.scope ?? 'company'}
        size="label"
        binding={register('scope')}
      />
      <ChoiceGroup
        type="radio"
        name="mode"
        legend={m.start_mode()}
        error={errorOf('mode')}
        options={[
          { value: 'quick', label: m.start_mode_quick({ minutes: time?.quick ?? 0 }), help: m.start_mode_quick_help() },
          { value: 'full', label: m.start_mode_full({ minutes: time?.full ?? 0 }), help: m.start_mode_full_help() },
        ]}
        value={typed.mode ?? 'quick'}
        size="label"
        binding={register('mode')}
      />
      <div className="actions">
        <Button disabled={busy}>{m.start_begin()}</Button>
      </div>
      {company === asGuest ? <p className="small text-soft">{m.start_trust()}</p> : null}
      <p className="small">
        {m.form_start()} <a href={onPaper}>{chosen === undefined ? m.form_start_link() : m.form_start_sector({ sector: chosen.title })}</a>
      </p>
    </Form>
  )
}

/** Who asked, and that nothing leaves by beginning. */
function ForCustomer({ token, asker }: { token: string; asker: string }) {
  return (
    <div className="notice">
      <input type="hidden" name="voor" value={token} />
      <p className="font-bold">{m.supplier_start_for({ asker })}</p>
      <p>{m.supplier_start_for_text({ asker })}</p>
    </div>
  )
}

/** One company is said, several are chosen from; choosing another fills in what is known of that one. */
function ForWhom({ holder: { companies, chosen, guest } }: { holder: StartHolder }) {
  const navigate = useNavigate()
  const [first] = companies
  if (first !== undefined && companies.length === 1) {
    return (
      <div className="notice">
        <input type="hidden" name="company" value={chosen} />
        <p>{chosen === asGuest ? m.scans_start_guest_now() : m.scans_start_for_one({ company: first.name })}</p>
        <p>
          {chosen === asGuest ? (
            <Link to={first.href}>{m.scans_start_company_instead({ company: first.name })}</Link>
          ) : (
            <Link to={guest}>{m.scans_start_guest_instead()}</Link>
          )}
        </p>
      </div>
    )
  }
  return (
    <ChoiceGroup
      type="radio"
      name="company"
      legend={m.scans_start_for()}
      options={companies.map(company => ({ value: company.id, label: company.name }))}
      apart={[{ value: asGuest, label: m.scans_start_guest() }]}
      value={chosen}
      size="label"
      binding={{
        onChange: event => {
          const to = event.target.value
          void navigate(companies.find(company => company.id === to)?.href ?? guest, { replace: true, preventScrollReset: true })
        },
      }}
    />
  )
}

function sizeLabel(size: (typeof sizes)[number]): string {
  return { '1': m.size_1(), '2-9': m.size_2(), '10-49': m.size_10(), '50-249': m.size_50(), '250+': m.size_250() }[size]
}
