/** The form on paper as a PDF. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { paperFormView } from '#app/assessments/paper-form/form-view.ts'
import styles from '#app/assessments/paper-form/paper-form.css?url'
import { formPaper } from '#app/assessments/paper-form/paper-form.server.tsx'
import { language } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { sheetsAt } from '#app/paper/document.server.tsx'
import { builtFolder, printAnswer } from '#app/paper/print-answer.server.ts'
import { formVariantIn, pathsIn } from '#app/paths.ts'
import paraat from '#app/ui/paraat.css?url'
import { world } from '#app/world.server.ts'
import { formSector } from './form-sector.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { catalogue, environment, log } = world()
  const sector = formSector(catalogue, params)
  const variant = formVariantIn(new URL(request.url).searchParams)
  const paths = pathsIn(language())
  const paper = { language: language(), styles: sheetsAt(builtFolder(), [paraat, styles]) }
  return await printAnswer({
    html: formPaper(paper, paperFormView(catalogue.questionnaire(sector), variant, language()), environment.ORIGIN + paths.start),
    fileName: m.form_file({ sector: [sector, ...(variant.alone ? ['1'] : []), ...(variant.quick ? ['snel'] : [])].join('-') }),
    back: paths.form(sector, variant),
    executable: environment.CHROMIUM_PATH,
    log,
    keep: true,
  })
}
