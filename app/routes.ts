/** The site map: every page in Dutch and, behind /en, in English; the interface and health once. */
import { index, prefix, route, type RouteConfig, type RouteConfigEntry } from '@remix-run/route-config'

function pages(language: 'nl' | 'en'): RouteConfigEntry[] {
  const page = (path: string, file: string) => route(path, `routes/${file}`, { id: `${language}:${file}` })
  return [
    index('routes/home.tsx', { id: `${language}:home.tsx` }),
    page('start', 'start.tsx'),
    page('scan/:scan', 'scan.tsx'),
    page('scan/:scan/wat-door', 'what-must-go-on.tsx'),
    page('scan/:scan/hoe-lang', 'how-long.tsx'),
    page('scan/:scan/thema/:theme', 'theme.tsx'),
    page('scan/:scan/controle', 'check.tsx'),
    page('scan/:scan/antwoord', 'answer.ts'),
    page('scan/:scan/verder', 'pass-on.tsx'),
    page('scan/:scan/nieuw', 'copy.tsx'),
    page('scan/:scan/wissen', 'remove.tsx'),
    page('scan/:scan/rapport', 'report.tsx'),
    page('scan/:scan/rapport.pdf', 'report-pdf.ts'),
    page('scan/:scan/noodkaart', 'card.tsx'),
    page('scan/:scan/noodkaart.pdf', 'card-pdf.ts'),
    page('scan/:scan/maandag.ics', 'monday.ts'),
    page('verder', 'enter-code.tsx'),
    page('verder/:token', 'pass-on-link.tsx'),
    page('inloggen', 'sign-in.tsx'),
    page('inloggen/code', 'second-step.tsx'),
    page('uitloggen', 'sign-out.tsx'),
    page('account-maken', 'sign-up.tsx'),
    page('account-maken/:token', 'sign-up-link.tsx'),
    page('wachtwoord-vergeten', 'forgot.tsx'),
    page('wachtwoord-vergeten/:token', 'forgot-link.tsx'),
    page('account', 'account.tsx'),
    page('account/e-mail', 'account-email.tsx'),
    page('account/e-mail/:token', 'account-email-link.tsx'),
    page('account/wachtwoord', 'account-password.tsx'),
    page('account/apparaten', 'account-sessions.tsx'),
    page('account/tweede-stap', 'account-second-factor.tsx'),
    page('formulier', 'form-list.tsx'),
    page('formulier/:sector', 'form.tsx'),
    page('formulier/:sector/formulier.pdf', 'form-pdf.ts'),
    page('privacy', 'privacy.tsx'),
    page('over', 'about.tsx'),
    page('verantwoording', 'accountability.tsx'),
    page('*', 'not-found.tsx'),
  ]
}

export default [
  ...pages('nl'),
  ...prefix('en', pages('en')),
  route('health', 'routes/health.ts'),
  route('branches.json', 'routes/trades.ts'),
  route('api/v1/sectors', 'routes/api-sectors.ts'),
  route('api/v1/questionnaires/:sector', 'routes/api-questionnaires.ts'),
  route('api/v1/scores', 'routes/api-scores.ts'),
  route('api/v1/plans', 'routes/api-plans.ts'),
  route('api/v1/openapi.json', 'routes/api-openapi.ts'),
  route('api/*', 'routes/api-not-found.ts'),
] satisfies RouteConfig
